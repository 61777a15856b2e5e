/**
 * Walks `cases/<name>/`: its Markdown files, in order of name, are read, joined, numbered and linked as a thesis is, and
 * `tree.txt` holds what comes out: headings, captions and references with numbers and ids, then what is said about them.
 * A folder with a `naskah.yaml` is a whole thesis and has tests of its own.
 * `bare.md` is the same text without hand-typed labels: it must give the same document.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Nodes, Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../scripts/diagnostics.ts'
import { diskHost } from '../scripts/host.ts'
import type { Chapter } from '../scripts/model.ts'
import { parseFiles, parseInline } from '../scripts/read/markdown/index.ts'
import { partHeadings, readParts } from '../scripts/read/parts.ts'
import { readProfile } from '../scripts/read/profile.ts'
import { captionNames, compileMath, linkThesis, numberThesis } from '../scripts/resolve/index.ts'
import { outline, sayings } from './cases/outline.ts'

const CASES = fileURLToPath(new URL('cases/', import.meta.url))
const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !existsSync(`${CASES}${entry.name}/naskah.yaml`))
  .map((entry) => entry.name)

const host = diskHost()
const profile = (await readProfile(host, 'generic-id', {})).value
if (!profile) throw new Error('the parent of all profiles is not valid')
const unnumbered = partHeadings(await readParts(host, {}))

function thesis(name: string, files: readonly string[]): Chapter[] {
  const chapters = parseFiles(
    files.map((path) => ({ path, text: readFileSync(`${CASES}${name}/${path}`, 'utf8') })),
  )
  if (!profile) return []
  numberThesis(chapters, { profile, others: [], unnumbered, reservedIds: [], parseInline })
  linkThesis(chapters, { language: 'id', captions: captionNames(profile) })
  return chapters
}

describe.each(names)('%s', (name) => {
  const files = readdirSync(`${CASES}${name}`).filter((file) => file.endsWith('.md'))
  const written = files.filter((file) => file !== 'bare.md')

  it('gives tree.txt', async () => {
    const chapters = thesis(name, written)
    await compileMath(chapters)
    const said = chapters.flatMap(({ file }) => diagnosticsOf(file))
    const text = [...chapters.flatMap(({ tree }) => outline(tree)), '---', ...sayings(said)]
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot(`${CASES}${name}/tree.txt`)
  })

  if (files.includes('bare.md')) {
    it('is the same document as without its hand-typed labels', () => {
      const [typed, bare] = [thesis(name, written), thesis(name, ['bare.md'])]
      expect(typed.map(({ tree }) => essence(tree))).toEqual(bare.map(({ tree }) => essence(tree)))
      expect(bare.flatMap(({ file }) => diagnosticsOf(file))).toEqual([])
    })
  }
})

/** The tree without places and without the labels that were typed, neighbouring texts run together. */
function essence(tree: Root): unknown {
  return JSON.parse(
    JSON.stringify(tree, function (this: unknown, key: string, value: unknown) {
      if (['position', 'typedNumber', 'place'].includes(key)) return undefined
      if (key !== 'children' || !Array.isArray(value)) return value
      const joined: Nodes[] = []
      for (const node of value as Nodes[]) {
        const last = joined.at(-1)
        if (node.type === 'text' && last?.type === 'text') {
          joined[joined.length - 1] = { type: 'text', value: last.value + node.value }
        } else joined.push(node)
      }
      return joined
    }),
  )
}
