/** Which dollars are math and which are money. */
import fc from 'fast-check'
import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { remarkMathSyntax } from '../../../scripts/read/markdown/math-syntax.ts'
import { expectInProportion } from '../../proportion.ts'

function parse(text: string): Root {
  return parseFiles([{ path: '1.md', text }])[0]?.tree as Root
}

/** `inline:x^2` and `display:y`, with where each stands. */
function mathOf(text: string): string[] {
  const found: string[] = []
  visit(parse(text), (node) => {
    if (node.type === 'inlineMath') found.push(`${node.display ? 'inline display' : 'inline'}: ${node.value}`)
    if (node.type === 'math') found.push(`block: ${node.value}${node.meta ? ` ${node.meta}` : ''}`)
  })
  return found
}

describe('math', () => {
  it.each([
    ['Luas $A = \\pi r^2$ itu.', ['inline: A = \\pi r^2']],
    ['$x$', ['inline: x']],
    ['($x$), $y$; $z$.', ['inline: x', 'inline: y', 'inline: z']],
    ['antara $0 < p < 1$ saja', ['inline: 0 < p < 1']],
    ['$2 + 3 = 5$', ['inline: 2 + 3 = 5']],
    ['$5\\text{ orang}$', ['inline: 5\\text{ orang}']],
    ['*tebal $x$ miring*', ['inline: x']],
    ['dua\n$a +\nb$ baris', ['inline: a +\nb']],
    ['$\\$5$', ['inline: \\$5']],
    ['kata $$x$$ kata', ['inline display: x']],
    ['$$ x $$', ['block: x']],
    ['$$\nx\n$$', ['block: x']],
    ['$$ x $$ {#eq:a}', ['block: x {#eq:a}']],
    ['$$\na\n+ b\n= c\n- d\n$$ {#eq:a}\n', ['block: a\n+ b\n= c\n- d {#eq:a}']],
    ['teks:\n$$ x $$\nteks', ['block: x']],
    ['1. butir\n\n   $$\n   x\n   $$\n', ['block: x']],
    ['> $$\n> x\n> $$\n', ['block: x']],
    ['| a |\n|---|\n| $x$ |', ['inline: x']],
  ])('is found in %j', (text, found) => {
    expect(mathOf(text)).toEqual(found)
  })

  it.each([
    'Nilainya US$5 juta sampai US$10 juta.',
    'Dari $5 menjadi $10.',
    'Dari $5 menjadi $ 10.',
    'Biayanya $5 per orang dan 10$ per meja.',
    'A$5 juta, US$ 3, HK$7$.',
    'Harga $ 5 dan $ 6.',
    'Satu $ saja.',
    'Tiga $$$ sekaligus $$$.',
    'Dua $$ kosong.',
    '\\$x\\$',
    '`$x$`',
    '```\n$x$\n```',
    '    $$ x $$',
    'Variabel $PATH dan $HOME',
    '$$\nx\n\ny\n$$',
    '$$\n\n$$',
    '$$',
    'awal $$\nx tanpa akhir',
    'Rp5.000$ dan US$',
    'Kurs 1 US$=Rp15.000 dan 1 S$=Rp11.000',
    'nilai tukar US$/Rp dan A$/Rp',
    'Tiket $20-$30 per orang.',
    'sekitar US$1,2–1,5 miliar (US$200 juta)',
  ])('is not found in %j', (text) => {
    expect(mathOf(text)).toEqual([])
  })

  it('keeps the text around it and its place', () => {
    const tree = unified().use(remarkParse).use(remarkMathSyntax).parse('Lihat $x^2$ ini.')
    const [paragraph] = tree.children
    expect(paragraph).toMatchObject({
      children: [
        { type: 'text', value: 'Lihat ' },
        { type: 'inlineMath', value: 'x^2', position: { start: { column: 7 }, end: { column: 12 } } },
        { type: 'text', value: ' ini.' },
      ],
    })
  })

  it('loses no letter of any text', () => {
    const piece = fc.constantFrom(
      '$',
      '$$',
      'x',
      ' ',
      '\n',
      '5',
      '\\',
      '{',
      '}',
      '{#eq:a}',
      'kata',
      '`',
      '*',
      '- ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const words = (text.match(/kata/g) ?? []).length
        let found = 0
        visit(parse(text), (node) => {
          if ('value' in node) found += (node.value.match(/kata/g) ?? []).length
        })
        return found === words
      }),
      { numRuns: 400 },
    )
  })

  it('takes time in proportion to its length', () => {
    const own = unified().use(remarkParse).use(remarkMathSyntax)
    for (const unit of ['$a ', '$$a ', 'a$ ', '$a$', '$$\na\n', '\\$'])
      expectInProportion(own, unified().use(remarkParse), unit)
  })
})
