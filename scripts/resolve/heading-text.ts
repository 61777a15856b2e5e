/** The plain text of headings and captions, and taking characters off its start without disturbing the markup. */
import type { PhrasingContent } from 'mdast'

const BR = /^<br\s*\/?>$/i

/** Plain text, with a blank for each line break; raw HTML, images, notes and citations have none. */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(textOf).join('')
}

function textOf(node: PhrasingContent): string {
  if (node.type === 'html') return BR.test(node.value) ? ' ' : ''
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  return 'children' in node ? inlineText(node.children) : ''
}

/**
 * Removes the first `length` characters of the {@link inlineText} of phrasing content, in place. Emptied nodes go, what
 * has no text (a note's call) stays; the position of what stays is left as it was, so that messages still point at the
 * heading.
 * @returns how many characters could not be removed (0 unless the text was shorter)
 */
export function dropLeadingText(children: PhrasingContent[], length: number): number {
  let left = length
  for (let at = 0; left > 0 && at < children.length; ) {
    const node = children[at]
    const own = node ? textOf(node).length : 0
    if (!node || own === 0) {
      at++
    } else if ('children' in node) {
      left = dropLeadingText(node.children, left)
      if (node.children.length > 0) at++
      else children.splice(at, 1)
    } else if (own <= left) {
      left -= own
      children.splice(at, 1)
    } else {
      if ('value' in node) node.value = node.value.slice(left)
      left = 0
    }
  }
  while (children[0] && isBreak(children[0])) children.shift()
  const head = children[0]
  if (head?.type === 'text') head.value = head.value.trimStart()
  return left
}

function isBreak(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'html' && BR.test(node.value))
}
