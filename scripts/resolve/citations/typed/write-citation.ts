/** A recognised citation as a node of the tree, and as an author would write it: `[@key, hlm. 5]`. Both say the same. */
import type { Citation, CiteItem, Language, Place } from '../../../model.ts'
import type { TypedLocator } from './parse-group.ts'

/** A work as typed, and the key it goes by. */
export interface FoundItem {
  readonly prefix?: string | undefined
  readonly key: string
  readonly locator?: TypedLocator | undefined
  readonly within?: FoundItem | undefined
  readonly suppressAuthor: boolean
}

export interface FoundCitation {
  readonly mode: Citation['mode']
  readonly items: readonly FoundItem[]
}

export function citationNode({ mode, items }: FoundCitation, place: Place | undefined): Citation {
  const position = place as Citation['position']
  return {
    type: 'citation',
    mode,
    items: items.map((item) => citeItem(item, place)),
    ...(position ? { position } : {}),
  }
}

function citeItem(
  { key, prefix, locator, within, suppressAuthor }: FoundItem,
  place: Place | undefined,
): CiteItem {
  return {
    key,
    ...(prefix === undefined ? {} : { prefix }),
    ...(locator === undefined ? {} : { locator: locator.value, label: locator.label }),
    suppressAuthor,
    ...(within === undefined ? {} : { within: citeItem(within, place) }),
    ...(place === undefined ? {} : { place }),
  }
}

/** @param next the two characters that follow in the file: they must not be taken for a part of the key */
export function citationText({ mode, items }: FoundCitation, language: Language, next: string): string {
  if (mode === 'parenthetical') return `[${items.map((item) => itemText(item, language)).join('; ')}]`
  return items
    .map(({ key, locator, within }) => {
      const details = [
        ...(locator ? [locatorText(locator, language)] : []),
        ...(within ? [withinText(within, language)] : []),
      ]
      if (details.length > 0) return `${keyText(key, '')} [${details.join(', ')}]`
      return keyText(key, next)
    })
    .join(' ')
}

function itemText({ prefix, key, locator, within, suppressAuthor }: FoundItem, language: Language): string {
  const work = [
    `${suppressAuthor ? '-' : ''}${keyText(key, '')}`,
    ...(locator ? [locatorText(locator, language)] : []),
    ...(within ? [withinText(within, language)] : []),
  ].join(', ')
  return prefix === undefined ? work : `${prefix} ${work}`
}

function withinText(within: FoundItem, language: Language): string {
  return `${language === 'id' ? 'dalam' : 'cited in'} ${itemText({ ...within, prefix: undefined }, language)}`
}

function locatorText({ label, value }: TypedLocator, language: Language): string {
  const page = language === 'id' ? 'hlm.' : 'p.'
  const chapter = language === 'id' ? 'bab' : 'ch.'
  return `${label === 'chapter' ? chapter : page} ${value}`
}

const BARE_KEY = /^[\p{L}\p{M}\p{N}_]+(?:[:.#$%&+?<>~/-][\p{L}\p{M}\p{N}_]+)*$/u

function keyText(key: string, next: string): string {
  const open = /^[:.#$%&+?<>~/-]?[\p{L}\p{M}\p{N}_]/u.test(next)
  return BARE_KEY.test(key) && !/[\ud800-\udfff]/.test(key) && !open ? `@${key}` : `@{${key}}`
}

/** Can this key be written in a file? */
export function isWritable(key: string): boolean {
  return (
    key !== '' &&
    key.length <= 200 &&
    !/[{}\r\n|]/.test(key) &&
    key === key.normalize('NFC') &&
    key.trim() === key
  )
}
