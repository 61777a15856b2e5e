import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { remarkFootnotes, remarkInlineNotes } from '../../../scripts/index.ts'
import { analyse } from '../../../scripts/pipeline.ts'
import { stopwatch } from '../../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../../thesis-host.ts'

/** What is said, as `line:column-line:column rule`. */
function said(markdown: string): string[] {
  const chain = unified().use(remarkParse).use(remarkInlineNotes).use(remarkGfm).use(remarkFootnotes)
  const file = new VFile(markdown)
  chain.runSync(chain.parse(file), file)
  return file.messages.map(({ place, ruleId }) => {
    if (!place || !('start' in place)) return `? ${ruleId}`
    const { start, end } = place
    return `${start.line}:${start.column}-${end.line}:${end.column} ${ruleId}`
  })
}

/** What is said of a thesis, as `file:line:column rule`. */
async function saidOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { diagnostics } = await analyse(thesisHost(files), THESIS, {}, stopwatch())
  return diagnostics
    .filter(({ ruleId }) => ruleId.startsWith('footnote/'))
    .map(({ file, place, ruleId }) => `${file}:${place?.start.line}:${place?.start.column} ${ruleId}`)
}

describe('calls without a note', () => {
  it.each([
    ['Kata[^a] lagi.', ['1:5-1:9 footnote/undefined']],
    ['satu\ndua *tiga[^a]* [^b]', ['2:10-2:14 footnote/undefined', '2:16-2:20 footnote/undefined']],
    [
      '> satu\n> dua[^a]\n\n| a |\n|---|\n| b[^b] |',
      ['2:6-2:10 footnote/undefined', '6:4-6:8 footnote/undefined'],
    ],
    ['\\[^a] lalu [^a]', ['1:12-1:16 footnote/undefined']],
    ['\\\\[^a]', ['1:3-1:7 footnote/undefined']],
    ['# Judul[^a]\n\nSetext[^b]\n---', ['1:8-1:12 footnote/undefined', '3:7-3:11 footnote/undefined']],
    ['a\r\nb[^x]', ['2:2-2:6 footnote/undefined']],
    ['&amp; [^x] &#91;^y]', ['1:7-1:11 footnote/undefined']],
    ['![alt[^a]](u) `[^a]` [x[^a]](u) <b title="[^a]">', []],
    ['    [^a]\n\n```\n[^a]\n```', []],
    ['[^ ] [^] [^a b] [a^b]', []],
    ['[^A] ada.\n\n[^a]: ya', []],
    ['a[^x] b@kampus.ac.id c[^y] \\[^z]', ['1:2-1:6 footnote/undefined', '1:23-1:27 footnote/undefined']],
  ])('%j', (markdown, expected) => {
    expect(said(markdown)).toEqual(expected)
  })

  it('are told with the names that are near', () => {
    const chain = unified().use(remarkParse).use(remarkGfm).use(remarkFootnotes)
    const file = new VFile('Kata[^celh] [^Celah].\n\n[^celah]: Ya.')
    chain.runSync(chain.parse(file), file)
    const [message] = file.messages
    expect(message?.fatal).toBe(true)
    expect(message?.expected).toEqual(['[^celah]'])
    expect(message?.diagnostic?.hint).toEqual({
      id: 'Mungkin maksud Anda “[^celah]”?',
      en: 'Did you mean “[^celah]”?',
    })
  })
})

describe('notes', () => {
  it.each([
    ['without a call', 'Kata.\n\n[^a]: Teks.', ['3:1-3:12 footnote/unused']],
    ['called twice', 'Kata[^a] dan[^a].\n\n[^a]: Teks.', []],
    ['with one label', 'Kata[^a].\n\n[^a]: Satu.\n\n[^A]: Dua.', ['5:1-5:11 footnote/duplicate']],
    ['in a note', 'Kata[^a].\n\n[^a]: Satu[^b].\n[^b]: Dua.', ['3:11-3:15 footnote/nested']],
    ['in a note, in the text', 'Kata^[satu^[dua] tiga].', ['1:11-1:17 footnote/nested']],
    ['that call themselves', 'Kata[^a].\n\n[^a]: Satu[^a].', ['3:11-3:15 footnote/nested']],
    [
      'without text',
      'Kata[^a]^[] dan^[ ].\n\n[^a]:\n',
      ['3:1-3:6 footnote/empty', '1:9-1:12 footnote/empty', '1:16-1:20 footnote/empty'],
    ],
    ['of an image alone', 'Kata^[![a](b)] dan^[`c`].', []],
    ['of a comment alone', 'Kata^[<!-- nanti -->].', ['1:5-1:22 footnote/empty']],
  ])('%s', (_, markdown, expected) => {
    expect(said(markdown)).toEqual(expected)
  })

  it('are looked for in all files of a thesis, in each by itself', async () => {
    const files = {
      '01.md': '# Satu\n\nKata[^a].\n\n[^b]: Teks.',
      '02.md': '# Dua\n\nKata[^b].\n\n[^a]: Teks.',
      'front/kata_pengantar.md': 'Kata[^c].',
      'lampiran/a.md': '# A\n\nKata[^d].',
      'naskah.yaml': 'appendices: [lampiran/a.md]\nchapters: [01.md, 02.md]\n',
    }
    expect(await saidOf(files)).toEqual([
      '01.md:3:5 footnote/undefined',
      '01.md:5:1 footnote/unused',
      '02.md:3:5 footnote/undefined',
      '02.md:5:1 footnote/unused',
      'front/kata_pengantar.md:1:5 footnote/undefined',
      'lampiran/a.md:3:5 footnote/undefined',
    ])
  })

  it('in captions count, with their places', async () => {
    const figure = '![Peta^[Isi^[x].] kota[^1] desa[^2]](g.svg){#fig:p}'
    expect(await saidOf({ '01.md': `# Satu\n\n${figure}\n\n[^1]: Teks.` })).toEqual([
      '01.md:3:12 footnote/nested',
      '01.md:3:32 footnote/undefined',
    ])
  })
})

it('leaves the end of a file where it was', async () => {
  const yaml = 'profile: skripsi-hi\n'
  const missing = async (markdown: string) => {
    const { diagnostics } = await analyse(
      thesisHost({ '01.md': markdown, 'naskah.yaml': yaml }),
      THESIS,
      {},
      stopwatch(),
    )
    return diagnostics
      .filter(({ ruleId }) => ruleId === 'outline/missing')
      .map(({ place }) => place?.start.line)
  }
  const text = '# Pendahuluan\n\n## Latar Belakang\n\nKataCATATAN.\n\nAkhir.'
  expect(await missing(text.replace('CATATAN', '^[x]'))).toEqual(await missing(text.replace('CATATAN', '')))
})
