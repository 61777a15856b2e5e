/** Puts MathML in the places that the handlers of math have marked. */
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { SKIP, visit } from 'unist-util-visit'

const ELEMENTS = new Set(
  (
    'math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom menclose msub msup msubsup ' +
    'munder mover munderover mmultiscripts mprescripts none mtable mtr mtd mlabeledtr semantics'
  ).split(' '),
)
const ATTRIBUTES = new Set(
  (
    'display displaystyle scriptlevel mathvariant form fence separator stretchy symmetric largeop movablelimits accent ' +
    'accentunder lspace rspace minsize maxsize width height depth voffset linethickness columnalign rowalign ' +
    'columnlines rowlines frame columnspan rowspan notation mathbackground mathcolor dir className style'
  ).split(' '),
)
/** The measures Temml gives cells and boxes, and its colours. */
const DECLARATION =
  /^(?:padding|width|border|color|background-color|text-align|vertical-align|math-depth|font-weight)(?:-[a-z]+)*:[\w\s.#%-]+$/

/** In place. The TeX comes from a stranger: whatever it became, only what draws is kept. */
export function setMath(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    const written = node.properties.dataMath
    if (written === undefined || !parent || index === undefined) return undefined
    const math = fromHtml(String(written), { fragment: true }).children.find(
      (child) => child.type === 'element',
    )
    if (math) {
      clean(math)
      parent.children[index] = math
    }
    return SKIP
  })
}

function clean(element: Element): void {
  for (const [name, value] of Object.entries(element.properties)) {
    if (!ATTRIBUTES.has(name)) delete element.properties[name]
    else if (name === 'style') {
      const kept = String(value)
        .split(';')
        .map((declaration) => declaration.trim())
        .filter((declaration) => DECLARATION.test(declaration) && !/undefined|url/.test(declaration))
      if (kept.length > 0) element.properties.style = kept.join(';')
      else delete element.properties.style
    }
  }
  element.children = element.children.filter(
    (child) => child.type === 'text' || (child.type === 'element' && ELEMENTS.has(child.tagName)),
  )
  for (const child of element.children) if (child.type === 'element') clean(child)
}
