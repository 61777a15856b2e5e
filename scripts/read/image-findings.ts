/** What is said of an image that is shown all the same: it is very large, or a drawing asks for what a thesis may not show. */
import { diagnose, type Where } from '../diagnostics.ts'
import type { Diagnostic, ImageFile, Text } from '../model.ts'
import { hugeImage, svgLeftOut } from './image-messages.ts'

/** An A3 sheet at 600 dpi is about 10,000 px long: no more is ever seen. */
const LARGEST_SIDE = 10_000
const LARGEST_FILE = 10_000_000

/** @param where the place that asks for it */
export function imageFindings(path: string, image: ImageFile, where: Where): Diagnostic[] {
  const { data, width, height, mediaType } = image
  const found: Diagnostic[] = []
  const pixels = mediaType !== 'image/svg+xml' && Math.max(width, height) > LARGEST_SIDE
  if (pixels || data.length > LARGEST_FILE) {
    const megabytes = data.length / 1e6
    found.push(diagnose(hugeImage, { path, width, height, megabytes }, where))
  }
  if (mediaType === 'image/svg+xml') {
    const parts = forbiddenParts(new TextDecoder().decode(data))
    if (parts.length > 0) found.push(diagnose(svgLeftOut, { path, parts }, where))
  }
  return found
}

/** Another file or another computer: what is no `#place` in the drawing and no data in it. */
const OUTSIDE = String.raw`(?!#|data:)[^"'\s)>]`

/** In words for people. Comments are not content. */
function forbiddenParts(svg: string): Text[] {
  const source = withoutComments(svg)
  const parts: readonly (readonly [RegExp, Text])[] = [
    [/<script\b/i, { id: 'skrip', en: 'a script' }],
    [
      /<[a-z][^<>]*\son[a-z]+\s*=/i,
      { id: 'perintah saat diklik atau dimuat', en: 'commands on click or load' },
    ],
    [
      new RegExp(String.raw`<(?:image|use|feImage)\b[^<>]*\s(?:xlink:)?href\s*=\s*["']${OUTSIDE}`, 'i'),
      { id: 'gambar dari luar berkas', en: 'an image from outside the file' },
    ],
    [
      new RegExp(String.raw`url\(\s*["']?${OUTSIDE}|@import`, 'i'),
      { id: 'huruf atau gaya dari luar berkas', en: 'a font or style from outside the file' },
    ],
  ]
  return parts.filter(([sign]) => sign.test(source)).map(([, words]) => words)
}

function withoutComments(svg: string): string {
  let kept = ''
  let at = 0
  for (let start = svg.indexOf('<!--'); start >= 0; start = svg.indexOf('<!--', at)) {
    kept += svg.slice(at, start)
    const end = svg.indexOf('-->', start)
    if (end < 0) return kept
    at = end + '-->'.length
  }
  return kept + svg.slice(at)
}
