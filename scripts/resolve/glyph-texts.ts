/** What is printed of the configuration and of the works that are cited. */
import { visit } from 'unist-util-visit'
import type { Where } from '../diagnostics.ts'
import type { Chapter, CiteItem, Library } from '../model.ts'
import type { Config } from '../schema/config.ts'
import type { WrittenText } from './glyphs.ts'

/** Names of files and choices: none of them is printed. */
const UNPRINTED: ReadonlySet<string> = new Set<keyof Config>([
  ...(['chapters', 'front', 'appendices', 'bibliography', 'logo', 'output'] as const),
  ...(['profile', 'stage', 'language', 'citation', 'font'] as const),
])

/** @param placeOf where a value stands in `naskah.yaml` */
export function textsOfConfig(
  config: Config,
  placeOf: (path: readonly (string | number)[]) => Where,
): WrittenText[] {
  const texts: WrittenText[] = []
  const walk = (value: unknown, path: readonly (string | number)[]) => {
    if (typeof value === 'string') texts.push({ text: value, where: placeOf(path) })
    else if (Array.isArray(value)) for (const [at, item] of value.entries()) walk(item, [...path, at])
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key])
  }
  for (const [key, value] of Object.entries(config)) if (!UNPRINTED.has(key)) walk(value, [key])
  return texts
}

/** Of a work: what no style prints. */
const UNPRINTED_OF_WORK = /^(?:id|type|abstract|note|annote|keyword|language|citation-key|source)$/

/** The works that the files cite. */
export function textsOfWorks(library: Library, files: readonly Chapter[]): WrittenText[] {
  const cited = new Set<string>()
  const add = ({ key, within }: CiteItem) => {
    cited.add(key)
    if (within) add(within)
  }
  for (const { tree } of files) visit(tree, 'citation', ({ items }) => items.forEach(add))
  return [...cited].flatMap((key): WrittenText[] => {
    const entry = library.get(key)
    if (!entry) return []
    const printed = Object.entries(entry.item).filter(([name]) => !UNPRINTED_OF_WORK.test(name))
    const text = printed
      .map(([, value]) => (typeof value === 'string' ? value : JSON.stringify(value)))
      .join(' ')
    return [{ text, where: { file: entry.file, place: entry.place } }]
  })
}
