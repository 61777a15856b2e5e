/** Yearbooks: works of one author with one title, which a note that repeats the title alone would not tell apart. */
import type { CslItem, Language } from '../../model.ts'
import { yearOf } from './short-names.ts'

/** Gives such works short titles with their years: "Trafficking in Persons Report 2014, op. cit." */
export function withYearsInShortTitles(
  works: ReadonlyMap<string, CslItem>,
  language: Language,
): Map<string, CslItem> {
  const twins = new Map<string, string[]>()
  for (const [key, item] of works) {
    const name = JSON.stringify([item.author ?? item.editor, shortTitle(item)?.toLowerCase()])
    twins.set(name, [...(twins.get(name) ?? []), key])
  }
  const changed = new Map(works)
  for (const keys of twins.values()) {
    if (keys.length === 1) continue
    for (const key of keys) {
      const item = works.get(key)
      const title = item && shortTitle(item)
      if (item && title) changed.set(key, { ...item, 'title-short': `${title} ${yearOf(item, language)}` })
    }
  }
  return changed
}

function shortTitle(item: CslItem): string | undefined {
  const title = item['title-short'] ?? item.title
  return typeof title === 'string' ? title : undefined
}
