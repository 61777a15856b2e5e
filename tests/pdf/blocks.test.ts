/** Divs, definitions and lists as they are printed: what stands where, and nothing lost. */
import { beforeAll, describe, expect, it } from 'vitest'
import { dice, words } from './random-thesis.ts'
import { bodyLines } from './read-pdf.ts'
import { type PrintedThesis, printThesis } from './thesis.ts'

const MARGINS = { top: 4, bottom: 3 }
const roll = dice(7)
const sentence = (count: number) => words(roll, count)
const definitions = Array.from(
  { length: 14 },
  (_, at) =>
    `Istilah${at}x\n: ${sentence(30)}${at === 9 ? '^[Catatandefinisi.]' : ''}\n\n    Lanjutan${at}x.\n`,
)

const CHAPTER = `# Bentuk

${definitions.join('\n')}

Unsurnya:
a. Hurufa
   1. Bernomor
      1. Dalam
b. Hurufb

1. Luar
   1. Tengah

(1) Kurung
(2) Tutup

- [ ] Belum
- [x] Sudah

::: landscape
## Judulturun

Isiturun.

### Subjudulturun

${sentence(500)}
:::

Kembalitegak.

> Kutipan
>
> a. Kutipa
> b. Kutipb
`

let printed: PrintedThesis
let texts: string[]

beforeAll(async () => {
  printed = await printThesis({ '1.md': CHAPTER })
  texts = printed.pages.map((page) =>
    bodyLines(page, MARGINS)
      .map(({ text }) => text)
      .join('\n'),
  )
}, 60_000)

const pageWith = (mark: string) => texts.findLastIndex((text) => text.includes(mark))

describe('blocks in print', () => {
  it('are where the layout has them', () => {
    expect(printed.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it.each([
    'a. Hurufa',
    '1) Bernomor',
    'a) Dalam',
    'b. Hurufb',
    '1. Luar',
    'a. Tengah',
    '(1) Kurung',
    '(2) Tutup',
    'a. Kutipa',
  ])('have the marker of %s', (line) => {
    expect(texts.join('\n').split('\n')).toContain(line)
  })

  it('keep a term with its definition, and a note with its call', () => {
    for (const text of texts) expect(text.split('\n').at(-1)).not.toMatch(/^Istilah/)
    expect(pageWith('Catatandefinisi')).toBe(pageWith('Istilah9x'))
    expect(texts.filter((text) => text.includes('Istilah')).length).toBeGreaterThan(1)
  })

  it('turn the pages of a landscape div, with its headings, and no others', () => {
    const turned = pageWith('Judulturun')
    expect(pageWith('Isiturun')).toBe(turned)
    expect(pageWith('Subjudulturun')).toBe(turned)
    const landscape = printed.map.pages.flatMap((page, at) => (page.landscape ? [at] : []))
    expect(landscape.length).toBeGreaterThan(1)
    expect(landscape).toEqual(landscape.map((_, at) => turned + at))
    expect(pageWith('Kembalitegak')).toBe(turned + landscape.length)
    expect(pageWith('Sudah')).toBe(turned - 1)
  })
})
