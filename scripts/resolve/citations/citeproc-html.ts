/** The HTML that citeproc writes, as hast. Citeproc's output is small and regular, so no HTML parser is loaded for it. */
import type { Element, ElementContent } from 'hast'

const TAGS: ReadonlySet<string> = new Set(['a', 'b', 'div', 'i', 'span', 'sub', 'sup'])
const TOKEN = /<(\/?)([a-z]+)((?:\s+[a-z-]+="[^"]*")*)\s*>|[^<]+|</g

/** Parses citeproc's HTML; anything but its own tags is text. */
export function citeprocHtml(html: string): ElementContent[] {
  const root: ElementContent[] = []
  const open: Element[] = []
  const add = (node: ElementContent) => (open.at(-1)?.children ?? root).push(node)
  for (const [token, slash, name, attributes] of html.matchAll(TOKEN)) {
    if (name === undefined || !TAGS.has(name)) add({ type: 'text', value: decode(token) })
    else if (slash === '/') {
      if (open.at(-1)?.tagName === name) open.pop()
    } else {
      const element: Element = {
        type: 'element',
        tagName: name,
        properties: propertiesOf(attributes ?? ''),
        children: [],
      }
      add(element)
      open.push(element)
    }
  }
  return root
}

function propertiesOf(attributes: string): Element['properties'] {
  const properties: Element['properties'] = {}
  for (const [, name = '', value = ''] of attributes.matchAll(/([a-z-]+)="([^"]*)"/g)) {
    if (name === 'class') properties.className = value.split(' ')
    else if (name === 'style') properties.style = value
    else if (name === 'href' && /^https?:/.test(value)) properties.href = decode(value)
    else if (name === 'data-cite') properties.dataCite = decodeURIComponent(value)
  }
  return properties
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' }

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return NAMED[name] ?? whole
  })
}
