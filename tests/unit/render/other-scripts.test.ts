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
    ['<p><span lang="ar">السلام</span> dan</p>', '<p><span lang="ar" dir="rtl">السلام</span> dan</p>'],
    ['<p><span lang="ar">salam</span> x السلام</p>', '<p><span lang="ar">salam</span> x AR{السلام}</p>'],
    // A bracket goes with what stands in it.
    [
      '<p>kata (السلام), “بسم الله”, الله (محمد) ini</p>',
      '<p>kata (AR{السلام}), “AR{بسم الله}”, AR{الله (محمد)} ini</p>',
    ],
    ['<p>kata الله (محمد dan ini)</p>', '<p>kata AR{الله} (AR{محمد} dan ini)</p>'],
    ['<p>(الله) محمد kata</p>', '<p>(AR{الله}) AR{محمد} kata</p>'],
    ['<p>x̄ kata توحيد: 1–7.</p>', '<p>x̄ kata AR{توحيد}: 1–7.</p>'],
    ['<p>﴿قل﴾ kata قل ﴿٢﴾ هو</p>', '<p>AR{﴿قل﴾} kata AR{قل ﴿٢﴾ هو}</p>'],
    // What stands behind a verse runs its own way.
    [
      '<p>قل هو (QS. Al-Baqarah [2]: 255)</p>',
      '<p lang="ar" dir="rtl" class="passage">قل هو <span lang="id" dir="ltr">(QS. Al-Baqarah [2]: 255)</span></p>',
    ],
    ['<p>قل هو Artinya: katakanlah</p>', '<p>AR{قل هو} Artinya: katakanlah</p>'],
    // A cell, an item or a heading is not turned.
    ['<ul><li>قل</li></ul>', '<ul><li>AR{قل}</li></ul>'],
    ['<p>かな漢字、そして</p>', '<p lang="ja">かな漢字、そして</p>'],
    ['<p>kata 中国，北京。 ya</p>', '<p>kata <span lang="zh">中国，北京。</span> ya</p>'],
    ['<p><code>السلام</code> kode</p>', '<p><code>السلام</code> kode</p>'],
  ])('%s', (html, marked) => {
    expect(mark(html)).toBe(marked.replace(/AR{([^}]*)}/g, '<span lang="ar" dir="rtl">$1</span>'))
  })
  it.each(['الله (', 'ا)(', 'ا« ', '(قل) '])('are found in proportion to the length: %s', (unit) => {
    const start = performance.now()
    mark(`<p>kata ${unit.repeat(20_000)}</p>`)
    // Measured 0.1 s; a second look at the rest from every bracket would take minutes.
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
