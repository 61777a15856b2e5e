/** Yearbooks: works of one author with one title, which a note that repeats the title alone would not tell apart. */
import { shortTitleOf } from '../../csl-item.ts'
import type { CslItem, Language } from '../../model.ts'
import { shownYear } from './short-names.ts'

/** Gives such works short titles with their years: "Trafficking in Persons Report 2014, op. cit." */
export function withYearsInShortTitles(
  works: ReadonlyMap<string, CslItem>,
  language: Language,
): Map<string, CslItem> {
  const twins = new Map<string, string[]>()
  for (const [key, item] of works) {
    const name = JSON.stringify([item.author ?? item.editor, shortTitleOf(item).toLowerCase()])
    twins.set(name, [...(twins.get(name) ?? []), key])
  }
  const changed = new Map(works)
  for (const keys of twins.values()) {
    if (keys.length === 1) continue
    for (const key of keys) {
      const item = works.get(key)
      const title = item && shortTitleOf(item)
      if (item && title) changed.set(key, { ...item, 'title-short': `${title} ${shownYear(item, language)}` })
    }
  }
  return changed
}
