/** The keys of works: as they are typed, and made up for works that have none. */
import type { CslItem } from '../../model.ts'

/**
 * Accents in one form, so that a key is found however it is typed. Half a surrogate pair, which `\ud800` in JSON makes,
 * is no character: an address cannot hold it.
 */
export function tidyKey(typed: string): string {
  return typed.replaceAll(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC')
}

/** Makes up a key that no other work has. */
export type KeyMaker = (item: Omit<CslItem, 'id'>) => string

/**
 * Zotero writes no ID into RIS: `midhol2022`, and with a letter when there are several.
 * @param typed the keys of all files, which come first: nobody can cite a work whose own key another was given
 */
export function keyMaker(typed: Iterable<string>): KeyMaker {
  const taken = new Set(typed)
  const counts = new Map<string, number>()
  return (item) => {
    const [name] = [item.author, item.editor].flatMap((list) => (Array.isArray(list) ? list : []))
    const who = name?.family ?? name?.literal ?? String(item.title ?? 'karya')
    const parts = item.issued as { readonly 'date-parts'?: readonly (readonly unknown[])[] } | undefined
    const base = `${plainWord(String(who)) || 'karya'}${parts?.['date-parts']?.[0]?.[0] ?? ''}`
    for (let number = counts.get(base) ?? 0; ; number++) {
      const mark = number === 0 ? '' : number < 26 ? String.fromCharCode(97 + number) : `-${number}`
      counts.set(base, number + 1)
      if (taken.has(base + mark)) continue
      taken.add(base + mark)
      return base + mark
    }
  }
}

const LONGEST_WORD = 40

/** "Kementerian Luar Negeri" -> kementerian */
function plainWord(text: string): string {
  const folded = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const word = /[\p{L}\p{N}]+/u.exec(folded)?.[0] ?? ''
  // By characters: one of two units is not cut in half.
  return [...word].slice(0, LONGEST_WORD).join('')
}
