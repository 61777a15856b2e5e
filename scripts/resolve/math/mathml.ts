/** MathML as a tree, with nothing in it but what draws a formula. */
import type { Element, ElementContent, Properties } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** MathML Core, and `menclose`, which the style sheet draws. */
const ELEMENTS = new Set([
  ...['math', 'mrow', 'mi', 'mn', 'mo', 'mtext', 'mspace', 'mstyle', 'mpadded', 'mphantom', 'menclose'],
  ...['mfrac', 'msqrt', 'mroot', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover'],
  ...['mmultiscripts', 'mprescripts', 'none', 'mtable', 'mtr', 'mtd'],
])
/** No address, no id, no handler of events. */
const ATTRIBUTES = new Set([
  ...['display', 'displaystyle', 'scriptlevel', 'mathvariant', 'mathcolor', 'mathbackground', 'mathsize'],
  ...['form', 'fence', 'separator', 'stretchy', 'symmetric', 'largeop', 'movablelimits', 'accent'],
  ...['lspace', 'rspace', 'minsize', 'maxsize', 'linethickness', 'width', 'height', 'depth', 'voffset'],
  ...['columnalign', 'rowspacing', 'notation'],
])
const CLASS = /^(?:tml|chr)-[a-z0-9-]+$|^(?:upstrike|downstrike|sout|mathscr)$/
const STYLE_PROPERTY =
  /^(?:padding|border)(?:-(?:left|right|top|bottom))?$|^(?:text-align|math-depth|color|width|font-weight)$/
/** Words, numbers with units, and colours. */
const STYLE_VALUE = /^[\w\s.%#-]+$/

/** @returns undefined when it is nested deeper than allowed */
export function safeMathMl(markup: string, maxDepth: number): ElementContent[] | undefined {
  return clean(fromHtml(markup, { fragment: true }).children as ElementContent[], maxDepth)
}

function clean(nodes: readonly ElementContent[], depth: number): ElementContent[] | undefined {
  if (depth < 0) return undefined
  const kept: ElementContent[] = []
  for (const node of nodes) {
    if (node.type === 'text') kept.push({ type: 'text', value: node.value })
    if (node.type !== 'element') continue
    const children = clean(node.children, depth - 1)
    if (!children) return undefined
    const { tagName } = node
    if (!ELEMENTS.has(tagName)) kept.push(...children)
    else kept.push(withEvenScripts({ type: 'element', tagName, properties: safe(node.properties), children }))
  }
  return kept
}

/**
 * As in TeX, scripts at a single sign stand at one height, whatever the height and depth of that sign: the indices of
 * β₀ + β₁X₁ in one line. Browsers set them lower at β than at X.
 */
function withEvenScripts(node: Element): Element {
  const primes = node.children.at(-1)
  if (/^msu(?:p|bsup)$/.test(node.tagName) && isPrimes(primes)) return withPrimes(node, primes)
  const [base, ...scripts] = node.children
  const isSign = base?.type === 'element' && (base.tagName === 'mi' || base.tagName === 'mn')
  if (!/^m(?:sub|sup|subsup)$/.test(node.tagName) || !isSign) return node
  const even: Element = { type: 'element', tagName: 'mpadded', properties: SIGN_HEIGHT, children: [base] }
  return { ...node, children: [even, ...scripts] }
}

/** The font's prime is raised and small already; as a superscript it would be so twice. */
function withPrimes(node: Element, primes: Element): Element {
  const rest = node.children.slice(0, -1)
  const base = rest.length > 1 ? [withEvenScripts({ ...node, tagName: 'msub', children: rest })] : rest
  return { type: 'element', tagName: 'mrow', properties: {}, children: [...base, primes] }
}

function isPrimes(node: ElementContent | undefined): node is Element {
  if (node?.type !== 'element') return false
  if (node.tagName === 'mrow') return node.children.length > 0 && node.children.every(isPrimes)
  return Array.isArray(node.properties.className) && node.properties.className.includes('tml-prime')
}

/** About that of an x. */
const SIGN_HEIGHT: Properties = { height: '0.47em', depth: '0em' }

function safe(properties: Properties): Properties {
  const kept: Properties = {}
  for (const [name, value] of Object.entries(properties)) {
    if (ATTRIBUTES.has(name.toLowerCase())) kept[name] = value
    const style = name === 'style' ? safeStyle(String(value)) : ''
    if (style !== '') kept.style = style
    if (name === 'className' && Array.isArray(value)) {
      kept.className = value.map(String).filter((one) => CLASS.test(one))
    }
  }
  return kept
}

function safeStyle(style: string): string {
  return style
    .split(';')
    .filter((declaration) => {
      const [name = '', value = ''] = declaration.split(':').map((part) => part.trim())
      return STYLE_PROPERTY.test(name) && STYLE_VALUE.test(value)
    })
    .join(';')
}
