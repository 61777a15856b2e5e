/** Numbers, running texts, blank and turned pages as the profile asks for them, in the printed file. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Profile } from '../../scripts/schema/profile.ts'
import { dice, words } from './random-thesis.ts'
import { bodyLines, type ReadLine, type ReadPage } from './read-pdf.ts'
import { type PrintedThesis, printThesis } from './thesis.ts'

const MARGINS = { left: 4, top: 4, right: 3, bottom: 3 }
const TURNED = 'Melintang'

/**
 * Three chapters of about one, two and three pages; the second has turned pages within.
 * @param turned paragraphs
 */
function thesis(turned: number): Record<string, string> {
  const roll = dice(3)
  const paragraphs = (count: number) =>
    Array.from({ length: count }, () => `${words(roll, 60)}.`).join('\n\n')
  const wide = () => Array.from({ length: turned }, () => `${TURNED} ${paragraphs(1)}`).join('\n\n')
  return {
    'naskah.yaml': 'title: Kerja Sama Antarnegara\nauthor: Sari\nprofile: generic-id\n',
    'front/kata_pengantar.md': paragraphs(2),
    '01.md': `# Pendahuluan\n\n${paragraphs(3)}`,
    '02.md': `# Tinjauan Pustaka\n\n${paragraphs(2)}\n\n${wide()}\n\n${paragraphs(2)}`,
    '03.md': `# Penutup\n\n${paragraphs(12)}`,
    'front/motto.md': 'Sedikit demi sedikit.',
  }
}

function print(change: (profile: Profile) => Partial<Profile>, turned = 1): Promise<PrintedThesis> {
  return printThesis(thesis(turned), {
    profile: (profile) => ({ ...profile, ...change(profile) }),
    html: (html) => html.replace(new RegExp(`<p[^>]*>(?=${TURNED})`, 'g'), '<p class="landscape">'),
  })
}

/** The lines above and below the page area. */
function marginLines({ lines, height }: ReadPage): ReadLine[] {
  return lines.filter(({ baseline }) => baseline < MARGINS.top || baseline > height - MARGINS.bottom)
}

const middle = ({ left, right }: ReadLine) => (left + right) / 2

