/** Which blocks are diagrams, and what their fences say. */
import fc from 'fast-check'
import type { Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import type { Captioned, Diagram } from '../../../scripts/model.ts'
import { parseFiles, parseInline } from '../../../scripts/read/markdown/index.ts'
import { joinCaptions } from '../../../scripts/resolve/captions.ts'
import { readDiagrams, remarkDiagrams } from '../../../scripts/resolve/diagrams.ts'

function diagramsIn(tree: Root): Diagram[] {
  const found: Diagram[] = []
  visit(tree, 'diagram', (node) => void found.push(node))
  return found
}

function diagram(fence: string, source = 'flowchart TD'): Diagram | undefined {
  const tree: Root = unified().use(remarkParse).parse(`${fence}\n${source}\n\`\`\`\n`)
  readDiagrams(tree)
  return diagramsIn(tree)[0]
}

function joined(text: string): { captioned: Captioned[]; root: Root; said: string[] } {
  const [chapter] = parseFiles([{ path: 'a.md', text }])
  if (!chapter) throw new Error('no chapter')
  readDiagrams(chapter.tree)
  joinCaptions(chapter.tree, chapter.file, { parseInline })
  const captioned: Captioned[] = []
  visit(chapter.tree, 'captioned', (node) => void captioned.push(node))
  const said = diagnosticsOf(chapter.file).map(({ place, ruleId }) => `${place?.start.line} ${ruleId}`)
  return { captioned, root: chapter.tree, said }
}

describe('readDiagrams', () => {
  it('reads what pandoc, GitHub and Quarto write behind a fence', () => {
    expect(diagram('```mermaid')).toMatchObject({ value: 'flowchart TD' })
    expect(diagram('```mermaid')).not.toHaveProperty('label')
    expect(diagram('```{mermaid}')).toMatchObject({ value: 'flowchart TD' })
    expect(diagram('``` {.mermaid}')).toMatchObject({ value: 'flowchart TD' })
    expect(diagram('```{#fig:x .mermaid width=5cm}')).toMatchObject({
      label: 'fig:x',
      values: { width: '5cm' },
    })
    expect(diagram('```mermaid {#fig:x .landscape width=80%}')).toMatchObject({
      label: 'fig:x',
      classes: ['landscape'],
      values: { width: '80%' },
    })
    expect(diagram('```{.mermaid caption="Alur, dua kata" fig-alt="Uraian"}')).toMatchObject({
      caption: 'Alur, dua kata',
      alt: 'Uraian',
    })
  })

  it('leaves other code alone', () => {
    for (const fence of ['```', '```js', '```mermaid-js', '```{.mermaidx}', '```{.js #mermaid}'])
      expect(diagram(fence)).toBeUndefined()
  })

  it('takes what is no attribute list for words', () => {
    expect(diagram('```mermaid {apa saja}')).toMatchObject({ value: 'flowchart TD' })
  })

  it('reads what mermaid has for those who listen', () => {
    const source =
      'flowchart TD\n  accTitle: Alur\n  accDescr {\n    Dari awal\n    sampai akhir\n  }\n  A --> B'
    expect(diagram('```mermaid', source)?.alt).toBe('Alur. Dari awal sampai akhir')
    expect(diagram('```mermaid', 'pie\n  accDescr: Bagian')?.alt).toBe('Bagian')
    expect(diagram('```mermaid', 'pie')?.alt).toBeUndefined()
    expect(diagram('```mermaid', 'pie\naccDescr {\nHalo')?.alt).toBeUndefined()
  })

  it('gives the same words the same address, and others another', () => {
    expect(diagram('```mermaid')?.address).toBe(diagram('```mermaid {#fig:x}')?.address)
    expect(diagram('```mermaid')?.address).not.toBe(diagram('```mermaid', 'flowchart LR')?.address)
  })

  it('works in a chain of its own', async () => {
    const chain = unified().use(remarkParse).use(remarkDiagrams)
    expect(diagramsIn(await chain.run(chain.parse('> ```mermaid\n> pie\n> ```')))).toHaveLength(1)
  })
})

describe('captions of diagrams', () => {
  it('keep their markup, their notes and the place of the fence', () => {
    const { captioned, root } = joined('# A\n\n```{.mermaid caption="Alur *x*^[Catatan] @fig:y"}\npie\n```')
    const caption = captioned[0]?.children.find((child) => child.type === 'caption')
    expect(caption?.children.map(({ type }) => type)).toContain('emphasis')
    expect(root.children.at(-1)?.type).toBe('footnoteDefinition')
    if (caption) visit(caption, (node) => expect(node.position?.start.line).toBe(3))
  })

  it('are what is read instead of the drawing, without a typed number', () => {
    const { captioned } = joined('```mermaid\npie\n```\nGambar 1.1 Bagian *besar*')
    expect(captioned[0]?.children[0]).toMatchObject({ type: 'diagram', alt: 'Bagian besar' })
  })

  it('look as the fence says, with a caption and without', () => {
    const look = 'width=80% height=5cm align=left .landscape'
    const { captioned } = joined(`\`\`\`{.mermaid caption="Alur" short="A" ${look}}\npie\n\`\`\``)
    const expected = { width: '80%', height: '5cm', align: 'left', landscape: true }
    expect(captioned[0]).toMatchObject({ ...expected, short: 'A' })
    const [bare] = diagramsIn(joined(`\`\`\`{.mermaid ${look}}\npie\n\`\`\``).root)
    expect(bare?.look).toEqual(expected)
  })

  it('what cannot be heard is told', () => {
    const said = (text: string) => joined(text).said
    expect(said('\n```{.mermaid .small short="A" width=luas}\npie\n```')).toEqual([
      '2 caption/attribute',
      '2 caption/attribute-unused',
      '2 caption/attribute-unused',
    ])
    expect(said('```{.mermaid .small #fig:x}\npie\n```')).toEqual(['1 caption/attribute-unused'])
  })

  it('may be typed above', () => {
    const { captioned, root } = joined('Teks.\n\nGambar 1.1 Alur\n\n```mermaid\npie\n```')
    expect(captioned[0]?.children).toMatchObject([{ type: 'diagram', alt: 'Alur' }, { type: 'caption' }])
    expect(root.children).toHaveLength(2)
  })

  it('are found in any order of blocks, and no diagram, table or word is lost', () => {
    const blocks = fc.constantFrom(
      '```mermaid\npie\n```',
      '```{.mermaid #fig:x caption="Kata *miring*"}\npie\n```',
      '> ```mermaid {#fig:y}\n> pie\n> ```\n> Gambar 1 Alur\n> dua baris\n> Sumber: x',
      '- ```mermaid\n  pie\n  ```\n  : Takarir',
      'Gambar 1.1 Alur',
      'Gambar: Alur {#fig:z}',
      ': Alur',
      'Sumber: penulis',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '![Peta](p.png)',
      'Teks.',
    )
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 8 }), (chosen) => {
        const text = chosen.join('\n\n')
        const { root } = joined(text)
        expect(diagramsIn(root)).toHaveLength(text.match(/mermaid/g)?.length ?? 0)
        let tables = 0
        visit(root, 'table', () => void tables++)
        expect(tables).toBe(chosen.filter((one) => one.startsWith('|')).length)
        const words = (from: string, word: string) => from.split(word).length
        for (const word of ['Sumber', 'dua baris', 'Takarir', 'Teks.'])
          expect(words(plainText(root), word)).toBe(words(text.replaceAll('\n> dua', ' dua'), word))
      }),
    )
  })

  it('are not taken from a table that follows, nor from a sentence', () => {
    expect(joined('```mermaid\npie\n```\n\n: Jumlah\n\n| a |\n|---|\n| 1 |').captioned).toMatchObject([
      { kind: 'table' },
    ])
    expect(joined('```mermaid\npie\n```\n\nGambar 1.1 menunjukkan hal itu.').captioned).toEqual([])
    expect(joined('```mermaid\npie\n```\n\nTabel: Jumlah').captioned).toEqual([])
  })
})
