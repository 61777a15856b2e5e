/** Blocks of code and code in the text, from the Markdown to the document. */
import { fromHtml } from 'hast-util-from-html'
import { toString as hastText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { Profile } from '../../../scripts/schema/profile.ts'
import { renderFiles } from '../../pdf/thesis.ts'

async function documentOf(text: string, change?: (profile: Profile) => Profile): Promise<string> {
  return (await renderFiles({ '01.md': `# A\n\n${text}` }, change)).page.html
}

async function chapter(text: string, change?: (profile: Profile) => Profile): Promise<string> {
  const html = await documentOf(text, change)
  return html.slice(html.indexOf('class="chapter"'), html.indexOf('</body>'))
}

/** The texts of lines. */
function linesOf(html: string): string[] {
  const lines: string[] = []
  visit(fromHtml(html, { fragment: true }), 'element', (node) => {
    if (/^line( blank)?$/.test(String(node.properties.className).replace(',', ' ')))
      lines.push(hastText(node))
  })
  return lines
}

describe('a block of code', () => {
  it('has its lines as they were written, tabs as blanks', async () => {
    const html = await chapter('```\na\n\n\tb\n  c\td\n```')
    expect(linesOf(html)).toEqual(['a\n', '\n', '    b\n', '  c d\n'])
    expect(html).toContain('<span class="line blank">\n</span>')
  })

  it('has its lines with Windows line ends, too', async () => {
    expect(linesOf(await chapter('```python\r\na = 1\r\n\r\nb\r\n```'))).toEqual(['a = 1\n', '\n', 'b\n'])
  })

  it('goes on with its colours on each line', async () => {
    const html = await chapter('```python\n"""a\nb"""\n```')
    expect(html).toContain('<span class="hljs-string">"""a</span>\n</span>')
    expect(html).toContain('<span class="hljs-string">b"""</span>\n</span>')
  })

  it('is left out when it is empty', async () => {
    const html = await chapter('```python\n```\n\nx\n\n```{.r caption="Kosong"}\n\n```')
    expect(html.match(/<pre/g)).toBeNull()
    expect(html).toContain('Kosong')
  })

  it('typed as HTML has lines as well, and its markup', async () => {
    const html = await chapter('<pre>\na <b>b\nc</b>\n\n  d<br>e</pre>\n\n<pre>x<p>y</p></pre>')
    expect(linesOf(html)).toEqual(['a b\n', 'c\n', '\n', '  d\n', 'e\n'])
    expect(html).toContain('<b>c</b>')
    expect(html).toContain('<pre class="under-1">x<p>y</p></pre>')
  })

  it('hangs a long line below its own beginning, and no style comes from HTML', async () => {
    const html = await chapter(
      `\`\`\`\n    ${'kata '.repeat(30)}\n  pendek\n\`\`\`\n\n<pre style="color:red">a</pre>`,
    )
    expect(html.match(/style="[^"]*"/g)).toEqual(['style="--hang:4"'])
  })

  it('stays whole when it is short', async () => {
    const html = await chapter(
      `\`\`\`\n${'a\n'.repeat(8)}\`\`\`\n\n\`\`\`\n${'a\n'.repeat(9)}\`\`\`\n\n\`\`\`\n${'a'.repeat(500)}\n\`\`\``,
    )
    expect(html.match(/<pre class="[^"]*"/g)).toEqual([
      '<pre class="code whole under-1"',
      '<pre class="code under-1"',
      '<pre class="code under-1"',
    ])
  })

  it('has numbers that are drawn, where it or the profile asks for them', async () => {
    const html = await chapter('```{.numberLines startFrom=99}\na\nb\n```\n\n```\nc\n```')
    expect(html.match(/<svg/g)).toHaveLength(2)
    expect(html.match(/<path/g)).toHaveLength(2 + 3)
    expect(linesOf(html)).toEqual(['a\n', 'b\n', 'c\n'])
    const all = await chapter('```\nc\n```', (profile) => ({
      ...profile,
      code: { ...profile.code, line_numbers: true },
    }))
    expect(all.match(/<svg/g)).toHaveLength(1)
  })

  it('stands below the mark of a list item that begins with it', async () => {
    const html = await chapter('1. ```\n   a\n   ```\n2. b\n   ```\n   c\n   ```\n\n- [x] d')
    expect(html.match(/<li[^>]*>/g)).toEqual([
      '<li class="mark-above">',
      '<li>',
      '<li class="task-list-item">',
    ])
  })

  it('says nothing that HTML should not', async () => {
    const html = await chapter('<pre><code data-start-from="1e9" class="hljs-x" onclick="a()">x</code></pre>')
    expect(html).not.toContain('onclick')
    expect(await chapter('```html\n<script>alert(1)</script>\n```')).not.toContain('<script')
  })
})

describe('a listing', () => {
  it('has its caption where the profile says, and a line in the list', async () => {
    const text = '```{.r #lst:x caption="Judul *a*"}\nb\n```\n\nSumber: c'
    const above = await chapter(text)
    expect(above).toMatch(/<figcaption>.*Kode 1\.1.*<\/figcaption><pre.*<\/pre><p class="source">/s)
    const below = await chapter(text, (profile) => ({
      ...profile,
      code: { ...profile.code, label: 'Listing', position: 'below' },
    }))
    expect(below).toMatch(/<pre.*<\/pre><figcaption>/s)
    const html = await documentOf(`${text}\n\n@lst:x`)
    expect(html).toMatch(/DAFTAR KODE<\/h1><nav class="listings">.*href="#kode-11".*Judul <em>a<\/em>/s)
    expect(await chapter(`${text}\n\n@lst:x`)).toMatch(/<a href="#kode-11" class="reference">Kode\s1\.1<\/a>/)
  })

  it('has no list when there is none', async () => {
    expect(await documentOf('```\na\n```')).not.toContain('DAFTAR KODE')
  })
})

describe('code in the text', () => {
  it('keeps its capitals in a heading, and has its font in the document', async () => {
    const html = (await renderFiles({ '01.md': '# Fungsi `main()`\n\nx' })).page.html
    expect(html).toContain('FUNGSI <code>main()</code></h1>')
    expect(html).toContain('font-family:"Cousine";')
    expect(await documentOf('x')).not.toContain('font-family:"Cousine";')
  })
})
