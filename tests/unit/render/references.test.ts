/** References, lists, appendices and abbreviations in the finished document. */
import { describe, expect, it } from 'vitest'
import { fillPageNumbers } from '../../../scripts/render/page-numbers.ts'
import { type RenderedThesis, renderFiles } from '../../pdf/thesis.ts'

const TABLE = '\n\n: Jumlah korban {#tbl:x}\n\n| a |\n|---|\n| 1 |\n\n'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'

const htmlOf = ({ page }: RenderedThesis) => page.html.slice(page.html.indexOf('<body>'))
const entriesOf = ({ page }: RenderedThesis) => page.entries.map(({ id, title }) => `${id}: ${title}`)
/** The lines of a list, by the id of its part. */
function linesOf(thesis: RenderedThesis, part: string): string[] {
  const html = htmlOf(thesis)
  const section = html.slice(html.indexOf(`id="bagian.${part}"`)).split('</section>')[0] ?? ''
  return [...section.matchAll(/<span class="title">(.*?)<\/a>/g)].map(([, line = '']) =>
    line.replace(/<[^>]*>/g, ''),
  )
}

describe('a reference to a page', () => {
  it('waits for the number of its target, which the print stage is asked for', async () => {
    const thesis = await renderFiles({
      '1.md': `# Satu\n\nLihat @hlm:tbl:x, [-@hlm:sec:dua], \\pageref{tbl:x}.\n\n# Dua {#sec:dua}${TABLE}`,
    })
    const slot = (id: string) => `<span class="page-number" data-page-of="${id}"></span>`
    const text = /Lihat .*?\.<\/p>/.exec(htmlOf(thesis))?.[0] ?? ''
    expect(text).toContain(
      `<a href="#tabel-11" class="reference">halaman\u00a0${slot('tabel-11')}</a>, `.replaceAll('11', '21'),
    )
    expect(text).toContain(`<a href="#dua" class="reference">${slot('dua')}</a>`)
    const filled = fillPageNumbers(text, { 'tabel-21': '14', dua: 'iv' })
    expect(filled.replace(/<[^>]*>/g, '')).toBe('Lihat halaman\u00a014, iv, 14.')
    expect(entriesOf(thesis).filter((entry) => entry.startsWith('tabel-21'))).toHaveLength(1)
  })

  it('asks for what stands in no list', async () => {
    const thesis = await renderFiles({
      '1.md': '# Satu\n\n@hlm:sec:dalam\n\n##### Dalam sekali {#sec:dalam}\n\nTeks.',
    })
    expect(entriesOf(thesis)).toContain('dalam-sekali: Dalam sekali')
  })

  it('cannot be made by HTML', async () => {
    const thesis = await renderFiles({ '1.md': '# Satu\n\nKata <span data-page-of="satu">x</span>.' })
    expect(htmlOf(thesis)).toContain('Kata <span>x</span>.')
  })
})

