/** Names of works that come in CSL's own terms: titles are taken off, bodies written like people are put right. */
import type { CslItem } from '../../model.ts'
import { looksLikeBody, withoutTitles } from './names.ts'

type CslNameFault =
  | { readonly kind: 'titles'; readonly titles: readonly string[]; readonly plain: string }
  | { readonly kind: 'body'; readonly name: string }

const LISTS = ['author', 'editor', 'translator', 'container-author', 'director']

export function mendNames(item: CslItem): {
  readonly item: CslItem
  readonly faults: readonly CslNameFault[]
} {
  const faults: CslNameFault[] = []
  const mended: Record<string, unknown> = {}
  for (const list of LISTS) {
    const names = item[list]
    if (Array.isArray(names)) mended[list] = names.map((name) => mendName(name, faults))
  }
  return { item: { ...item, ...mended, id: item.id, type: item.type }, faults }
}

function mendName(name: Readonly<Record<string, unknown>>, faults: CslNameFault[]): unknown {
  const { family, given, suffix, literal } = name
  if (typeof literal === 'string') {
    const { name: plain, titles } = withoutTitles(literal)
    if (titles.length === 0) return name
    faults.push({ kind: 'titles', titles, plain })
    return { ...name, literal: plain }
  }
  if (typeof family !== 'string' || family === '') return name
  const first = typeof given === 'string' ? given : ''
  const whole = first === '' ? family : `${first} ${family}`
  if (first !== '' && name['non-dropping-particle'] === undefined && looksLikeBody(whole)) {
    faults.push({ kind: 'body', name: whole })
    return { literal: whole }
  }
  const behind = typeof suffix === 'string' ? suffix : ''
  const typed = [family, first, behind].filter((part) => part !== '').join(', ')
  const { name: plain, titles } = withoutTitles(typed)
  if (titles.length === 0) return name
  const [plainFamily = '', plainGiven = '', ...rest] = plain.split(/\s*,\s*/)
  faults.push({ kind: 'titles', titles, plain })
  const { given: _given, suffix: _suffix, ...others } = name
  return {
    ...others,
    family: plainFamily,
    ...(plainGiven === '' ? {} : { given: plainGiven }),
    ...(rest.length === 0 ? {} : { suffix: rest.join(', ') }),
  }
}
