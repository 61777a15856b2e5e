/** Every name a page template may use, for telling the author of one which names there are. */
import type { Markup, PageData } from './data.ts'

/** `text` is printed; a list holds what each of its items has; the rest are names below a name. */
export type Shape = 'text' | readonly [Names] | Names
export interface Names {
  readonly [name: string]: Shape
}

/** The compiler holds that each name of the data is here, and no other. */
type NamesOf<Data> = { readonly [Name in keyof Data]-?: ShapeOf<NonNullable<Data[Name]>> }
type ShapeOf<Value> = Value extends Markup | string | boolean
  ? 'text'
  : Value extends readonly (infer Item)[]
    ? readonly [NamesOf<Item>]
    : NamesOf<Value>

const signer = { name: 'text', id: 'text', role: 'text' } as const

export const PAGE_NAMES = {
  title: 'text',
  titleCaps: 'text',
  titleEn: 'text',
  subtitle: 'text',
  kind: 'text',
  kindCaps: 'text',
  kindLower: 'text',
  degree: 'text',
  programme: 'text',
  programmeCaps: 'text',
  faculty: 'text',
  facultyCaps: 'text',
  university: 'text',
  universityCaps: 'text',
  city: 'text',
  cityCaps: 'text',
  year: 'text',
  date: 'text',
  defenceDate: 'text',
  logo: 'text',
  stampDuty: 'text',
  idLabel: 'text',
  staffIdLabel: 'text',
  author: {
    name: 'text',
    id: 'text',
    birthPlace: 'text',
    birthDate: 'text',
    address: 'text',
    email: 'text',
    phone: 'text',
    hasEducation: 'text',
    education: [{ school: 'text', years: 'text' }],
  },
  supervisors: [signer],
  examiners: [signer],
  signers: [signer],
  boardDensity: 'text',
  supervisorsDensity: 'text',
  dean: signer,
  programmeHead: signer,
} as const satisfies NamesOf<PageData>

/** The shape of a name among scopes, the innermost last; undefined when none has it. */
export function shapeOf(written: string, scopes: readonly Shape[]): Shape | undefined {
  if (written === '.') return scopes.at(-1)
  const [first = '', ...below] = written.split('.')
  const scope = scopes.findLast((candidate) => namesIn(candidate).includes(first))
  let shape = scope && member(scope, first)
  for (const name of below) shape = shape && member(shape, name)
  return shape
}

/** The names a scope has of its own. */
export function namesIn(shape: Shape): string[] {
  return isNames(shape) ? Object.keys(shape) : []
}

function member(shape: Shape, name: string): Shape | undefined {
  return isNames(shape) && Object.hasOwn(shape, name) ? shape[name] : undefined
}

export function isNames(shape: Shape): shape is Names {
  return typeof shape === 'object' && !Array.isArray(shape)
}
