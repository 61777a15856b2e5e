/** Markdown in, document out: what a thesis may show, and what it may not do. */
import { describe, expect, it } from 'vitest'
import type { Page } from '../../../scripts/model.ts'
import { analyse, render } from '../../../scripts/pipeline.ts'
import { fillPageNumbers } from '../../../scripts/render/page-numbers.ts'
import { stopwatch } from '../../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../../thesis-host.ts'

async function pageOf(files: Readonly<Record<string, string | Uint8Array>>, draft = false): Promise<Page> {
  const host = thesisHost(files)
  const analysis = await analyse(host, THESIS, {}, stopwatch())
  if (!analysis.value) throw new Error(JSON.stringify(analysis.diagnostics))
  const page = await render(host, analysis.value, { draft }, stopwatch())
  if (!page.value) throw new Error(JSON.stringify(page.diagnostics))
  return page.value
}

/** The part of the document that holds the first chapter. */
async function chapter(markdown: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const { html } = await pageOf({ '01.md': markdown, ...files })
  return html.slice(html.indexOf('class="chapter"'), html.indexOf('</body>'))
}

const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

describe('hostile Markdown', () => {
  it.each([
    ['a script', '<script>alert(1)</script>', /<script|alert/],
    ['an event handler', '<img src="x" onerror="alert(1)">', /onerror/],
    ['a javascript link', '[klik](javascript:alert(1))', /javascript:/],
    ['a javascript link in HTML', '<a href="JaVaScRiPt:alert(1)">klik</a>', /javascript:/i],
    ['a data link', '[klik](data:text/html,<script>1</script>)', /data:text/],
    ['a frame', '<iframe src="https://example.org"></iframe>', /iframe/],
    ['a style sheet', '<style>body{display:none}</style>', /display:none/],
    ['a style attribute', '<p style="position:fixed">x</p>', /position:fixed/],
    ['a form', '<form action="https://example.org"><button>x</button></form>', /<form|<button/],
    ['a meta refresh', '<meta http-equiv="refresh" content="0;url=https://example.org">', /refresh/],
    ['a base', '<base href="https://example.org">', /<base/],
    ['an SVG script', '<svg><script>alert(1)</script></svg>', /<svg|alert/],
  ])('drops %s', async (_name, markdown, forbidden) => {
    const html = await chapter(`# Uji\n\nSebelum.\n\n${markdown}\n\nSesudah.`)
    expect(html).not.toMatch(forbidden)
    expect(html).toMatch(/Sebelum[\s\S]*Sesudah/)
  })

  it('keeps harmless HTML', async () => {
    const html = await chapter('# Uji\n\nH<sub>2</sub>O, x<sup>2</sup>, baris<br>baru, <u>garis</u>')
    expect(html).toContain('H<sub>2</sub>O, x<sup>2</sup>, baris<br>baru, <u>garis</u>')
  })

  it('forbids scripts and every outside address by a policy in the document', async () => {
    const { html } = await pageOf({ '01.md': '# Uji\n\nTeks.' })
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:")
    expect(html.replaceAll(/href="https?:[^"]*"/g, '')).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
  })

  it('escapes what the configuration says', async () => {
    const yaml = 'title: "<script>alert(1)</script> & Co"\nauthor: "<b>Nama</b>"\nuniversity: "<i>U</i>"\n'
    const { html, title } = await pageOf({ '01.md': '# Uji\n\nTeks.', 'naskah.yaml': yaml })
    expect(html).not.toMatch(/<script|<b>Nama|<i>U/i)
    expect(title).toContain('& Co')
  })
})

describe('images', () => {
  it('are put into the document', async () => {
    const html = await chapter('# Uji\n\n![Satu titik](titik.png){width=5cm}', { 'titik.png': PIXEL })
    expect(html).toMatch(
      /<figure class="figure" id="gambar-11"><img src="data:image\/png;base64,iVBOR[^"]+" alt="Satu titik" style="width:5cm/,
    )
    expect(html).toContain(
      '<figcaption><span class="number">Gambar 1.1</span> <span class="title">Satu titik</span></figcaption>',
    )
  })

  it('are drawn when they are drawings, without what acts', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" onload="alert(1)"><defs><marker id="m"><path d="M0 0"/></marker></defs>' +
      '<a href="https://example.org"><text x="1" y="2" onclick="x()">Kata</text></a><line id="l" marker-end="url(#m)" style="stroke:red;onclick:alert(1);href:x"/><rect fill="url(https://example.org/x)"/></svg>'
    const html = await chapter('# Uji\n\n![Bagan](bagan.svg)', { 'bagan.svg': svg })
    expect(html).toContain('Kata')
    expect(html).not.toMatch(/onload|onclick|example\.org|alert/)
    const id = /<marker id="([^"]+)"/.exec(html)?.[1]
    expect(id).toMatch(/-m$/)
    expect(html).toContain(`marker-end="url(#${id})"`)
    expect(html).toContain('stroke="red"')
    expect(html).toContain('viewBox="0 0 100 50"')
  })

  it('are shown as pictures when a drawing brings a style sheet or a script', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>*{fill:red}</style><script>alert(1)</script></svg>'
    const html = await chapter('# Uji\n\n![Bagan](bagan.svg)', { 'bagan.svg': svg })
    expect(html).toContain('<img src="data:image/svg+xml;base64,')
    expect(html).not.toMatch(/<svg|<style|<script/)
  })

  it('are found by names with blanks, accents and percent signs', async () => {
    const markdown = '# Uji\n\n![Satu](<peta Jepára.png>)\n\n![Dua](100%.png)\n\n![Tiga](dua%20kata.png)'
    const files = { 'peta Jepára.png': PIXEL, '100%.png': PIXEL, 'dua kata.png': PIXEL }
    const html = await chapter(markdown, files)
    expect(html.match(/<img src="data:/g)).toHaveLength(3)
  })

  it('leave their text, marked, when they are missing from a draft', async () => {
    const { html } = await pageOf({ '01.md': '# Uji\n\n![Tiada](tiada.png)' }, true)
    expect(html).toContain('<span class="unresolved">Tiada</span>')
  })
})

