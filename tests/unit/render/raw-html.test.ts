import { fromHtml } from 'hast-util-from-html'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import { rehypeTidyHtml } from '../../../scripts/render/raw-html.ts'

function tidy(html: string): string {
  const tree = fromHtml(html, { fragment: true })
  rehypeTidyHtml()(tree)
  return unified().use(rehypeStringify).stringify(tree)
}

it('unfolds what paper cannot fold', () => {
  expect(tidy('<details><summary>Ringkas</summary><p>Isi</p></details>')).toBe(
    '<div><p>Ringkas</p><p>Isi</p></div>',
  )
})

it('makes paragraphs of words that stand between blocks', () => {
  expect(tidy('<p>satu</p> dua <em>tiga</em> <table></table>\n<h2>x</h2>')).toBe(
    '<p>satu</p><p> dua <em>tiga</em> </p><table></table><h2>x</h2>',
  )
})
