/** Puts the formulas into a document that is sanitised: they are made from TeX and hold nothing but MathML. */
import type { Element, ElementContent, Root as Hast } from 'hast'
import type { Nodes } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { BlockMath, InlineMath } from '../model.ts'
import { element, span } from './elements.ts'

/** @param tree with the nodes that `hast` was made from */
export function embedFormulas(hast: Hast, tree: Nodes): void {
  const formulas = new Map<string, InlineMath | BlockMath>()
  visit(tree, (node) => {
    if ((node.type === 'inlineMath' || node.type === 'math') && node.data?.key)
      formulas.set(node.data.key, node)
  })
  if (formulas.size === 0) return
  visit(hast, 'element', (place, index, parent) => {
    const node = formulas.get(String(place.properties.dataFormula))
    if (!node?.data?.formula || !parent || index === undefined) return undefined
    place.properties = { className: ['formula'], role: 'math', ariaLabel: node.value.replace(/\s+/g, ' ') }
    place.children = node.type === 'math' ? node.data.formula : node.data.formula.flatMap(inPieces)
    if (node.type === 'math') return SKIP
    keepNeighbours(parent.children as ElementContent[], index, place)
    return [SKIP, index + 1]
  })
}

/** `<math><mrow>y=</mrow><mrow>ax</mrow></math>`: each row a formula of its own, and a line may end between two. */
function inPieces(math: ElementContent): ElementContent[] {
  if (math.type !== 'element') return [math]
  const rows = math.children.filter((child) => child.type === 'element' && child.tagName === 'mrow')
  if (rows.length < 2 || rows.length < math.children.length) return [math]
  return rows.flatMap((row, at): Element[] => {
    const piece = { ...math, children: [row] }
    return at === 0 ? [piece] : [element('wbr', {}), piece]
  })
}

/**
 * What touches a formula stays with it, its comma, its bracket, its note: browsers end a line on either side of it.
 * In place, around the formula at an index.
 */
function keepNeighbours(siblings: ElementContent[], index: number, place: Element): void {
  const kept: ElementContent[] = [place]
  let behind = index + 1
  const before = siblings[index - 1]
  if (before?.type === 'text') {
    const head = /\S{1,20}$/.exec(before.value)?.[0] ?? ''
    before.value = before.value.slice(0, before.value.length - head.length)
    kept.unshift({ type: 'text', value: head })
  }
  const after = siblings[behind]
  if (after?.type === 'text') {
    const tail = /^\S{1,20}/.exec(after.value)?.[0] ?? ''
    after.value = after.value.slice(tail.length)
    kept.push({ type: 'text', value: tail })
    if (after.value === '') behind++
  }
  const call = siblings[behind]
  if (call?.type === 'element' && call.properties.dataNote !== undefined) {
    kept.push(call)
    behind++
  }
  const shown = kept.filter((node) => node.type !== 'text' || node.value !== '')
  siblings.splice(index, behind - index, span('unbroken', shown))
}
