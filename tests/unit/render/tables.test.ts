import { describe, expect, it } from 'vitest'
import { renderFiles } from '../../pdf/thesis.ts'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9" height="9"/></svg>'

/** The chapter as HTML, without blanks between tags. */
async function render(markdown: string, files: Record<string, string> = {}): Promise<string> {
  const { page } = await renderFiles({ '1.md': `# Bab\n\n${markdown}`, 'a.svg': SVG, ...files })
  const chapter = /<section[^>]* class="chapter">([\s\S]*?)<\/section>/.exec(page.html)?.[1] ?? ''
  return chapter
    .replace(/\n(?=<)/g, '')
    .replace(/<svg[\s\S]*?<\/svg>/g, (svg) => `[${/style="([^"]*)"/.exec(svg)?.[1]}]`)
}

describe('tables', () => {
  it('have columns, a width and a side', async () => {
    const html = await render(
      '| a | b |\n|---|--:|\n| 1 | 2 |\n\n: Judul {widths="1 3" width="60%" .right .small}',
    )
    expect(html).toContain(
      '<figure class="table align-right small-table" id="tabel-11"><figcaption><span class="number">Tabel 1.1</span> <span class="title">Judul</span></figcaption>' +
        '<table style="width:min(60%,100% - 1px)"><colgroup><col width="25%"><col width="75%"></colgroup>' +
        '<thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>1</td><td align="right">2</td></tr></tbody></table></figure>',
    )
  })

  it('have no head where none is written', async () => {
    expect(await render('| | |\n|---|---|\n| 1 | 2 |')).toContain(
      '<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    )
  })

  it('span columns and rows, and hold blocks', async () => {
    const html = await render(
      '+---+---+\n| a | b |\n+===+===+\n| c     |\n+---+---+\n| - d   |\n| - e   |\n+---+---+',
    )
    expect(html).toContain(
      '<table><colgroup><col width="50%"><col width="50%"></colgroup><thead><tr><th>a</th><th>b</th></tr></thead>' +
        '<tbody><tr><td colspan="2">c</td></tr><tr><td colspan="2"><ul class="bullet-1"><li>d</li><li>e</li></ul></td></tr></tbody></table>',
    )
  })

  it('typed as HTML are tables with captions, and bring in no style or script', async () => {
    const html = await render(
      '<table style="position:fixed" onclick="x()"><caption>Judul</caption><tr><td colspan="2" style="color:red">a<script>x()</script></td></tr></table>\nSumber: *X*',
    )
    expect(html).toContain(
      '<figure class="table" id="tabel-11"><figcaption><span class="number">Tabel 1.1</span> <span class="title">Judul</span></figcaption>' +
        '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table><p class="source">Sumber: *X*</p></figure>',
    )
  })

  it('come from data', async () => {
    const html = await render('![Data](d.csv){#tbl:d}\n\nLihat @tbl:d.', { 'd.csv': 'a;b\n<b>x</b>;1,5' })
    expect(html).toContain('<tr><td>&#x3C;b>x&#x3C;/b></td><td align="right">1,5</td></tr>')
    expect(html).toContain('<a href="#tabel-11" class="reference">Tabel 1.1</a>')
  })

  it('are in the list of tables, and subfigures not in that of figures', async () => {
    const { page } = await renderFiles({
      '1.md':
        '# Bab\n\n<table><caption>Satu</caption><tr><td>a</td></tr></table>\n\n<div id="fig:x">\n![A](a.svg)\n![B](a.svg)\n\nDua\n</div>',
      'a.svg': SVG,
    })
    const titles = page.entries.map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['Tabel 1.1 Satu', 'Gambar 1.1 Dua']))
    expect(titles.filter((title) => title.startsWith('Gambar'))).toHaveLength(1)
  })
})

describe('figures', () => {
  it.each([
    ['width=50%', 'width:50%;aspect-ratio:40/20'],
    ['height=2cm', 'width:auto;height:2cm;aspect-ratio:40/20;object-fit:contain'],
    ['width=3cm height=2cm', 'width:3cm;height:2cm;object-fit:fill'],
    ['height=50%', 'width:40px;aspect-ratio:40/20'],
    ['.left', 'width:40px;aspect-ratio:40/20'],
  ])('with {%s} have a size', async (written, style) => {
    expect(await render(`![A](a.svg){${written}}`)).toContain(`[${style}]<figcaption>`)
  })

  it('of several pictures stand in rows', async () => {
    const html = await render(
      '<div id="fig:x">\n![A *b*](a.svg){#fig:xa width=45%} ![](a.svg)\n\n![C](a.svg)\n\nSemua\n</div>\n\nLihat @fig:xa.',
    )
    expect(html).toContain(
      '<figure class="figure" id="gambar-11"><div class="subfigures">' +
        '<div class="subfigure" id="gambar-11a" style="width:45%">[width:100%;aspect-ratio:40/20]<p class="subcaption"><span class="number">(a)</span> <span class="title">A <em>b</em></span></p></div>' +
        '<div class="subfigure" id="gambar-11b" style="width:53%">[width:40px;aspect-ratio:40/20]<p class="subcaption"><span class="number">(b)</span></p></div></div>' +
        '<div class="subfigures"><div class="subfigure" id="gambar-11c" style="width:98%">',
    )
    expect(html).toContain('<a href="#gambar-11a" class="reference">Gambar 1.1a</a>')
  })

  it('keep the size of a picture that has no caption', async () => {
    expect(await render('Teks ![](a.svg){width=1cm} biasa.')).toContain('[width:1cm;aspect-ratio:40/20]')
  })
})
