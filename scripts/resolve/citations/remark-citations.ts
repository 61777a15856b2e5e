/** Citations for anybody's unified chain. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { type RenderCitationsOptions, renderCitations } from './render-citations.ts'
import { resolveKeys } from './resolve-keys.ts'

declare module 'vfile' {
  interface DataMap {
    /** The list of references, set by `remarkCitations`. */
    bibliography?: import('../../model.ts').Bibliography
  }
}

/**
 * A unified plugin: tells unknown keys and renders the citations of one tree, which `remarkCiteSyntax` has read. The list
 * of references is left in `file.data.bibliography`.
 */
export function remarkCitations(options: RenderCitationsOptions) {
  return async (tree: Root, file: VFile): Promise<void> => {
    resolveKeys(file, tree, options.library)
    file.data.bibliography = await renderCitations([{ tree, file }], options)
  }
}
