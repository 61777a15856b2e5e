import { safeParse } from 'valibot'
import { describe, expect, it } from 'vitest'
import { marginTexts } from '../../../scripts/print/margin-texts.ts'
import { marginCss } from '../../../scripts/print/page-css.ts'
import { planPages } from '../../../scripts/print/plan.ts'
import { findMarginClash } from '../../../scripts/schema/margin-clash.ts'
import type { RunningText } from '../../../scripts/schema/margins.ts'
import { type Profile, profileSchema } from '../../../scripts/schema/profile.ts'
import { numbered, section, shippedProfile } from './profile.ts'

const generic = await shippedProfile()

const DOCUMENT = {
  language: 'id',
  title: 'Kerja {author} Sama',
  author: 'Sari',
  sections: [
    section('sampul', 'front', { numbering: 'hidden' }),
    section('prakata', 'front', { title: 'Prakata' }),
    section('bab1', 'body', { title: 'Pendahuluan', label: 'BAB I' }),
    section('pustaka', 'back', { title: 'Daftar  Pustaka' }),
  ],
} as const

function texts(profile: Profile, counts = [1, 2, 2, 2]) {
  const page = { landscape: false, letters: [], drawings: false, baselines: [] }
  const sections = counts.map((count) => ({ pages: new Array<typeof page>(count).fill(page), late: [] }))
  const layout = { sections, anchors: {}, slots: [] }
  return marginTexts(planPages(DOCUMENT, layout, profile).pages, DOCUMENT, profile)
}

const running = (...own: Partial<RunningText>[]): Profile => ({
  ...generic,
  running: own.map((text) => ({ text: 'Kampus', position: 'bottom-right', ...text })),
})
/** What stands at the bottom right of each page. */
const shown = (profile: Profile, counts?: number[]) =>
  texts(profile, counts).map((page) => page['bottom-right'] ?? '')

describe('running texts', () => {
  it('stand on every page beside its number, but not where a part shows none', () => {
    const pages = texts(running({}))
    expect(pages[0]).toEqual({})
    expect(pages[1]).toEqual({ 'bottom-center': 'ii', 'bottom-right': 'Kampus' })
    expect(pages[4]).toEqual({ 'top-right': '2', 'bottom-right': 'Kampus' })
  })

  it('name the chapter or part of their page, the thesis and its author', () => {
    expect(shown(running({ text: '{chapter} {chapter_title}' }))).toEqual([
      '',
      ...['Prakata', 'Prakata', 'BAB I Pendahuluan', 'BAB I Pendahuluan', 'Daftar Pustaka', 'Daftar Pustaka'],
    ])
    expect(shown(running({ text: '{title} – {author}' }))[3]).toBe('Kerja {author} Sama – Sari')
  })

  it('may be kept to some zones, and off first pages', () => {
    expect(shown(running({ zones: ['body', 'back'] }))).toEqual([...['', '', ''], ...Array(4).fill('Kampus')])
    const others = running({ first_pages: false })
    expect(shown(others).map(Boolean)).toEqual([false, false, true, false, true, false, true])
  })

  it('change sides where both sides are printed', () => {
    const profile: Profile = { ...running({ position: 'bottom-outer' }), sides: 'two' }
    expect(texts(profile).map((page) => Object.keys(page).at(0))).toEqual([
      undefined,
      ...['bottom-left', 'bottom-right', 'bottom-left', 'bottom-right', 'bottom-left', 'bottom-right'],
    ])
  })

  it('on a blank page are those of the part before it, or none', () => {
    const profile: Profile = { ...running({ text: '{chapter}', first_pages: false }), open_right: true }
    const counts = [2, 2, 3, 1]
    expect(shown(profile, counts)).toEqual([...['', '', '', ''], ...['', 'BAB I', 'BAB I', 'BAB I'], ''])
    const hidden = { ...profile, blank_page: { ...profile.blank_page, number: 'hidden' } } as const
    expect(texts(hidden, counts)[7]).toEqual({})
  })
})

