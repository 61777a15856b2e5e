/** Words that mermaid will only set in HTML (formulas, some newer kinds of diagrams), as text of the drawing. */

/** Of the size of a letter, what hangs below the baseline. */
const DESCENT = 0.216

/** @returns one `<text>` for each line of words, where it stands */
export function textOfHtml(html: SVGForeignObjectElement): SVGElement[] {
  const toDrawing = html.getScreenCTM()?.inverse()
  if (!toDrawing) return []
  const lines: SVGElement[] = []
  const walker = document.createTreeWalker(html, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) for (const line of linesOf(node)) lines.push(textOf(line, html, toDrawing))
  }
  return lines
}

interface Line {
  words: string
  readonly box: DOMRect
  readonly style: CSSStyleDeclaration
}

function linesOf(node: Text): Line[] {
  const lines: Line[] = []
  const range = document.createRange()
  const parent = node.parentElement
  if (!parent) return lines
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const box = range.getBoundingClientRect()
    const last = lines.at(-1)
    if (last && Math.abs(last.box.top - box.top) < box.height / 2) last.words += ` ${word}`
    else if (box.width > 0) lines.push({ words: word, box, style: getComputedStyle(parent) })
  }
  return lines
}

function textOf({ words, box, style }: Line, html: SVGElement, toDrawing: DOMMatrix): SVGElement {
  const size = Number.parseFloat(style.fontSize)
  const start = new DOMPoint(box.left, box.bottom).matrixTransform(toDrawing)
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text')
  text.setAttribute('x', String(Math.round(start.x * 1000) / 1000))
  text.setAttribute('y', String(Math.round((start.y - size * DESCENT) * 1000) / 1000))
  const transform = html.getAttribute('transform')
  if (transform) text.setAttribute('transform', transform)
  text.setAttribute('font-size', String(size))
  text.setAttribute('font-weight', style.fontWeight)
  text.setAttribute('fill', style.color)
  text.setAttribute('stroke', 'none')
  text.append(words)
  return text
}
