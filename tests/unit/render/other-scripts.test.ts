/** Which words are marked as another script, and which paragraphs as a passage in it. */
import { fromHtml } from 'hast-util-from-html'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { rehypeOtherScripts } from '../../../scripts/render/other-scripts.ts'

function mark(html: string): string {
  const tree = fromHtml(html, { fragment: true })
  rehypeOtherScripts()(tree)
  return unified().use(rehypeStringify).stringify(tree)
}

describe('other scripts', () => {
  it.each([
    ['<p>kata biasa</p>', '<p>kata biasa</p>'],
    ['<p>Kata السلام di sini.</p>', '<p>Kata <span lang="ar" dir="rtl">السلام</span> di sini.</p>'],
    ['<p>(السلام عليكم، أهلا), ya</p>', '<p>(<span lang="ar" dir="rtl">السلام عليكم، أهلا</span>), ya</p>'],
    ['<p>قُلْ هُوَ (1)</p>', '<p lang="ar" dir="rtl" class="passage">قُلْ هُوَ (1)</p>'],
    [
      '<p class="under-2">قل <em>هو</em></p>',
      '<p class="under-2 passage" lang="ar" dir="rtl">قل <em>هو</em></p>',
    ],
    [
      '<p>di ประเทศไทย dan 中国人</p>',
      '<p>di <span lang="th">ประเทศไทย</span> dan <span lang="zh">中国人</span></p>',
    ],
    ['<p>ประเทศไทย</p>', '<p lang="th">ประเทศไทย</p>'],
    ['<p><span lang="ar">السلام</span> dan</p>', '<p><span lang="ar">السلام</span> dan</p>'],
    ['<p><code>السلام</code> kode</p>', '<p><code>السلام</code> kode</p>'],
  ])('%s', (html, marked) => {
    expect(mark(html)).toBe(marked)
  })
})
