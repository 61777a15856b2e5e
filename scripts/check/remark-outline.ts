/** The outline check as a unified plugin, for anybody's chain: runs after the numbering, tells what it finds. */
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { tellDiagnostic } from '../diagnostics.ts'
import type { OutlineSection } from '../model.ts'
import { checkThesis } from './run.ts'

export interface RemarkOutlineOptions {
  /** What is asked for: chapters and their sections. */
  readonly outline: readonly OutlineSection[]
  /** How the messages name it. Default "outline". */
  readonly name?: string
}

/** One tree is taken for the whole thesis. */
export const remarkOutline: Plugin<[RemarkOutlineOptions], Root> =
  ({ outline, name = 'outline' }) =>
  (tree, file) => {
    const chapters = [{ file, path: file.path ?? '', tree }]
    const thesis = { chapters, outline, explicitProfile: true, profileName: name }
    for (const diagnostic of checkThesis(thesis)) tellDiagnostic(file, diagnostic)
  }
