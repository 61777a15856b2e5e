/** What the types and tags of RIS mean in CSL, as Zotero, Mendeley, EndNote and databases use them. */
import type { CslItem } from '../../model.ts'
import { dateParts, isoDate } from './dates.ts'
import { languageTag } from './languages.ts'

/** CSL type -> types of RIS. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'article-journal': 'JOUR EJOUR ABST INPR',
    'article-magazine': 'MGZN',
    'article-newspaper': 'NEWS',
    bill: 'BILL UNBILL',
    book: 'BOOK EBOOK EDBOOK WHOLE SER CTLG CLSWK ANCIENT',
    chapter: 'CHAP ECHAP',
    dataset: 'DATA AGGR DBASE',
    document: 'GEN GRANT GRNT MULTI',
    'entry-dictionary': 'DICT',
    'entry-encyclopedia': 'ENCYC',
    figure: 'FIGURE CHART EQUA',
    graphic: 'ART ADVS',
    hearing: 'HEAR',
    interview: 'INTV',
    legal_case: 'CASE',
    legislation: 'STAT LEGAL',
    manuscript: 'MANSCPT UNPB UNPD',
    map: 'MAP',
    motion_picture: 'MPCT VIDEO',
    musical_score: 'MUSIC',
    pamphlet: 'PAMP',
    'paper-conference': 'CONF CPAPER',
    patent: 'PAT',
    periodical: 'JFULL',
    personal_communication: 'PCOMM ICOMM',
    'post-weblog': 'BLOG',
    report: 'RPRT GOVDOC',
    software: 'COMP',
    song: 'SOUND',
    speech: 'SLIDE',
    standard: 'STAND',
    thesis: 'THES',
    webpage: 'ELEC WEB',
  }).flatMap(([csl, types]) => types.split(' ').map((type) => [type, csl] as const)),
)

export const RIS_TYPES: readonly string[] = [...TYPES.keys()]

/** Types whose T2 is the series, for they stand in no larger work. */
const WHOLE = new Set([
  'book',
  'report',
  'thesis',
  'map',
  'motion_picture',
  'webpage',
  'software',
  'document',
])
/** Types whose A2 is an editor. */
const EDITED = new Set([
  'book',
  'chapter',
  'paper-conference',
  'entry-dictionary',
  'entry-encyclopedia',
  'report',
])

type Values = ReadonlyMap<string, readonly string[]>

/** @param type as the file has it, e.g. `JOUR` */
export function risItem(type: string, values: Values): Omit<CslItem, 'id'> & { readonly type: string } {
  const csl = TYPES.get(type) ?? 'document'
  const first = (...tags: readonly string[]) => tags.map((tag) => values.get(tag)?.[0]).find((value) => value)
  const people = (...tags: readonly string[]) =>
    tags
      .flatMap((tag) => values.get(tag) ?? [])
      .map(risName)
      .filter((name) => name !== undefined)
  const isPeriodical = csl.startsWith('article')
  const container = isPeriodical ? first('T2', 'JF', 'JO', 'BT', 'JA', 'J2') : first('T2', 'BT', 'JF', 'JO')
  const title = first('TI', 'T1', 'CT', ...(WHOLE.has(csl) ? ['BT'] : []))
  const isWhole = WHOLE.has(csl)
  const number = first('SN')
  const item: Record<string, unknown> = {
    title,
    'title-short': first('ST'),
    'container-title': isWhole ? (csl === 'webpage' ? container : undefined) : container,
    'collection-title': isWhole && csl !== 'webpage' ? (first('T3') ?? first('T2')) : first('T3'),
    author: people('AU', 'A1'),
    editor: people('ED', ...(EDITED.has(csl) ? ['A2'] : [])),
    'collection-editor': people(...(csl === 'thesis' ? [] : ['A3'])),
    translator: people('A4'),
    issued: risDate(first('DA'), first('PY', 'Y1')),
    accessed: risDate(first('Y2')),
    volume: first('VL'),
    issue: isPeriodical ? first('IS') : undefined,
    number: isPeriodical ? first('M1') : first('IS', 'M1'),
    page: pages(first('SP'), first('EP')),
    publisher: first('PB'),
    'publisher-place': first('CY', 'PP'),
    edition: first('ET')?.replace(/^(?:ed(?:isi|\.)? ke-|cetakan ke-)/i, ''),
    genre: csl === 'thesis' || csl === 'report' ? first('M3') : undefined,
    DOI: first('DO')?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''),
    URL: first('UR', 'L2'),
    language: languageTag(first('LA') ?? ''),
    note: first('N1'),
    'number-of-volumes': first('NV'),
    [isPeriodical ? 'ISSN' : 'ISBN']: number,
  }
  const kept = Object.entries(item).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '',
  )
  return { ...Object.fromEntries(kept), type: csl }
}

/** "Family, Given, Suffix"; what has no comma is a name of one piece: a body, or Sukarno. */
function risName(text: string): Record<string, string> | undefined {
  const [family = '', given = '', suffix = ''] = text.split(/\s*,\s*/)
  if (family === '') return given === '' ? undefined : { literal: given }
  if (given === '') return /\s/.test(family) ? { literal: family } : { family }
  return { family, given, ...(suffix === '' ? {} : { suffix }) }
}

/** `2020/08/17/` says more than a year alone. */
function risDate(...typed: readonly (string | undefined)[]): Record<string, unknown> | undefined {
  const texts = typed.filter((text) => text !== undefined && text !== '')
  const isos = texts.map((text) => {
    const [date = '', month = '', day = ''] = text?.split('/') ?? []
    const parts = [date, month, day].map((part) => part.trim())
    return isoDate(parts.filter((part) => part !== '').join('-'))
  })
  const best = isos.find((iso) => iso !== undefined)
  if (best !== undefined) return { 'date-parts': dateParts(best) }
  const years = texts.map((text) => text?.replace(/\/+$/, '').trim() ?? '')
  const year = years.find((text) => /^\d{4}$/.test(text)) ?? years[0]
  if (year === undefined) return undefined
  return /^\d+$/.test(year) ? { 'date-parts': [[Number(year)]] } : { literal: year }
}

function pages(start: string | undefined, end: string | undefined): string | undefined {
  if (start === undefined || end === undefined || end === start) return start ?? end
  return /[-–]/.test(start) ? start : `${start}-${end}`
}