describe('parts and lists', () => {
  const CONFIG =
    'title: Judul *Asing*\nauthor: {name: Nama, id: 01}\nkeywords: {id: [satu, dua], en: [one]}\n'

  it('sets the parts that have content in the order of the profile, and says what is left out', async () => {
    const host = thesisHost({
      'naskah.yaml': CONFIG,
      '01.md': '# Pendahuluan\n\nTeks.\n\n| a |\n|---|\n| 1 |\n\n: Angka {#tbl:a}\n\nLihat @tbl:a.',
      'front/abstrak.md': 'Isi abstrak.',
      'front/kata-pengantar.md': '# Prakata\n\nTerima kasih.',
    })
    const analysis = await analyse(host, THESIS, {}, stopwatch())
    if (!analysis.value) throw new Error('unreadable')
    const { value: page, diagnostics } = await render(host, analysis.value, { draft: false }, stopwatch())
    expect(page?.sections.map(({ id, zone, numbering }) => [id, zone, numbering])).toEqual([
      ['bagian.sampul', 'front', 'uncounted'],
      ['bagian.halaman_judul', 'front', 'hidden'],
      ['bagian.pengesahan', 'front', 'shown'],
      ['bagian.pernyataan_orisinalitas', 'front', 'shown'],
      ['bagian.abstrak', 'front', 'shown'],
      ['bagian.kata_pengantar', 'front', 'shown'],
      ['bagian.daftar_isi', 'front', 'shown'],
      ['bagian.daftar_tabel', 'front', 'shown'],
      ['bagian.pendahuluan', 'body', 'shown'],
    ])
    expect(page?.html).toContain('<b>Kata kunci:</b> satu, dua')
    expect(page?.html).toContain('JUDUL <em>ASING</em>')
    expect(page?.html).toContain('<a href="#tabel-11" class="reference">Tabel\u00a01.1</a>')
    expect(page?.entries.map(({ title }) => title)).toContain(
      'BAB I Pendahuluan'.replace('Pendahuluan', 'PENDAHULUAN'),
    )
    const leftOut = diagnostics.find(({ ruleId }) => ruleId === 'front/left-out')
    expect(leftOut).toMatchObject({ severity: 'info' })
    expect(leftOut?.message.id).toContain('Abstract')
  })

  it('takes parts typed as chapters for what they are', async () => {
    const { sections } = await pageOf({
      '00_kata_pengantar.md': '# KATA PENGANTAR\n\nSyukur.',
      'BAB_I.md': '# BAB I\n\n# PENDAHULUAN\n\n## 1.1 Latar\n\nTeks.',
      'daftar_pustaka.md': '# DAFTAR PUSTAKA\n\nPenulis. (2020). *Judul*.',
    })
    expect(sections.map(({ id, zone, label }) => [id, zone, label])).toEqual([
      ['bagian.kata_pengantar', 'front', undefined],
      ['bagian.daftar_isi', 'front', undefined],
      ['bagian.pendahuluan', 'body', 'BAB I'],
      ['bagian.daftar_pustaka', 'back', undefined],
    ])
  })

  it('sets appendices behind the references, numbered', async () => {
    const yaml = 'appendices: [a.md, b.md]\nchapters: [01.md]\n'
    const files = { '01.md': '# Satu\n\nTeks.', 'a.md': '# Lampiran 1. Pedoman\n\nIsi a.', 'b.md': 'Isi b.' }
    const { html, sections, entries } = await pageOf({ ...files, 'naskah.yaml': yaml })
    expect(sections.at(-1)).toMatchObject({ id: 'bagian.lampiran', zone: 'back' })
    expect(html).toMatch(
      /Lampiran 1 <\/span><span class="title">Pedoman[\s\S]*Isi a\.[\s\S]*Lampiran 2 [\s\S]*Isi b\./,
    )
    expect(entries.map(({ title }) => title)).toContain('Lampiran 1 Pedoman')
  })

  it('keeps the digits of an NIM or NIP', async () => {
    const yaml =
      'title: Judul\nauthor: {name: Nama, id: 00123}\nsupervisors: {name: Dosen, id: 198001012005011001}\n'
    const { html } = await pageOf({ '01.md': '# Satu\n\nTeks.', 'naskah.yaml': yaml })
    expect(html).toContain('NIM 00123')
    expect(html).toContain('NIP 198001012005011001')
  })

  it('loses nothing of a part with several sources, a scanned page or a picture in HTML', async () => {
    const { html } = await pageOf({
      '00.md': '# Kata Pengantar\n\nkatasatu.',
      '01.md': '# Satu\n\nteks [@a].\n\n<img src="titik.png" alt="x">',
      '02.md': '# Daftar Pustaka\n\nkatadua.',
      '03.md': '# Daftar Pustaka\n\nkatatiga.',
      'front/kata_pengantar.md': 'kataempat.',
      'front/daftar_pustaka.md': 'katalima.',
      'front/persembahan.md': '![](titik.png)',
      'front/ucapan_terima_kasih.md': 'kataenam.',
      'titik.png': PIXEL,
      'p.bib': '@book{a, author = {A, B}, title = {Judul}, year = 2020, publisher = {P}}',
    })
    for (const word of ['katasatu', 'katadua', 'katatiga', 'kataempat', 'katalima'])
      expect(html).toContain(word)
    expect(html.match(/<img src="data:/g)).toHaveLength(2)
    expect(html).toContain('bagian.persembahan')
  })

  it('tells of a file in front/ that is no part', async () => {
    const host = thesisHost({ '01.md': '# Satu\n\nTeks.', 'front/abstarksi.md': 'x' })
    const { diagnostics } = await analyse(host, THESIS, {}, stopwatch())
    expect(diagnostics.find(({ ruleId }) => ruleId === 'thesis/unknown-part')).toMatchObject({
      severity: 'warning',
      file: 'front/abstarksi.md',
    })
  })

  it('keeps made-up anchors apart from those of headings and of typed HTML', async () => {
    const headings =
      '# Pendahuluan\n\n<p id="cite-1">x</p>\n\n## Bagian Pendahuluan\n\nTeks [@a].\n\n## Cite 1\n\nTeks.\n\n## Ref a\n\nTeks.'
    const { html } = await pageOf({
      '01.md': headings,
      'p.bib': '@book{a, author = {A, B}, title = {Judul}, year = 2020, publisher = {P}}',
    })
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(ids).toEqual(
      expect.arrayContaining([
        'bagian-pendahuluan',
        'cite-1',
        'ref-a',
        'bagian.pendahuluan',
        'cite.1',
        'ref.a',
      ]),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('takes no account name in a title for a citation', async () => {
    const yaml = 'title: Analisis Akun @jokowi di *Twitter*\n'
    const { html, title } = await pageOf({ '01.md': '# Satu\n\nTeks.', 'naskah.yaml': yaml })
    expect(title).toBe('Analisis Akun @jokowi di Twitter')
    expect(html).not.toContain('class="citation unresolved"')
  })

  it('fills page numbers in without a browser', () => {
    const html = '<span class="page" data-page-of="satu"></span><span data-page-of="dua"></span>'
    expect(fillPageNumbers(html, { satu: 'iv' })).toBe(
      '<span class="page" data-page-of="satu">iv</span><span data-page-of="dua"></span>',
    )
  })
})
