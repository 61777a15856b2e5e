/** The fonts of the page, embedded: only those files whose letters really occur. */
import type { FontFace } from '../fonts/index.ts'
import { neededFaces } from '../fonts/index.ts'
import type { Host } from '../host.ts'

/**
 * `@font-face` rules with their files inside.
 * @param text everything the document shows
 * @param elements names of its elements
 */
export async function embeddedFonts(
  host: Host,
  text: string,
  elements: ReadonlySet<string>,
): Promise<string> {
  const { faces } = await neededFaces(host, text, elements)
  const rules = await Promise.all(faces.map((face) => fontRule(host, face)))
  return rules.join('\n')
}

async function fontRule(
  host: Host,
  { family, file, style, weight, unicodeRange, descriptors }: FontFace,
): Promise<string> {
  const data = Buffer.from(await host.read(file)).toString('base64')
  const range = unicodeRange ? `;unicode-range:${unicodeRange}` : ''
  const further = descriptors ? `;${descriptors}` : ''
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")${range}${further}}`
}
