/** Lists with letters: what was typed as one, with all that belongs to it, and what only begins like one. */
import fc from 'fast-check'
import type { Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { remarkDefinitionLists, remarkLetteredLists } from '../../../scripts/index.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { expectInProportion } from '../../proportion.ts'
import { shape } from './shape.ts'

function parse(markdown: string): Root {
  const [chapter] = parseFiles([{ path: 'a.md', text: markdown }])
  if (!chapter) throw new Error('no tree')
  return chapter.tree
}

const shapes = (markdown: string) => parse(markdown).children.map(shape)

describe('a lettered list', () => {
  it.each<[string, string[]]>([
    ['a. satu\nb. dua', ['list(a.: item(p(satu)) item(p(dua)))']],
    ['a) satu\n\nb) dua', ['list(a): item(p(satu)) item(p(dua)))']],
    ['(a) satu\nterus\n(b) dua', ['list((a): item(p(satu⏎terus)) item(p(dua)))']],
    ['(1) satu\n(2) dua', ['list((1): item(p(satu)) item(p(dua)))']],
    [
      'i. satu\nii. dua\niii. tiga\niv. empat',
      ['list(i.: item(p(satu)) item(p(dua)) item(p(tiga)) item(p(empat)))'],
    ],
    ['A.  satu\nB.  dua', ['list(A.: item(p(satu)) item(p(dua)))']],
    [
      'Unsur:\na. satu\nb. dua\n\nAlinea.',
      ['p(Unsur:)', 'list(a.: item(p(satu)) item(p(dua)))', 'p(Alinea.)'],
    ],
    [
      'a. satu\n   1. x\n   2. y\nb. dua\n\n   Alinea.\n\n   > kutipan\n\n       kode',
      [
        'list(a.: item(p(satu) list(item(p(x)) item(p(y)))) item(p(dua) p(Alinea.) blockquote(p(kutipan)) code(kode)))',
      ],
    ],
    [
      '1. satu\n   a. x\n   b. y\n2. dua',
      ['list(item(p(satu) list(a.: item(p(x)) item(p(y)))) item(p(dua)))'],
    ],
    ['> a. satu\n> b. dua', ['blockquote(list(a.: item(p(satu)) item(p(dua))))']],
    ['a. x\nb. y\na) z\nb) w', ['list(a.: item(p(x)) item(p(y)))', 'list(a): item(p(z)) item(p(w)))']],
  ])('%j', (markdown, made) => {
    expect(shapes(markdown)).toEqual(made)
  })

  it.each<[string, string[]]>([
    ['a. satu', ['p(a. satu)']],
    ['A. H. Nasution\nB. J. Habibie', ['p(A. H. Nasution⏎B. J. Habibie)']],
    ['oleh\na. n. Rektor\nlalu', ['p(oleh⏎a. n. Rektor⏎lalu)']],
    ['- oleh\na. n. Rektor', ['list(item(p(oleh⏎a. n. Rektor)))']],
    ['b. satu\nc. dua', ['p(b. satu⏎c. dua)']],
    ['a. satu\nc. dua', ['p(a. satu⏎c. dua)']],
    ['a. satu\nb) dua', ['p(a. satu⏎b) dua)']],
    ['a. satu\n\nAlinea.\n\nb. dua', ['p(a. satu)', 'p(Alinea.)', 'p(b. dua)']],
    ['yaitu\n(1) proses, (2) cara', ['p(yaitu⏎(1) proses, (2) cara)']],
    ['a.satu\nb.dua', ['p(a.satu⏎b.dua)']],
    ['a.\nb.', ['p(a.⏎b.)']],
    ['ab. satu\nac. dua', ['p(ab. satu⏎ac. dua)']],
    ['a. a. a. x', ['p(a. a. a. x)']],
    ['(ini) satu\n(itu) dua', ['p((ini) satu⏎(itu) dua)']],
  ])('%j is none', (markdown, made) => {
    expect(shapes(markdown)).toEqual(made)
  })

  it.each(['a. satu\nb. dua\n\nx\n\n', '(1) x\n', 'a. ', '(a', 'x *y*\na. z\n', '> a. x\n'])(
    'takes time in proportion to the length of %j',
    (unit) => {
      const plain = unified().use(remarkParse)
      expectInProportion(plain().use(remarkLetteredLists), plain, unit)
    },
  )
})

const PIECES = ['x', 'kata', ': ', '~ ', 'a. ', 'b. ', '(a) ', '(b) ', '\n', '\n', '\n\n', '  ', '    ', '> ']

it('loses no letter, whatever the marks, and no place', () => {
  const own = unified().use(remarkParse).use(remarkLetteredLists).use(remarkDefinitionLists).freeze()
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 })
  fc.assert(
    fc.property(pieces, (list) => {
      const markdown = list.join('')
      const tree = own.parse(markdown)
      // What marks an item is no text of it.
      let marks = ''
      visit(tree, 'list', ({ data, children }) => {
        for (const [at] of children.entries()) if (data?.marker) marks += 'ab'[at] ?? ''
      })
      expect(letters(plainText(tree) + marks)).toEqual(letters(markdown))
      visit(tree, (node) => {
        const { start, end } = node.position ?? {}
        expect((start?.offset ?? 1) <= (end?.offset ?? 0), `${node.type} of ${markdown}`).toBe(true)
        if (node.type !== 'text') return
        const written = markdown.slice(start?.offset, end?.offset)
        expect(letters(written)).toEqual(letters(node.value))
      })
    }),
    { numRuns: 400 },
  )
})

function letters(text: string): string {
  return [...text.replace(/[^a-z]/g, '')].sort().join('')
}
