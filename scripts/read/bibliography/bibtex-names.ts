/** Lists of names in BibTeX fields, brought into the form BibTeX reads, and what was wrong with them. */
import { hasPatronymic, looksLikeBody, withoutTitles } from './names.ts'

export type NameFault =
  | {
      readonly kind: 'titles'
      readonly name: string
      readonly titles: readonly string[]
      readonly plain: string
    }
  | { readonly kind: 'body'; readonly name: string }
  | { readonly kind: 'separator'; readonly separator: string; readonly names: readonly string[] }

interface NameList {
  /** Joined by `and`. */
  readonly value: string
  readonly names: readonly ListedName[]
  readonly faults: readonly NameFault[]
}

export interface ListedName {
  readonly text: string
  /** A body or a name of one piece: nothing of it is family or given name. */
  readonly whole: boolean
}

const OTHERS = /^\{?(?:others|dkk\.?|et\.?\s*al\.?|dan kawan-kawan|dan lain-lain)\}?$/i
const OTHERS_AT_END = /(?:\s*,)?\s+(?:dkk\.?|et\.?\s*al\.?|dan kawan-kawan)$/i

/** Reads the value of `author`, `editor` and the like. */
export function readNames(value: string): NameList {
  const names: ListedName[] = []
  const faults: NameFault[] = []
  // Line breaks are spaces here, and long runs of them would be tried again from each of theirs.
  for (const text of splitNames(value.replaceAll(/\s+/g, ' '))) {
    if (OTHERS.test(text)) {
      names.push({ text: 'others', whole: false })
      continue
    }
    const plain = isBraced(text) ? text : text.replace(OTHERS_AT_END, '')
    for (const one of apart(plain, faults)) names.push(readName(one, faults))
    if (plain !== text) names.push({ text: 'others', whole: false })
  }
  return { value: names.map(({ text }) => text).join(' and '), names, faults }
}

function readName(typed: string, faults: NameFault[]): ListedName {
  if (isBraced(typed)) return { text: typed, whole: true }
  if (looksLikeBody(typed)) {
    faults.push({ kind: 'body', name: typed })
    return { text: `{${typed}}`, whole: true }
  }
  const { name, titles } = withoutTitles(typed)
  if (titles.length > 0) faults.push({ kind: 'titles', name: typed, titles, plain: name })
  return hasPatronymic(name) ? { text: `{${name}}`, whole: true } : { text: name, whole: false }
}

/** One name in braces from end to end. */
function isBraced(text: string): boolean {
  if (!text.startsWith('{') || !text.endsWith('}')) return false
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at === text.length - 1
  }
  return false
}

/** At every `and` that stands outside braces. */
function splitNames(value: string): string[] {
  const names: string[] = []
  const tokens = /\\.|[{}]|\s+and(?=\s)/gis
  let depth = 0
  let from = 0
  for (let match = tokens.exec(value); match; match = tokens.exec(value)) {
    const [token] = match
    if (token === '{') depth++
    else if (token === '}') depth--
    else if (depth <= 0 && token.length > 2) {
      names.push(value.slice(from, match.index))
      from = tokens.lastIndex
    }
  }
  return [...names, value.slice(from)].map((name) => name.trim()).filter((name) => name !== '')
}

/** "Hartana dan Made Dwi Wahyuni", "A; B": names that are joined in another way than BibTeX joins them. */
function apart(text: string, faults: NameFault[]): string[] {
  if (/[{}]/.test(text) || looksLikeBody(text)) return [text]
  const separator = /;|\sdan\s/.exec(text)?.[0].trim()
  if (separator === undefined) return [text]
  const names = text.split(/\s*;\s*|,?\s+dan\s+/).filter((name) => name !== '')
  if (names.length < 2) return names.length === 1 ? names : [text]
  faults.push({ kind: 'separator', separator, names })
  return names
}
