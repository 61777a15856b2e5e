/** Appendices: a PDF, told where naskah.yaml names it, and a title of naskah.yaml in place of that of the file. */
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../scripts/pipeline.ts'
import { parseAppendices } from '../../../scripts/read/appendices.ts'
import { stopwatch } from '../../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../../thesis-host.ts'
import { sayings } from '../front/thesis.ts'

it('is told at its line when it is missing or no PDF', async () => {
  const yaml =
    'title: Judul\nappendices:\n  - surat.pdf\n  - { file: rusak.pdf, title: Surat Izin }\n  - ../luar.pdf\n'
  const said = await sayings({ '01.md': '# Pendahuluan\n\nTeks.', 'naskah.yaml': yaml, 'rusak.pdf': 'bukan' })
  expect(
    said.filter((line) => line.includes('image/')).map((line) => line.split(' ').slice(0, 2).join(' ')),
  ).toEqual(['naskah.yaml:3:5 image/missing', 'naskah.yaml:4:5 image/pdf-unreadable'])
  expect(said.some((line) => line.startsWith('naskah.yaml:5:5') && line.includes('luar.pdf'))).toBe(true)
})

describe('a title of naskah.yaml', () => {
  const where = {
    file: 'naskah.yaml',
    place: { start: { line: 3, column: 5, offset: 40 }, end: { line: 3, column: 50, offset: 85 } },
  }

  async function headings(markdown: string, title: string) {
    const host = thesisHost({
      '01.md': '# Pendahuluan\n\nLihat @lamp:data.',
      'l.md': markdown,
      'naskah.yaml': `title: Judul\nappendices:\n  - { file: l.md, title: "${title}" }\n`,
    })
    const { value, diagnostics } = await analyse(host, THESIS, {}, stopwatch())
    const nodes = value?.appendices.flatMap(({ tree }) => tree.children) ?? []
    const found = nodes.flatMap((node) =>
      node.type === 'heading'
        ? `${node.data?.section?.number || '-'} | ${node.data?.section?.title} | ${node.data?.label ?? '-'}`
        : [],
    )
    const unknown = diagnostics.filter(({ ruleId }) => ruleId === 'reference/unknown-label')
    return [...found, ...unknown.map(({ ruleId }) => ruleId)]
  }

  it('leaves a heading of a part of the appendix alone', async () => {
    expect(await headings('## Informan A\n\nIsi.\n\n## Informan B {#lamp:data}', 'Transkrip')).toEqual([
      'Lampiran 1 | Transkrip | -',
      '- | Informan A | -',
      '- | Informan B | lamp:data',
    ])
  })

  it('takes the place of the title in the file, and its label', async () => {
    for (const attributes of ['{#lamp:data}', '{.unnumbered #lamp:data}']) {
      expect(await headings(`---\na: b\n---\n\n# *Lama* ${attributes}\n\nIsi.`, 'Data *Baru*')).toEqual([
        'Lampiran 1 | Data Baru | lamp:data',
      ])
    }
    expect(await headings('# Lama {#lamp:lama}', 'Baru {#lamp:data}')).toEqual([
      'Lampiran 1 | Baru | lamp:data',
    ])
    expect((await headings('# Lama {2022}', 'Baru'))[0]).toBe('Lampiran 1 | Baru | -')
  })

  it('has no place in the file of the appendix, and one without offset where a PDF is asked for', () => {
    const markdown = { path: 'l.md', text: '# Lama {#lamp:lama}\n\nIsi.' }
    const [written, pdf] = parseAppendices([
      { path: 'l.md', markdown, title: 'Data *Baru*', where },
      { path: 'l.pdf', title: 'Surat', where },
    ])
    const heading = JSON.stringify(written?.tree.children[0])
    expect(heading).toContain('Baru')
    expect(heading).not.toContain('position')
    expect(pdf?.file.path).toBe('naskah.yaml')
    expect(pdf?.tree.children[0]?.position).toEqual({
      start: { line: 3, column: 5 },
      end: { line: 3, column: 50 },
    })
    expect(JSON.stringify(pdf?.tree)).not.toContain('offset')
  })
})
