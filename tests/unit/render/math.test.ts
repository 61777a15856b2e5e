/** Formulas from the Markdown to the document. */
import { describe, expect, it } from 'vitest'
import { hasErrors } from '../../../scripts/diagnostics.ts'
import { analyse, render } from '../../../scripts/pipeline.ts'
import { stopwatch } from '../../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../../thesis-host.ts'

async function build(markdown: string, files: Readonly<Record<string, string>> = {}) {
  const host = thesisHost({ ...files, '01.md': markdown })
  const { value, diagnostics } = await analyse(host, THESIS, {}, stopwatch())
  if (!value) throw new Error('the thesis could not be read')
  const { value: page } = await render(host, value, { draft: true }, stopwatch())
  if (!page) throw new Error('the thesis could not be rendered')
  const html = page.html.slice(page.html.indexOf('class="chapter"'), page.html.indexOf('</body>'))
  return { html, page, diagnostics, failed: hasErrors(diagnostics) }
}

describe('a formula', () => {
  it('stays with what touches it, and may break between its parts', async () => {
    const { html } = await build('# A\n\nNilai ($y=ax+b$), lalu $x$[^1].\n\n[^1]: Catatan $z$.')
    expect(html).toMatch(
      /Nilai <span class="unbroken">\(<span class="formula" role="math" aria-label="y=ax\+b"><math>.*?<\/math><wbr><math>.*<\/math><\/span>\),<\/span> lalu/,
    )
    expect(html).toMatch(/<mi>x<\/mi><\/math><\/span><a class="note-call"[^>]*><sup>1<\/sup><\/a><\/span>\./)
    expect(html).toMatch(/Catatan <span class="unbroken"><span class="formula"[^>]*><math><mi>z<\/mi>/)
  })

  it('has its number beside it, and none without a label', async () => {
    const { html } = await build('# A\n\n$$x$$ {#eq:a}\ndengan\n\n$$y$$\n\n@eq:a')
    expect(html).toMatch(
      /<div class="equation under-1" id="eq-11"><span class="formula"[^>]*><math display="block"[^>]*><mi>x<\/mi><\/math><\/span><span class="number">\(1\.1\)<\/span><\/div>/,
    )
    expect(html).toContain('<p class="continues under-1">dengan</p>')
    expect(html.match(/class="number">\(/g)).toHaveLength(1)
    expect(html).toContain('<a href="#eq-11" class="reference">Persamaan\u00a01.1</a>')
  })

  it('is the same in headings, captions and cells, and no word', async () => {
    const { html, page } = await build(
      '# Nilai $x$\n\nSatu dua.\n\n| $a$ |\n|---|\n| b |\n\n: Arti $c$ {#tbl:a}',
    )
    expect(html).toMatch(/NILAI <span class="unbroken"><span class="formula"[^>]*><math><mi>x<\/mi>/)
    expect(html).toMatch(/<th><span class="unbroken"><span class="formula"[^>]*><math><mi>a<\/mi>/)
    expect(page.html).toMatch(/class="title">.*?Arti <span class="unbroken"><span class="formula"/)
    expect(page.sections.find(({ label }) => label === 'BAB I')).toMatchObject({ words: 9 })
  })

  it('brings its font along, and only then', async () => {
    expect((await build('# A\n\n$x$')).page.html).toContain('@font-face{font-family:"STIX Two Math"')
    expect((await build('# A\n\nUS$5 dan US$6')).page.html).not.toContain(
      '@font-face{font-family:"STIX Two Math"',
    )
  })

  it('with a fault is shown as typed and marked', async () => {
    const { html, failed } = await build('# A\n\nNilai $\\foo$.\n\n$$\n\\bar{\n$$ {#eq:a}\n\n@eq:a')
    expect(failed).toBe(true)
    expect(html).toContain('Nilai <span class="unresolved">$\\foo$</span>.')
    expect(html).toContain('<p id="eq-11" class="under-1"><span class="unresolved">$$\\bar{$$</span></p>')
  })

  it('in the title is set on the front pages, and plain elsewhere', async () => {
    const { page } = await build('# A', {
      'naskah.yaml': 'title: Pengaruh $x^2$ dan US$5 juta\nfront: {sampul: true}\n',
      'front/sampul.html': '<p class="cover-title">{{titleCaps}}</p><p>{{title}}</p>',
    })
    expect(page.title).toBe('Pengaruh x2 dan US$5 juta')
    expect(page.html).toContain('<title>Pengaruh x2 dan US$5 juta</title>')
    for (const word of ['PENGARUH', 'Pengaruh'])
      expect(page.html).toMatch(
        new RegExp(
          `>${word} <span class="unbroken"><span class="formula"[^>]*><math><msup>.*?</math></span></span> `,
        ),
      )
  })

  it('with a fault in the title is told where the title is', async () => {
    const { diagnostics } = await build('# A', { 'naskah.yaml': 'title: Pengaruh $\\foo$\n' })
    expect(diagnostics.find(({ ruleId }) => ruleId === 'math/syntax')).toMatchObject({
      file: 'naskah.yaml',
      place: { start: { line: 1, column: 8 } },
    })
  })

  it('comes from TeX alone: HTML cannot name one, or be one', async () => {
    const { html } = await build(
      '# A\n\n$x$ <span data-formula="formula.1">a</span> <math><mi>b</mi></math>\n\n<div class="equation"><span data-formula=formula.1>c</span></div>',
    )
    expect(html.match(/<math/g)).toHaveLength(1)
    expect(html).not.toContain('data-formula')
  })
})