describe('printed on both sides', () => {
  let printed: PrintedThesis
  let pages: readonly ReadPage[]

  beforeAll(async () => {
    printed = await print(({ page_numbers: numbers }) => ({
      sides: 'two',
      open_right: true,
      page_numbers: {
        ...numbers,
        body: { style: 'arabic', position: 'top-outer' },
        back: { style: 'arabic', position: 'top-outer' },
      },
      running: [
        { text: '{chapter} {chapter_title}', position: 'top-inner', zones: ['body'], first_pages: false },
        { text: 'Universitas Contoh', position: 'bottom-outer', size_pt: 10, bold: true },
      ],
    }))
    pages = printed.pages
  })

  const planned = (at: number) => printed.map.pages[at]
  const isRight = (at: number) => at % 2 === 0
  /** From the paper's edges to the text. */
  const edges = (at: number) => {
    const { width } = pages[at] as ReadPage
    const mirrored = !isRight(at) && !planned(at)?.landscape
    return mirrored
      ? { left: MARGINS.right, right: width - MARGINS.left }
      : { left: MARGINS.left, right: width - MARGINS.right }
  }

  it('is as planned', () => {
    expect(printed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(pages.map(({ label }) => label)).toEqual(printed.map.pages.map(({ label }) => label))
  })

  it('has its wide margin at the binding, on either side', () => {
    const sides = new Set<boolean>()
    for (const [at, page] of pages.entries()) {
      const lines = bodyLines(page, MARGINS)
      if (lines.length < 8) continue
      sides.add(isRight(at))
      const { left, right } = edges(at)
      expect(Math.min(...lines.map((line) => line.left)), `page ${at}`).toBeCloseTo(left, 1)
      expect(Math.max(...lines.map((line) => line.right)), `page ${at}`).toBeCloseTo(right, 1)
    }
    expect(sides.size).toBe(2)
  })

  it('begins every part and chapter on a right-hand page', () => {
    const starts = pages.flatMap((page, at) => (/^BAB [IVX]+$/.test(page.lines[0]?.text ?? '') ? [at] : []))
    expect(starts).toHaveLength(3)
    const others = printed.map.pages.flatMap((page, at, all) =>
      !page.blank && (all[at - 1]?.blank || all[at - 1]?.section !== page.section) ? [at] : [],
    )
    expect(others).toEqual(expect.arrayContaining(starts))
    for (const at of others) expect(isRight(at), `page ${at}`).toBe(true)
  })

  it('says on a blank page that it is one, in its middle, and counts it', () => {
    const blanks = printed.map.pages.flatMap(({ blank }, at) => (blank ? [at] : []))
    expect(blanks.length).toBeGreaterThan(3)
    for (const at of blanks) {
      const page = pages[at] as ReadPage
      const [line, ...more] = bodyLines(page, MARGINS)
      expect(more).toEqual([])
      expect(line?.text).toBe('Halaman ini sengaja dikosongkan')
      const { left, right } = edges(at)
      expect(middle(line as ReadLine)).toBeCloseTo((left + right) / 2, 1)
      const centre = (MARGINS.top + page.height - MARGINS.bottom) / 2
      expect(Math.abs((line?.baseline ?? 0) - centre)).toBeLessThan(0.4)
    }
    const body = pages.slice(printed.map.pages.findIndex(({ label }) => label === '1'))
    expect(body.map(({ label }) => label)).toEqual(body.map((_, at) => String(at + 1)))
  })

  it('shows each number and running text at its edge', () => {
    const seen = new Set<string>()
    for (const [at, page] of pages.entries()) {
      const { label = '', position } = planned(at) ?? {}
      if (position === undefined) {
        expect(marginLines(page), `page ${at}`).toEqual([])
        continue
      }
      seen.add(position)
      const { left, right } = edges(at)
      const isTop = position.startsWith('top')
      const row = page.lines.find(({ baseline }) =>
        isTop ? baseline < MARGINS.top : baseline > page.height - MARGINS.bottom,
      ) as ReadLine
      // The number stands at the outer edge, the chapter in the same line at the inner one.
      if (isTop && isRight(at)) expect(row.right, `page ${at}`).toBeCloseTo(right, 1)
      if (isTop && !isRight(at)) expect(row.left, `page ${at}`).toBeCloseTo(left, 1)
      expect(row.text.split(' ')).toContain(label)
    }
    expect([...seen].sort()).toEqual(['bottom-center', 'top-left', 'top-right'])
    const footers = pages.filter((page) => marginLines(page).some(({ text }) => text.includes('Universitas')))
    expect(footers).toHaveLength(printed.map.pages.filter(({ position }) => position).length)
    const heads = pages.map(({ lines }) => lines[0]?.text ?? '').filter((text) => text.includes('BAB'))
    expect(heads).toContainEqual(expect.stringMatching(/^BAB III Penutup \d+$/))
    expect(heads).toContainEqual(expect.stringMatching(/^\d+ BAB III Penutup$/))
  })

  it('turns the page of what is too wide, in the same margins', () => {
    const turned = pages.flatMap((page, at) => (page.width > page.height ? [at] : []))
    expect(turned).toEqual(printed.map.pages.flatMap(({ landscape }, at) => (landscape ? [at] : [])))
    expect(turned).toHaveLength(1)
    const at = turned[0] ?? 0
    const page = pages[at] as ReadPage
    expect(page.width).toBeCloseTo(29.7, 1)
    const lines = bodyLines(page, MARGINS)
    expect(lines[0]?.text).toContain(TURNED)
    // A left-hand page, and yet not mirrored.
    expect(isRight(at)).toBe(false)
    expect(Math.min(...lines.map(({ left }) => left))).toBeCloseTo(4, 1)
    expect(Math.max(...lines.map(({ right }) => right))).toBeCloseTo(29.7 - 3, 1)
    expect(page.label).toBe(String(Number(pages[at - 1]?.label) + 1))
  })
})

describe('a running text opposite the number, in a font of its own', () => {
  const RUNNING = 'Sari'

  it('changes sides with the number on upright and on turned pages', async () => {
    const printed = await print(({ page_numbers: numbers }) => {
      const number = { style: 'arabic', position: 'bottom-outer' } as const
      return {
        sides: 'two',
        page_numbers: { ...numbers, front: number, chapter_first: number, body: number, back: number },
        running: [{ text: '{author}', position: 'bottom-inner', size_pt: 9, italic: true }],
      }
    }, 8)
    expect(printed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const kinds = new Set<string>()
    for (const [at, page] of printed.pages.entries()) {
      const { label = '', position, landscape = false } = printed.map.pages[at] ?? {}
      if (position === undefined) continue
      const isRight = at % 2 === 0
      kinds.add(`${isRight ? 'right' : 'left'}, ${landscape ? 'turned' : 'upright'}`)
      const lines = marginLines(page)
      expect(lines, `page ${at}`).toHaveLength(1)
      const [line] = lines
      expect(line?.text, `page ${at}`).toBe(isRight ? `${RUNNING} ${label}` : `${label} ${RUNNING}`)
      // From left to right.
      const fonts = isRight ? ['Tinos-Italic', 'Tinos-Regular'] : ['Tinos-Regular', 'Tinos-Italic']
      expect(line?.fonts, `page ${at}`).toEqual(fonts)
      expect(line?.size, `page ${at}`).toBeCloseTo(isRight ? 9 : 12, 3)
      const mirrored = !isRight && !landscape
      expect(line?.left, `page ${at}`).toBeCloseTo(mirrored ? MARGINS.right : MARGINS.left, 1)
      const inner = mirrored ? MARGINS.left : MARGINS.right
      expect(line?.right, `page ${at}`).toBeCloseTo(page.width - inner, 1)
    }
    expect([...kinds].sort()).toEqual(['left, turned', 'left, upright', 'right, turned', 'right, upright'])
  })
})

describe('numbered by chapters', () => {
  let printed: PrintedThesis

  beforeAll(async () => {
    const position = 'bottom-center'
    printed = await print(({ page_numbers: numbers }) => ({
      page_numbers: {
        ...numbers,
        front_first: { style: 'lower-roman', position: 'bottom-right' },
        chapter_first: { style: 'chapter-page', position },
        body: { style: 'chapter-page', position },
        back: { style: 'lower-roman', position },
      },
      running: [{ text: '{author} | {title}', position: 'bottom-left', size_pt: 9, italic: true }],
    }))
  })

  it('is as planned', () => {
    expect(printed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('prints the numeral and the number within the chapter, and labels the page so', () => {
    const labels = printed.pages.map(({ label }) => label)
    expect(labels).toEqual(printed.map.pages.map(({ label }) => label))
    expect(labels).toEqual(expect.arrayContaining(['ii', 'I-1', 'II-1', 'II-2', 'II-3', 'III-1']))
    for (const page of printed.pages.filter(({ label }) => label.includes('-'))) {
      expect(marginLines(page).map(({ text }) => text)).toEqual([
        `Sari | Kerja Sama Antarnegara ${page.label}`,
      ])
    }
  })

  it('leads from the contents to such a number', () => {
    const lines = printed.pages.flatMap((page) => bodyLines(page, MARGINS).map(({ text }) => text))
    expect(lines).toContain('BAB III PENUTUP III-1')
  })

  it('has the first page of a front part numbered in a place of its own', () => {
    const preface = printed.pages.find((page) => bodyLines(page, MARGINS)[0]?.text === 'KATA PENGANTAR')
    const [line] = preface ? marginLines(preface) : []
    expect(line?.text.split(' ').at(-1)).toBe(preface?.label)
    expect(line?.right).toBeCloseTo(21 - MARGINS.right, 1)
  })
})
