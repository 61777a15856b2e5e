import { fromHtml } from 'hast-util-from-html'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import { keepDashes } from '../../../scripts/render/dashes.ts'

function kept(html: string): string {
  const tree = fromHtml(html, { fragment: true })
  keepDashes(tree)
  return unified().use(rehypeStringify).stringify(tree)
}

it('keeps a dash with the letter before it', () => {
  expect(kept('<p>negara—yakni Thailand—setuju</p>')).toBe(
    '<p>negar<span class="unbroken">a—</span>yakni Thailan<span class="unbroken">d—</span>setuju</p>',
  )
})

it('leaves other dashes, and what is set as it is written', () => {
  for (const html of [
    '<p>negara — yakni 2019–2023</p>',
    '<p>—Tanpa kata di depan</p>',
    '<pre><code>a—b</code></pre>',
  ]) {
    expect(kept(html)).toBe(html)
  }
})
