import { describe, expect, it } from 'vitest'
import type { DocumentSection, PageMap } from '../../../scripts/model.ts'
import { noLetters } from '../../../scripts/print/letters.ts'
import { pageLabels } from '../../../scripts/print/pdf/page-labels.ts'
import { type Layout, pageLabel, planPages } from '../../../scripts/print/plan.ts'
import type { Profile } from '../../../scripts/schema/profile.ts'
import { numbered, section, shippedProfile } from './profile.ts'

const generic = await shippedProfile()

const SECTIONS = [
  section('sampul', 'front', { numbering: 'uncounted' }),
  section('judul', 'front', { numbering: 'hidden' }),
  section('isi', 'front'),
  section('bab1', 'body', { label: 'BAB I' }),
  section('bab2', 'body', { label: 'BAB II' }),
  section('pustaka', 'back'),
]
/** Digits are counted before letters. */
const LETTER_A = 10
const laidOutPage = (landscape: boolean, letter = 0) => ({
  landscape,
  letters: [letter],
  drawings: false,
  baselines: [],
})

/** How many pages each section has; or for each page, whether it is landscape. */
type Pages = readonly (number | readonly boolean[])[]

function layout(pages: Pages, more: Partial<Layout> = {}): Layout {
  const sections = pages.map((own) => {
    const flags = typeof own === 'number' ? new Array<boolean>(own).fill(false) : own
    return { pages: flags.map((landscape) => laidOutPage(landscape)), late: [] }
  })
  return { sections, anchors: {}, slots: [], ...more }
}

function plan(
  profile: Profile,
  pages: Pages = [1, 1, 2, 3, 1, 2],
  more: Partial<Layout> = {},
  sections: readonly DocumentSection[] = SECTIONS,
): PageMap {
  return planPages({ sections, language: 'id' }, layout(pages, more), profile)
}

const labels = ({ pages }: PageMap) => pages.map(({ label }) => label).join(' ')
const positions = ({ pages }: PageMap) => pages.map(({ position }) => position ?? '-').join(' ')

describe('page numbers', () => {
  it('count front pages in roman and the rest in arabic numbers, without the cover', () => {
    expect(labels(plan(generic))).toBe(' i ii iii 1 2 3 4 5 6')
  })

  it('stand where the profile says', () => {
    const [low, high] = ['bottom-center', 'top-right']
    expect(positions(plan(generic)).split(' ')).toEqual(['-', '-', low, low, low, high, high, low, low, high])
  })

  it('are counted and not shown where there is no place for them', () => {
    const map = plan(numbered(generic, { body: { style: 'arabic', position: 'none' } }))
    expect(labels(map)).toBe(' i ii iii 1 2 3 4 5 6')
    expect(map.pages[5]?.position).toBeUndefined()
  })

  it('have first pages of their own in each zone', () => {
    const first = { position: 'bottom-right' } as const
    const front = { front_first: { style: 'lower-roman', ...first } } as const
    expect(plan(numbered(generic, front)).pages.map(({ position }) => position)).toMatchObject({
      2: 'bottom-right',
      3: 'bottom-center',
      4: 'bottom-center',
      8: 'bottom-center',
    })
    const back = { back_first: { style: 'arabic', ...first } } as const
    expect(plan(numbered(generic, back)).pages[8]?.position).toBe('bottom-right')
  })

  it('change sides at outer and inner edges, where both sides are printed', () => {
    const outer = { style: 'arabic', position: 'top-outer' } as const
    const inner = { style: 'arabic', position: 'bottom-inner' } as const
    const profile = numbered(generic, { chapter_first: outer, body: inner })
    const pages = [4]
    const body = [section('bab', 'body')]
    expect(positions(plan({ ...profile, sides: 'two' }, pages, {}, body))).toBe(
      'top-right bottom-right bottom-left bottom-right',
    )
    expect(positions(plan(profile, pages, {}, body))).toBe('top-right bottom-left bottom-left bottom-left')
  })

  it('are written in each style', () => {
    const styles = ['lower-roman', 'upper-roman', 'arabic'] as const
    expect(styles.map((style) => pageLabel(4, style))).toEqual(['iv', 'IV', '4'])
  })

  it('begin anew in each chapter when they bear its numeral, and count through elsewhere', () => {
    const zone = { style: 'chapter-page', position: 'bottom-center' } as const
    const profile = numbered(generic, { chapter_first: zone, body: zone, back: zone })
    const sections = [...SECTIONS.slice(2, 5), section('tanpa', 'body'), section('pustaka', 'back')]
    expect(labels(plan(profile, [2, 3, 2, 1, 2], {}, sections))).toBe('i ii I-1 I-2 I-3 II-1 II-2 6 7 8')
  })

  it('of back parts in the style of the front go on where those stopped', () => {
    const zone = { style: 'chapter-page', position: 'bottom-center' } as const
    const back = { style: 'lower-roman', position: 'bottom-center' } as const
    const profile = numbered(generic, { chapter_first: zone, body: zone, back })
    expect(labels(plan(profile))).toBe(' i ii iii I-1 I-2 I-3 II-1 iv v')
    const arabic = { style: 'arabic', position: 'bottom-center' } as const
    expect(labels(plan(numbered(generic, { front: arabic })))).toBe(' 1 2 3 1 2 3 4 5 6')
  })
})