describe('the margins of the paper', () => {
  const { font } = generic

  it('have one symbol for every physical page in each place that is used', () => {
    const css = marginCss(texts(running({ text: 'Kam"pus', size_pt: 10, bold: true })), generic)
    expect(css).toContain('at-bottom-center{system:fixed;symbols:"" "ii" "iii" "1" "" "3" "";')
    expect(css).toContain('at-top-right{system:fixed;symbols:"" "" "" "" "2" "" "4";')
    expect(css).toContain('at-bottom-right{system:fixed;symbols:"" "Kam\\"pus" "Kam\\"pus"')
    expect(css).not.toContain('top-left')
  })

  /** The font of each place, by the pages it holds on. */
  const fonts = (profile: Profile) =>
    Object.fromEntries(
      [...marginCss(texts(profile), profile).matchAll(/@page(?: :(\w+))?\{((?:@[^}]*\})*)\}/g)].map(
        ([, side = 'all', boxes = '']) => [
          side,
          Object.fromEntries(
            [...boxes.matchAll(/@([\w-]+)\{[^}]*?font:([^/]*)/g)].map(([, place, is]) => [place, is]),
          ),
        ],
      ),
    )

  it('have the font of what stands there', () => {
    const text = { position: 'bottom-right', size_pt: 9, bold: true, italic: true } as const
    expect(fonts(running(text))).toEqual({
      all: {
        'bottom-center': `${font.size_pt}pt`,
        'bottom-right': 'italic bold 9pt',
        'top-right': `${font.size_pt}pt`,
      },
    })
  })

  it('have another font on the other side of the sheet', () => {
    const number = { style: 'arabic', position: 'bottom-outer' } as const
    const numbers = { front: number, chapter_first: number, body: number, back: number }
    const text = { position: 'bottom-inner', size_pt: 9, italic: true } as const
    expect(fonts({ ...numbered(running(text), numbers), sides: 'two' })).toEqual({
      right: { 'bottom-right': `${font.size_pt}pt`, 'bottom-left': 'italic 9pt' },
      left: { 'bottom-right': 'italic 9pt', 'bottom-left': `${font.size_pt}pt` },
    })
  })
})

describe('a profile', () => {
  const accepts = (profile: Profile) => findMarginClash(profile) === undefined
  const places = (...own: Partial<RunningText>[]) => accepts(running(...own))

  it('may hold running texts that keep out of the way of numbers and of each other', () => {
    expect(accepts(generic)).toBe(true)
    expect(places({ size_pt: 10, bold: true }, { position: 'top-left', italic: true })).toBe(true)
    // The number is at the top right of all but first pages, in the font of the page.
    expect(places({ position: 'top-right' })).toBe(false)
    expect(places({ position: 'bottom-center' })).toBe(false)
    expect(places({ position: 'bottom-center', zones: ['body'], first_pages: false })).toBe(true)
    expect(places({}, {})).toBe(false)
    expect(places({ zones: ['front'] }, { zones: ['body'] })).toBe(true)
  })

  it('cannot print two fonts in one place, not even on different pages', () => {
    const text: Partial<RunningText> = { position: 'bottom-center', zones: ['body'], first_pages: false }
    expect(places({ ...text, bold: true })).toBe(false)
    expect(places({ ...text, size_pt: generic.font.size_pt })).toBe(true)
    expect(places({ zones: ['front'], size_pt: 9 }, { zones: ['body'], size_pt: 10 })).toBe(false)
  })

  it('is tried on both sides of a sheet, each with a font of its own', () => {
    const number = { style: 'arabic', position: 'bottom-outer' } as const
    const all = { front: number, chapter_first: number, body: number, back: number }
    const opposite = running({ position: 'bottom-inner', size_pt: 9, italic: true })
    const profile: Profile = { ...numbered(opposite, all), sides: 'two' }
    expect(accepts(profile)).toBe(true)
    expect(accepts({ ...profile, sides: 'one' })).toBe(true)
    const left = { text: 'Kampus', position: 'bottom-left' } as const
    // On right-hand pages it is opposite the number, on left-hand ones it is not.
    expect(findMarginClash({ ...profile, running: [left] })).toMatchObject({ over: 'place', pages: 'left' })
  })

  it('is told what clashes, and where', () => {
    expect(findMarginClash(running({ position: 'top-left' }, { position: 'top-right' }))).toEqual({
      over: 'place',
      earlier: { kind: 'number', zone: 'body', first: false },
      later: { kind: 'running', index: 1, text: 'Kampus' },
      position: 'top-right',
      pages: 'all',
    })
    const front: Partial<RunningText> = { zones: ['front'], size_pt: 9 }
    expect(findMarginClash(running(front, { zones: ['body'], text: 'Fakultas' }))).toEqual({
      over: 'font',
      earlier: { kind: 'running', index: 0, text: 'Kampus' },
      later: { kind: 'running', index: 1, text: 'Fakultas' },
      position: 'bottom-right',
      pages: 'all',
    })
  })

  it('may name what is known of a page and nothing else', () => {
    const reads = (text: string) => safeParse(profileSchema, running({ text })).success
    expect(reads('Hal. {chapter}: {chapter_title}, {title} oleh {author}')).toBe(true)
    for (const text of ['{bab}', '{chapter', '{chapter}}', '{{chapter}}', '']) {
      expect(reads(text), text).toBe(false)
    }
  })
})
