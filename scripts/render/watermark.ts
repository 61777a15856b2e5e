/** DRAF across every page of a draft: drawn, not written, so that the text of the page stays what it is. */
import { escapeHtml } from './document.ts'

const LETTERS = [
  'M0 0V100H30C75 100 75 0 30 0Z',
  'M90 100V0H122C158 0 158 52 122 52H90M122 52L150 100',
  'M172 100L205 0L238 100M184 65H226',
  'M262 100V0H318M262 48H308',
]

/** In print a fixed element stands on every page; it takes no room and is hidden from readers of the text. */
export function watermark(): string {
  const paths = LETTERS.map((path) => `<path d="${escapeHtml(path)}"/>`).join('')
  return `<div class="watermark" aria-hidden="true"><svg viewBox="-10 -10 338 120">${paths}</svg></div>`
}
