/** Appendices: their numbers, the labels typed on them, and what stands in them. */
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import type { Chapter } from '../../../scripts/model.ts'
import { analyse } from '../../../scripts/pipeline.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { numberAppendices } from '../../../scripts/resolve/number-appendices.ts'
import { stopwatch } from '../../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../../thesis-host.ts'

function parsed(text: string): Chapter {
  const [chapter] = parseFiles([{ path: 'lampiran.md', text }])
  if (!chapter) throw new Error('nothing was read')
  return chapter
}

/** Number and title of every heading; unnumbered ones have a dash. */
function headings({ tree }: Chapter): string[] {
  return tree.children.flatMap((node) => {
    const section = node.type === 'heading' ? node.data?.section : undefined
    return section ? [`${section.number || '-'} | ${section.title} | #${section.id}`] : []
  })
}

type Options = Parameters<typeof numberAppendices>[2]

function numbered(text: string, options: Options = {}): string[] {
  const chapter = parsed(text)
  numberAppendices(chapter.tree, chapter.file, options)
  return headings(chapter)
}

describe('numberAppendices', () => {
  it('makes one appendix of a file, titled by the heading it begins with', () => {
    expect(numbered('# Kuesioner\n\nIsi.\n\n## Bagian A\n\n# Bagian B')).toEqual([
      'Lampiran 1 | Kuesioner | #kuesioner',
      '- | Bagian A | #bagian-a',
      '- | Bagian B | #bagian-b',
    ])
    expect(numbered('<!-- x -->\n\n## Kuesioner {-}\n\nIsi.', { start: 3 })[0]).toContain(
      'Lampiran 3 | Kuesioner',
    )
  })

  it('numbers a file without a title', () => {
    expect(numbered('Isi saja.\n\n# Kemudian')).toEqual([
      'Lampiran 1 |  | #lampiran-1',
      '- | Kemudian | #kemudian',
    ])
    expect(numbered('')).toEqual(['Lampiran 1 |  | #lampiran-1'])
  })

  it('understands typed labels, on a line of their own too, and begins another appendix at each', () => {
    const text = '# LAMPIRAN 1. Kuesioner\n\n# Lampiran 2 - Surat\n\n# Lampiran 3\n\n## Foto\n\n# Lampiran CV'
    expect(numbered(text)).toEqual([
      'Lampiran 1 | Kuesioner | #kuesioner',
      'Lampiran 2 | Surat | #surat',
      'Lampiran 3 | Foto | #foto',
      '- | Lampiran CV | #lampiran-cv',
    ])
  })

  it.each([
    ['arabic', 'Lampiran 1', 'Lampiran 2'],
    ['letters', 'Lampiran A', 'Lampiran B'],
    ['roman', 'Lampiran I', 'Lampiran II'],
  ] as const)(
    'counts in %s, and takes a label typed in another way for the same',
    (numbering, first, second) => {
      for (const typed of ['1', 'A', 'I']) {
        const chapter = parsed(`# Lampiran ${typed} Satu\n\n# Lampiran 2 Dua`)
        numberAppendices(chapter.tree, chapter.file, { numbering })
        expect(headings(chapter).map((line) => line.split(' | ')[0])).toEqual([first, second])
        expect(diagnosticsOf(chapter.file)).toEqual([])
      }
    },
  )

  it('goes on behind Z', () => {
    expect(numbered('# X', { numbering: 'letters', start: 27 })[0]).toContain('Lampiran AA')
  })

  it('tells a typed number that differs', () => {
    const chapter = parsed('# Lampiran 4: Data')
    numberAppendices(chapter.tree, chapter.file, {})
    expect(diagnosticsOf(chapter.file)).toMatchObject([
      { ruleId: 'numbering/typed', expected: 'Lampiran 1', place: { start: { line: 1, column: 1 } } },
    ])
  })
})

describe('what stands in appendices', () => {
  const table = (label: string) => `\n\n: Data {#tbl:${label}}\n\n| a |\n|---|\n| 1 |\n`

  async function shown(yaml: string): Promise<string[]> {
    const host = thesisHost({
      'naskah.yaml': `chapters: [1.md]\nappendices: [a.md, b.md]\n${yaml}`,
      '1.md': `# Satu${table('satu')}\n[@tbl:a; @tbl:b] @lamp:a @app:b Lampiran 2 Lampiran 7 [a](#lamp:a) @tbl:satu`,
      'a.md': `# Awal {#lamp:a}${table('a')}`,
      'b.md': `# Belakang {#app:b}${table('b')}\n\nLihat Bab I dan @tbl:satu.`,
    })
    const { value, diagnostics } = await analyse(host, THESIS, {}, stopwatch())
    const references: string[] = []
    const walk = (node: { type: string; value?: string; children?: object[] }) => {
      if (node.type === 'crossReference') references.push(node.value ?? '')
      for (const child of node.children ?? []) walk(child as Parameters<typeof walk>[0])
    }
    for (const { tree } of [...(value?.chapters ?? []), ...(value?.appendices ?? [])]) walk(tree)
    const said = diagnostics.filter(({ ruleId }) => ruleId.startsWith('reference/'))
    return [...references, ...said.map(({ file, message }) => `${file}: ${message.id}`)]
  }

  it('is numbered by appendix and referred to from everywhere', async () => {
    expect(await shown('')).toEqual([
      'Tabel L1.1',
      'L2.1',
      'Lampiran 1',
      'Lampiran 2',
      'Lampiran 2',
      'Tabel 1.1',
      'Bab I',
      'Tabel 1.1',
      '1.md: Teks menyebut “Lampiran 7”, tetapi tidak ada yang bernomor itu. Yang ada: Lampiran 1, Lampiran 2.',
    ])
  })

  it('is called by the language of the thesis', async () => {
    expect((await shown('language: en\n')).slice(2, 4)).toEqual(['Appendix 1', 'Appendix 2'])
  })
})
