/** Scanned pages in place of a part: each fills a page, and the part's heading can be found though it is in the picture. */
import type { ScannedPage } from '../../model.ts'
import type { PartContent } from '../assemble.ts'
import { element, span } from '../elements.ts'
import { picture } from '../images.ts'
import type { RenderOptions } from '../options.ts'
import { pdfPageBoxes } from '../pdf-pages.ts'

/** @param name what the pictures show, for those who cannot see them */
export function scannedPart(
  pages: readonly ScannedPage[],
  name: string,
  { images, language }: Pick<RenderOptions, 'images' | 'language'>,
): PartContent {
  const content = pages.flatMap(({ url }, at) => {
    const image = images.get(url)
    if (image?.pages) return pdfPageBoxes(image, name, language)
    const alt = at === 0 ? name : `${name} (${at + 1})`
    // Its message is told already.
    const shown = image ? picture(image, alt) : span('unresolved', [alt])
    return element('div', { className: ['scan'] }, [shown])
  })
  return { heading: true, scanned: true, content }
}
