/** Notes as the page engine gets them: a call in the text, the note at the end of the section, both numbered. */
import { describe, expect, it } from 'vitest'
import type { Page } from '../../../scripts/model.ts'
import { analyse, render } from '../../../scripts/pipeline.ts'
import { stopwatch } from '../../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../../thesis-host.ts'

async function pageOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  numbering: 'chapter' | 'continuous' = 'chapter',
): Promise<Page> {
  const host = thesisHost(files)
  const { value } = await analyse(host, THESIS, {}, stopwatch())
  if (!value) throw new Error('the thesis could not be read')
  const { profile } = value.sources
  const footnotes = { ...profile.footnotes, numbering }
  const sources = { ...value.sources, profile: { ...profile, footnotes } }
  const page = await render(host, { ...value, sources }, { draft: false }, stopwatch())
  if (!page.value) throw new Error(JSON.stringify(page.diagnostics))
  return page.value
}

/** The section of the first chapter, without the newlines between its blocks. */
async function chapter(markdown: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const { html } = await pageOf({ '01.md': markdown, ...files })
  return html.slice(html.indexOf('<section id="bagian.satu"'), html.indexOf('</body>')).replaceAll('\n', '')
}

const call = (at: number, number = at) =>
  `<a class="note-call" role="doc-noteref" id="call.${at}" href="#note.${at}"><sup>${number}</sup></a>`
const number = (at: number, shown = at) => `<a class="note-number" href="#call.${at}"><sup>${shown}</sup></a>`
const note = (at: number, content: string) =>
  `<div class="note" id="note.${at}" role="doc-footnote">${content}</div>`
const notes = (...list: string[]) => `<div class="notes">${list.join('')}</div></section>`

const BIB = '@book{a, author = {Satu, Budi}, title = {Judul}, year = 2020, publisher = {P}}'

