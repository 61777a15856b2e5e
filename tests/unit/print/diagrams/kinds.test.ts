/** What is said of diagrams without a browser. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kindFault } from '../../../../scripts/print/diagrams/kinds.ts'
import { sayings } from '../../front/thesis.ts'

describe('the kind of a diagram', () => {
  it('that mermaid may know is left to mermaid', () => {
    const main = createRequire(import.meta.url).resolve('mermaid')
    const chunks = join(dirname(main), 'chunks', 'mermaid.core')
    const files = [main, ...readdirSync(chunks).map((name) => join(chunks, name))]
    const code = files
      .filter((path) => path.endsWith('.mjs'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
    const words = [...code.matchAll(/\/\^\\s\*\(?([\w-]+)[^/\n]*\/i?\.test\(/g)].map(([, word = '']) => word)
    expect(words.length).toBeGreaterThan(25)
    expect(words.filter((word) => kindFault(word) !== undefined)).toEqual([])
    for (const source of ['graph TD', '%% komentar\n  pie', '---\ntitle: x\n---\nflowchart-elk TD', 'GANTT'])
      expect(kindFault(source)).toBeUndefined()
  })

  it('is told at its line by the linter, and so is a block without words', async () => {
    const fence = (text: string) => `\`\`\`mermaid\n${text}\n\`\`\`\n\n`
    const text = `# Pendahuluan\n\n${fence('%% arus\nflowcart TD\n  A --> B')}${fence('')}${fence('pie\n  "a" : 1')}`
    const said = (await sayings({ '01.md': text })).filter((line) => line.includes('diagram/'))
    expect(said).toEqual([
      expect.stringMatching(/^01\.md:5:1 diagram\/kind .*flowcart.*flowchart/),
      expect.stringMatching(/^01\.md:9:1 diagram\/kind Blok mermaid ini kosong/),
    ])
  })
})