describe('lists', () => {
  const FILES = {
    'naskah.yaml':
      'title: J\nchapters: [1.md]\nappendices: [a.md, b.md]\nabbreviations: {IOM: "*International* X", TIP: Y}\n',
    '1.md': `# Satu\n\nInternational X (IOM) & TIP (Y).\n\n![Judul yang *panjang*](p.svg){#fig:p short="Judul & pendek"}${TABLE}`,
    'a.md': '# Lampiran 1. Pedoman *Asing*^[Catatan]\n\n## Bagian\n\nIsi.',
    'b.md': '# Surat\n\nIsi.',
    'p.svg': SVG,
  }

  it('stand in the order of the profile, each with its lines', async () => {
    const thesis = await renderFiles(FILES)
    expect(thesis.page.sections.map(({ id }) => id.replace('bagian.', '')).slice(4)).toEqual([
      'daftar_isi',
      'daftar_tabel',
      'daftar_gambar',
      'daftar_singkatan',
      'daftar_lampiran',
      'satu',
      'lampiran',
    ])
    expect(linesOf(thesis, 'daftar_lampiran')).toEqual(['Lampiran 1 Pedoman Asing', 'Lampiran 2 Surat'])
    expect(linesOf(thesis, 'daftar_gambar')).toEqual(['Gambar 1.1 Judul &#x26; pendek'])
    expect(linesOf(thesis, 'daftar_isi').slice(-3)).toEqual([
      'LAMPIRAN',
      'Lampiran 1 Pedoman Asing',
      'Lampiran 2 Surat',
    ])
    expect(htmlOf(thesis)).toContain('<span class="title">Judul yang <em>panjang</em></span>')
    expect(htmlOf(thesis)).toContain(
      '<table class="abbreviations"><tbody><tr><td>IOM</td><td><em>International</em> X</td></tr><tr><td>TIP</td><td>Y</td></tr></tbody></table>',
    )
  })

  it('leave out what is empty, and appendices in the contents where the profile says so', async () => {
    const { '1.md': _, ...others } = FILES
    const thesis = await renderFiles({ ...others, '1.md': '# Satu\n\nTeks.' }, (profile) => ({
      ...profile,
      appendices: { ...profile.appendices, in_contents: false },
    }))
    const ids = thesis.page.sections.map(({ id }) => id)
    for (const part of ['daftar_singkatan', 'daftar_gambar', 'daftar_tabel'])
      expect(ids).not.toContain(`bagian.${part}`)
    expect(linesOf(thesis, 'daftar_isi').at(-1)).toBe('LAMPIRAN')
    expect(linesOf(thesis, 'daftar_lampiran')).toHaveLength(2)
  })

  it('of abbreviations are as the author typed them, if so', async () => {
    const thesis = await renderFiles({ ...FILES, 'front/daftar-singkatan.md': '- IOM: ketikan' })
    expect(htmlOf(thesis)).toContain(': ketikan</li>')
    expect(htmlOf(thesis)).not.toContain('<table class="abbreviations">')
  })
})

describe('abbreviations in the text', () => {
  it('are marked, longest first, but not in headings, code, lists and words', async () => {
    const thesis = await renderFiles({
      'naskah.yaml': 'chapters: [1.md]\nabbreviations: {UN: U N, UN Women: Badan, C++: Bahasa}\n',
      '1.md': '# UN\n\nUN Women dan UN, `UN`, UNO, C++.^[UN]',
    })
    const html = htmlOf(thesis)
    expect(html).toContain(
      '<abbr title="Badan">UN Women</abbr> dan <abbr title="U N">UN</abbr>, <code>UN</code>, UNO, <abbr title="Bahasa">C++</abbr>.',
    )
    expect(html.match(/<abbr title="U N">/g)).toHaveLength(2)
  })
})

describe('appendices', () => {
  const FILES = {
    'naskah.yaml': 'chapters: [1.md]\nappendices: [a.md, b.md, c.md]\n',
    '1.md': '# Satu\n\nTeks.',
    'a.md': '# Satu\n\n## Bagian\n\nIsi.',
    'b.md': 'Tanpa judul.',
    'c.md': '# Lampiran 3 Tiga\n\n# Lampiran 4 Empat\n\nIsi.',
  }
  const BREAK = '<div data-page-break="here"></div>'
  const appendixOf = (thesis: RenderedThesis) => htmlOf(thesis).split('id="bagian.lampiran"')[1] ?? ''

  it('begin on pages of their own, their headings a level below', async () => {
    const html = appendixOf(await renderFiles(FILES))
    const heads = [...html.matchAll(/<(?:h\d|div data-page)[^>]*>/g)].map(([tag]) =>
      tag.replace(/ id="[^"]*"/, ''),
    )
    const title = '<h2 class="appendix">'
    const pageBreak = '<div data-page-break="here">'
    expect(heads).toEqual(['<h1>', title, '<h3>', pageBreak, title, pageBreak, title, pageBreak, title])
  })

  it('follow each other, or stand behind a page with their heading, as the profile says', async () => {
    const rules = { page_break: false, title_page: true }
    const html = appendixOf(
      await renderFiles(FILES, (profile) => ({
        ...profile,
        appendices: { ...profile.appendices, ...rules },
      })),
    )
    expect(html.split(BREAK)).toHaveLength(2)
    expect(html).toContain(`</h1>${BREAK}<h2`)
  })

  it('lose nothing of a title: its markup and its notes', async () => {
    const html = appendixOf(await renderFiles({ ...FILES, 'a.md': '# Data *Asing*^[Catatan]\n\nIsi.' }))
    expect(html).toMatch(/<span class="title">Data <em>Asing<\/em><a class="note-call"/)
  })
})
