/** At least two lines of every paragraph and list item on either page, whatever stands around them. */
import { expect, it } from 'vitest'
import { dice, words } from './random-thesis.ts'
import { printThesis } from './thesis.ts'

/** Each block begins with `A12x` and ends with `Z12x`. */
function markdown(seed: number, blocks: number): string {
  const roll = dice(seed)
  const parts = ['# Uji']
  for (let block = 0; block < blocks; block++) {
    const name = `${seed}n${block}x`
    const text = `A${name} ${words(roll, 4 + roll(60))} Z${name}`
    const kind = roll(12)
    if (kind === 0) parts.push(`## Judul ${words(roll, 2)}`)
    if (kind === 1) parts.push(`## Judul ${words(roll, 2)}\n\n### Anak ${words(roll, 3)}`)
    parts.push(kind < 4 ? `- **tebal** ${text}` : kind === 4 ? `> ${text}` : text)
  }
  return parts.join('\n\n')
}

it('holds in 12 documents of paragraphs, lists, quotations and headings', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, seed) => [`${seed + 10}.md`, markdown(seed + 1, 90)]),
  )
  const { pages, diagnostics } = await printThesis(files)
  expect(diagnostics).toEqual([])
  expect(pages.length).toBeGreaterThan(150)
  const broken: string[] = []
  let splits = 0
  let open: { name: string; counts: number[] } | undefined
  for (const page of pages) {
    if (open) open.counts.push(0)
    for (const { text, baseline } of page.lines) {
      if (baseline < 3.5 || baseline > page.height - 2.7) continue
      const start = /A(\d+n\d+x)/.exec(text)
      if (start?.[1]) open = { name: start[1], counts: [0] }
      if (!open) continue
      open.counts[open.counts.length - 1] = (open.counts.at(-1) ?? 0) + 1
      if (!text.includes(`Z${open.name}`)) continue
      const { name, counts } = open
      if (counts.length > 1) splits++
      if (counts.length > 1 && ((counts[0] ?? 0) < 2 || (counts.at(-1) ?? 0) < 2))
        broken.push(`${name}: ${counts}`)
      open = undefined
    }
  }
  expect(splits).toBeGreaterThan(60)
  expect(broken).toEqual([])
}, 60_000)
