import { describe, expect, it } from 'vitest'
import { diskHost } from '../../../scripts/host.ts'
import type { DocumentSection, PdfFacts } from '../../../scripts/model.ts'
import { inspect } from '../../../scripts/print/inspect.ts'
import { pageNumberCss } from '../../../scripts/print/page-css.ts'
import { pageLabels } from '../../../scripts/print/pdf/finish.ts'
import { type Layout, layoutOf, pageLabel, planPages } from '../../../scripts/print/plan.ts'
import { readProfile } from '../../../scripts/read/profile.ts'
import type { Profile } from '../../../scripts/schema/profile.ts'

const profile = (await readProfile(diskHost(), 'skripsi-hi', {})).value as Profile

const section = (
  id: string,
  zone: DocumentSection['zone'],
  numbering: DocumentSection['numbering'] = 'shown',
) => ({
  id,
  zone,
  numbering,
  title: id,
})
const SECTIONS = [
  section('sampul', 'front', 'uncounted'),
  section('judul', 'front', 'hidden'),
  section('isi', 'front'),
  section('bab1', 'body'),
  section('bab2', 'body'),
  section('pustaka', 'back'),
]
const LAYOUT: Layout = {
  pages: [1, 1, 2, 3, 1, 2],
  anchors: {
    h1: { section: 3, page: 0, top: 0 },
    h2: { section: 3, page: 2, top: 100 },
    h3: { section: 4, page: 0, top: 0 },
    h4: { section: 5, page: 0, top: 0 },
  },
}

describe('planPages', () => {
  const { pages, anchors } = planPages(SECTIONS, LAYOUT, profile)

  it('counts front pages in roman and the rest in arabic numbers, without the cover', () => {
    expect(pages.map((page) => page.label)).toEqual(['', 'i', 'ii', 'iii', '1', '2', '3', '4', '5', '6'])
  })

  it('shows the number where the profile says', () => {
    const [none, low, high] = [undefined, 'bottom-center', 'top-right']
    expect(pages.map((page) => page.position)).toEqual([
      none,
      none,
      low,
      low,
      low,
      high,
      high,
      low,
      low,
      high,
    ])
  })

  it('turns anchors into physical pages', () => {
    expect([...anchors].map(([id, { page }]) => [id, page])).toEqual([
      ['h1', 4],
      ['h2', 6],
      ['h3', 7],
      ['h4', 8],
    ])
  })

  it('changes sides for outer numbers', () => {
    const body = { style: 'arabic', position: 'top-outer' } as const
    const mirrored = { ...profile, page_numbers: { ...profile.page_numbers, body, chapter_first: body } }
    const { pages: outer } = planPages([section('bab', 'body')], { pages: [3], anchors: {} }, mirrored)
    expect(outer.map((page) => page.position)).toEqual(['top-right', 'top-left', 'top-right'])
  })

  it('writes numerals of each style', () => {
    expect([pageLabel(4, 'lower-roman'), pageLabel(4, 'upper-roman'), pageLabel(4, 'arabic')]).toEqual([
      'iv',
      'IV',
      '4',
    ])
  })
})

describe('page labels of the PDF', () => {
  it('begin a run where the style or the count changes', () => {
    const map = planPages(SECTIONS, LAYOUT, profile)
    expect(pageLabels(map)).toBe('0 <<  >> 1 << /S /r /St 1 >> 4 << /S /D /St 1 >>')
  })
})

describe('page numbers in the margins', () => {
  it('gives every physical page one symbol in each position', () => {
    const css = pageNumberCss(planPages(SECTIONS, LAYOUT, profile).pages, profile)
    expect(css).toContain(
      '@counter-style at-bottom-center{system:fixed;symbols:"" "" "ii" "iii" "1" "" "" "4" "5" "";',
    )
    expect(css).toContain(
      '@counter-style at-top-right{system:fixed;symbols:"" "" "" "" "" "2" "3" "" "" "6";',
    )
    expect(css).not.toContain('at-top-left')
  })
})

describe('inspect', () => {
  const map = planPages(SECTIONS, LAYOUT, profile)
  const entries = ['h1', 'h2', 'h3', 'h4'].map((id) => ({ id, title: id }))
  const facts = (change: Partial<Record<string, number>> = {}, pages = 10): PdfFacts => ({
    pages,
    destinations: new Map(
      [...map.anchors].map(([id, { page }]) => [id, { page: change[id] ?? page, x: 0, y: 700 }]),
    ),
  })

  it('is content with a file that is as planned', () => {
    expect(inspect(facts(), map, entries)).toEqual([])
  })

  it('tells the page planned and the page found', () => {
    const [fault, ...others] = inspect(facts({ h2: 5 }), map, entries)
    expect(others).toEqual([])
    expect(fault).toMatchObject({ ruleId: 'pdf/wrong-page', severity: 'error' })
    expect(fault?.message.en).toContain('“h2” is on page 3, but in the PDF it is on page 2')
  })

  it('tells a page too many and an entry that is lost', () => {
    expect(inspect(facts({}, 11), map, entries).map(({ ruleId }) => ruleId)).toEqual(['pdf/page-count'])
    const lost = inspect(facts(), map, [...entries, { id: 'h9', title: 'Hilang' }])
    expect(lost.map(({ ruleId }) => ruleId)).toEqual(['pdf/lost-anchor'])
  })

  it('is content once the pages were planned from the file itself', () => {
    const real = facts({ h2: 7, h3: 8, h4: 9 }, 11)
    const corrected = planPages(SECTIONS, layoutOf(real, LAYOUT), profile)
    expect(corrected.pages.map((page) => page.label)).toEqual([
      '',
      'i',
      'ii',
      'iii',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ])
    expect(inspect(real, corrected, entries)).toEqual([])
  })
})