describe('a plan', () => {
  it('turns what the sections hold into physical pages', () => {
    const slot = { of: 'h1', section: 2, page: 1, left: 1, right: 2, top: 3, bottom: 4 }
    const sections = [{ pages: [] }, { pages: [], late: ['note.1'] }].map((own) => ({ late: [], ...own }))
    const { lateNotes } = plan(generic, [], { sections })
    const { anchors, slots } = plan(generic, [1, 1, 2, 3, 1, 2], {
      anchors: { h1: { section: 3, page: 2, top: 5 }, h2: { section: 5, page: 0, top: 0 } },
      slots: [slot],
    })
    expect([...anchors]).toEqual([
      ['h1', { page: 6, top: 5 }],
      ['h2', { page: 8, top: 0 }],
    ])
    expect(slots).toEqual([{ of: 'h1', page: 3, left: 1, right: 2, top: 3, bottom: 4 }])
    expect([...lateNotes]).toEqual(['note.1'])
  })

  it('keeps the letters and the turn of each page', () => {
    const sections = [[laidOutPage(false, 1)], [laidOutPage(false, 2), laidOutPage(true, 3)]]
    const own = sections.map((laidOut) => ({ pages: laidOut, late: [] }))
    const { pages } = plan(generic, [], { sections: own }, SECTIONS.slice(2, 4))
    expect(pages.map((page) => [page.landscape, page.letters[0]])).toEqual([
      [false, 1],
      [false, 2],
      [true, 3],
    ])
  })
})

describe('parts that begin on a right-hand page', () => {
  const profile: Profile = { ...generic, open_right: true }
  const map = plan(profile, [1, 1, 2, 3, 1, 2], {
    sections: [[0], [1], [2, 3], [4, 5, 6], [7], [8, 9]].map((letters) => ({
      pages: letters.map((letter) => laidOutPage(false, letter)),
      late: [],
    })),
    anchors: { bab1: { section: 3, page: 0, top: 0 } },
    slots: [{ of: 'bab1', section: 5, page: 1, left: 0, right: 0, top: 0, bottom: 0 }],
  })

  it('have a blank page before them where one is needed', () => {
    expect(map.pages.map(({ section: id, blank }) => (blank ? `(${id})` : id)).join(' ')).toBe(
      'sampul (judul) judul (isi) isi isi bab1 bab1 bab1 (bab2) bab2 (pustaka) pustaka pustaka',
    )
  })

  it('let it be counted like a further page of the part before', () => {
    expect(labels(map)).toBe('  i ii iii iv 1 2 3 4 5 6 7 8')
    expect(positions(map).split(' ').slice(0, 4)).toEqual(['-', '-', '-', '-'])
    expect(map.pages[9]?.position).toBe('top-right')
    const inChapter = { style: 'chapter-page', position: 'top-right' } as const
    expect(labels(plan(numbered(profile, { body: inChapter, chapter_first: inChapter })))).toBe(
      '  i ii iii iv I-1 I-2 I-3 I-4 II-1 II-2 7 8',
    )
  })

  it('move what is on later pages', () => {
    expect(map.anchors.get('bab1')?.page).toBe(6)
    expect(map.slots[0]?.page).toBe(13)
    expect(map.pages.filter(({ blank }) => !blank).map(({ letters }) => letters[0])).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ])
  })

  it('let it say why it is blank, in the language of the document', () => {
    const blanks = (language: 'id' | 'en', own: Profile) =>
      planPages({ sections: SECTIONS, language }, layout([1, 1, 2, 3, 1, 2]), own).pages[1]?.letters
    // "Halaman ini sengaja dikosongkan" has six a, "This page is intentionally left blank" three.
    expect(blanks('id', profile)?.[LETTER_A]).toBe(6)
    expect(blanks('en', profile)?.[LETTER_A]).toBe(3)
    const silent = { ...profile, blank_page: { ...profile.blank_page, text: { id: '', en: '' } } }
    expect(blanks('id', silent)).toEqual(noLetters())
  })

  it('let it show no number, and count it all the same', () => {
    const hidden = plan({ ...profile, blank_page: { ...profile.blank_page, number: 'hidden' } })
    expect(labels(hidden)).toBe(labels(map))
    expect(hidden.pages[9]?.position).toBeUndefined()
  })
})

describe('page labels of the PDF', () => {
  const of = (...own: string[]) =>
    pageLabels({ pages: own.map((label) => ({ label })) } as unknown as PageMap)

  it('begin a run where the style or the count changes', () => {
    expect(pageLabels(plan(generic))).toBe('0 <<  >> 1 << /S /r /St 1 >> 4 << /S /D /St 1 >>')
    expect(of('1', '2', '1', '3')).toBe('0 << /S /D /St 1 >> 2 << /S /D /St 1 >> 3 << /S /D /St 3 >>')
  })

  it('write the numeral of a chapter before the number', () => {
    expect(of('I-1', 'I-2', 'II-1', 'II-2')).toBe('0 << /S /D /P (I-) /St 1 >> 2 << /S /D /P (II-) /St 1 >>')
  })

  it('tell capital numerals from small ones and from words', () => {
    expect(of('IX', 'X', 'x', 'A (')).toBe('0 << /S /R /St 9 >> 2 << /S /r /St 10 >> 3 << /P (A \\() >>')
  })

  it('leave uncounted pages without any, wherever they stand', () => {
    expect(of('1', '', '', '2')).toBe('0 << /S /D /St 1 >> 1 <<  >> 3 << /S /D /St 2 >>')
  })
})
