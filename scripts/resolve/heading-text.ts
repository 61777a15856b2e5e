/** Takes characters off the start of a heading or caption without disturbing its markup. */
import type { PhrasingContent } from 'mdast'

/**
 * Removes the first `length` characters of the plain text of phrasing content, in place. Emptied nodes go; the position
 * of what stays is left as it was, so that messages still point at the heading.
 * @returns how many characters could not be removed (0 unless the text was shorter)
 */
export function dropLeadingText(children: PhrasingContent[], length: number): number {
  let left = length
  while (left > 0) {
    const first = children[0]
    if (!first) break
    if ('value' in first && first.type !== 'html') {
      const taken = Math.min(left, first.value.length)
      left -= taken
      first.value = first.value.slice(taken)
      if (first.value.length > 0) break
    } else if ('children' in first) {
      left = dropLeadingText(first.children, left)
      if (first.children.length > 0) break
    }
    children.shift()
  }
  const next = children[0]
  if (next?.type === 'break') children.shift()
  if (next?.type === 'html' && /^<br\s*\/?>$/i.test(next.value)) children.shift()
  const head = children[0]
  if (head?.type === 'text') head.value = head.value.trimStart()
  return left
}