describe('a note', () => {
  it('stands at the end of its section, linked with its call', async () => {
    expect(await chapter('# Satu\n\nKata[^x] lagi.\n\n[^x]: Teks *miring*.\n\nAkhir.')).toBe(
      '<section id="bagian.satu" class="chapter"><h1 id="satu"><span class="number">BAB I </span><br>SATU</h1>' +
        `<p class="under-1">Kata${call(1)} lagi.</p><p class="under-1">Akhir.</p>` +
        `${notes(note(1, `<p>${number(1)} Teks <em>miring</em>.</p>`))}`,
    )
  })

  it('is the same when it is written where it is called', async () => {
    const apart = await chapter('# Satu\n\nKata[^x] lagi.\n\n[^x]: Teks *miring*.')
    expect(await chapter('# Satu\n\nKata^[Teks *miring*.] lagi.')).toBe(apart)
    expect(await chapter('# Satu\n\nKata^[ Teks *miring*.] lagi.')).toBe(apart)
  })

  it('called right behind another is told apart from it', async () => {
    const html = await chapter('# Satu\n\nKata[^1][^2].\n\n[^1]: A.\n\n[^2]: B.')
    expect(html).toContain(`Kata${call(1)}<sup>,</sup>${call(2)}.`)
  })

  it.each([
    ['a list', '- satu[^1]\n- dua', `<li>satu${call(1)}</li>`],
    ['a quotation', '> satu[^1]', `<p>satu${call(1)}</p></blockquote>`],
    ['a table', '| a[^1] |\n|---|\n| b |', `<th>a${call(1)}</th>`],
    ['a cell', '| a |\n|---|\n| b[^1] |', `<td>b${call(1)}</td>`],
    ['emphasis', '*satu[^1]*', `<em>satu${call(1)}</em>`],
    [
      'a source line',
      ': T {#tbl:t}\n\n| a |\n|---|\n\nSumber: BPS[^1]',
      `<p class="source">Sumber: BPS${call(1)}</p>`,
    ],
    [
      'a link, behind it',
      '[satu[^1] dua](http://x.id) tiga',
      `<a href="http://x.id">satu dua</a>${call(1)} tiga`,
    ],
    ['text with HTML', '<b>satu[^1]</b>', `<b>satu${call(1)}</b>`],
  ])('may be called in %s', async (_, markdown, expected) => {
    const html = await chapter(`# Satu\n\n${markdown}\n\n[^1]: Teks.`)
    expect(html).toContain(expected)
    expect(html.endsWith(notes(note(1, `<p>${number(1)} Teks.</p>`)))).toBe(true)
  })

  it('may have paragraphs, lists, tables, citations, references and HTML', async () => {
    const text =
      'Teks [@a, hlm. 3] dan @tbl:t, <u>garis</u>.\n\n    Kedua.\n\n    - butir\n\n' +
      '[^2]: - butir\n\n[^3]: <div>buka\n\n[^4]: empat'
    const table = '\n\n: T {#tbl:t}\n\n| a |\n|---|\n'
    const html = await chapter(`# Satu\n\nKata[^1] kata[^2] kata[^3] kata[^4].${table}\n\n[^1]: ${text}`, {
      'p.bib': BIB,
    })
    const own = html.slice(html.indexOf('<div class="notes">'))
    expect(own).toMatch(
      /Teks <span class="citation" id="cite\.1">.*Satu, 2020, <span class="unbroken">hlm\. 3<\/span>/,
    )
    expect(own).toContain(
      '<a href="#tabel-11" class="reference">Tabel\u00a01.1</a>, <u>garis</u>.</p><p>Kedua.</p><ul class="bullet-1"><li>butir</li></ul></div>',
    )
    expect(own).toContain(note(2, `<p>${number(2)}</p><ul class="bullet-1"><li>butir</li></ul>`))
    expect(own).toContain(note(4, `<p>${number(4)} empat</p>`))
  })

  it('has its images in it, and links by name', async () => {
    const svg = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path id="p" d="M0 0"/></svg>',
    )
    const html = await chapter('# Satu\n\nA[^1] b[^1].\n\n[^1]: ![g](g.svg) [kata][x]\n\n[x]: http://x.id', {
      'g.svg': svg,
    })
    expect(html.match(/<svg /g)).toHaveLength(2)
    expect(html.match(/<a href="http:\/\/x.id">kata<\/a>/g)).toHaveLength(2)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('that is called twice is two notes', async () => {
    const html = await chapter('# Satu\n\nA[^1] b[^1].\n\n[^1]: Teks [@a].', { 'p.bib': BIB })
    expect(html).toContain(`A${call(1)} b${call(2)}.`)
    expect(html).toMatch(/id="note\.1".*Satu, 2020.*id="note\.2".*Satu, 2020/)
    expect(html.match(/id="cite\.1"/g)).toHaveLength(1)
  })

  it('cannot be forged in HTML, nor break the page', async () => {
    const html = await chapter(
      '# Satu\n\nKata[^1] <span data-note="0" id="note.1">x</span><a class="note-call" href="#note.1">y</a>\n\n[^1]: <script>1</script><img src=x onerror=alert(1)>Teks.\n\n<div>\n<span/data-note="0">x</span><span class="a"data-note="0">y</span>\n</div>',
    )
    expect(html.match(/class="note-call"/g)).toHaveLength(1)
    expect(html).not.toMatch(/script|onerror|data-note=/)
    expect(html.match(/id="note\.1"/g)).toHaveLength(1)
  })
})

describe('the numbers', () => {
  const files = {
    'front/kata_pengantar.md': 'Syukur[^1].\n\n[^1]: Depan.',
    '01.md': '# Satu\n\nA[^1] b[^2].\n\n[^1]: Dua.\n[^2]: Tiga.',
    '02.md': '# Dua\n\nA^[Empat.] b.\n',
    '03.md': 'Lanjut^[Lima].',
  }
  const shown = ({ html }: Page) =>
    [...html.matchAll(/id="call\.\d+"[^>]*><sup>(\d+)</g)].map(([, own]) => own)

  it('begin anew in each chapter and part, chapters over two files included', async () => {
    const page = await pageOf(files)
    expect(shown(page)).toEqual(['1', '1', '2', '1', '2'])
    expect(page.footnotes.map(({ number: own }) => own)).toEqual(['1', '1', '2', '1', '2'])
    const anchors = [...page.html.matchAll(/ id="((?:call|note)\.\d+)"/g)].map((match) => match[1])
    expect(new Set(anchors).size).toBe(10)
    for (const [, target] of page.html.matchAll(/ href="#((?:call|note)[^"]+)"/g))
      expect(anchors).toContain(target)
  })

  it('or go through the whole document', async () => {
    expect(shown(await pageOf(files, 'continuous'))).toEqual(['1', '2', '3', '4', '5'])
  })

  it('follow the order in which the page shows the calls', async () => {
    const html = await chapter(
      '# Satu\n\n| a[^1] |\n|---|\n| b |\n\n: Takarir[^2] {#tbl:t}\n\n[^1]: sel\n[^2]: takarir',
    )
    expect(html).toContain(`Takarir${call(1)}`)
    expect(html).toContain(notes(note(1, `<p>${number(1)} takarir</p>`), note(2, `<p>${number(2)} sel</p>`)))
  })

  it('tell where each note is called', async () => {
    const { footnotes } = await pageOf(files)
    expect(footnotes[2]).toEqual({
      call: 'call.3',
      note: 'note.3',
      number: '2',
      file: '01.md',
      place: { start: { line: 3, column: 8, offset: 15 }, end: { line: 3, column: 12, offset: 19 } },
    })
    expect(footnotes[3]).toMatchObject({ file: '02.md', place: { start: { line: 3, column: 2 } } })
  })
})

describe('calls in headings and captions', () => {
  const files = {
    '01.md':
      '# Satu[^1]\n\n## Latar^[Di sini.] x^n^\n\n![Peta^[Isi peta.] kota[^1]](g.svg){#fig:p}\n\nLihat @fig:p.\n\n: Tabel[^1] {#tbl:t}\n\n| a |\n|---|\n\n[^1]: Kepala.',
    'front/daftar_tabel.md': '',
    'g.svg': new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  }

  it('stand there alone: not in titles, contents, lists, anchors or alternative texts', async () => {
    const { html, sections, entries } = await pageOf(files)
    expect(html).toContain(`SATU${call(1)}</h1>`)
    expect(html).toContain(
      `<h2 id="latar-xn"><span class="number">1.1 </span><span class="title">Latar${call(2)} x<sup>n</sup></span></h2>`,
    )
    expect(html).toContain(`Peta${call(3)} kota${call(4)}`)
    expect(html).toContain('aria-label="Peta kota"')
    expect(sections.find(({ zone }) => zone === 'body')?.title).toBe('Satu')
    expect(entries.map(({ title }) => title)).toEqual([
      'Daftar Isi',
      'Daftar Tabel',
      'Daftar Gambar',
      'BAB I SATU',
      '1.1 Latar xn',
      'Tabel 1.1 Tabel',
      'Gambar 1.1 Peta kota',
    ])
    const lists = html.slice(html.indexOf('<body'), html.indexOf('<section id="bagian.satu"'))
    expect(lists).not.toMatch(/note|<sup>\d/)
  })

  it('keep what is raised in a title', async () => {
    const { html } = await pageOf({ '01.md': '# Satu CO<sup>2</sup>[^1]\n\nTeks.\n\n[^1]: x' })
    expect(html).toContain('SATU CO<sup>2</sup></span></a>')
  })

  it('stay in the heading of an appendix', async () => {
    const { html } = await pageOf({
      '01.md': '# Satu\n\nTeks.',
      'a.md': '# Pedoman[^1]\n\nIsi.\n\n[^1]: Ya.',
      'naskah.yaml': 'chapters: [01.md]\nappendices: [a.md]\n',
    })
    expect(html).toContain(`<span class="title">Pedoman${call(1)}</span>`)
    expect(html).toMatch(/<span class="title"><span class="number">Lampiran 1 <\/span>Pedoman<\/span>/)
  })
})

it('counts the words of a chapter without its notes', async () => {
  const words = async (markdown: string) =>
    (await pageOf({ '01.md': markdown })).sections.find(({ zone }) => zone === 'body')?.words
  expect(await words('# Satu\n\nSatu dua[^1] tiga^[empat lima].\n\n[^1]: enam tujuh')).toBe(
    await words('# Satu\n\nSatu dua tiga.'),
  )
})
