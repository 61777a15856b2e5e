/** The abbreviations that `naskah.yaml` defines. */
import { toString as plainText } from 'mdast-util-to-string'
import type { Abbreviation } from '../model.ts'
import { parseTitle } from './markdown/index.ts'
import type { Sources } from './thesis.ts'

export function configuredAbbreviations({ config, configPlace }: Sources): Abbreviation[] {
  return Object.entries(config.abbreviations ?? {}).map(([short, written]) => {
    const { file, place } = configPlace(['abbreviations', short])
    const content = parseTitle(written)
    return { short, long: plainText({ type: 'paragraph', children: content }), content, file, place }
  })
}
