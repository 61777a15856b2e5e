/** Small makers of hast nodes. */
import type { Element, ElementContent, Properties } from 'hast'

export function element(
  tagName: string,
  properties: Properties,
  children: readonly (ElementContent | string)[] = [],
): Element {
  const content = children.map((child) =>
    typeof child === 'string' ? { type: 'text' as const, value: child } : child,
  )
  return { type: 'element', tagName, properties, children: content }
}

export function span(className: string, children: readonly (ElementContent | string)[]): Element {
  return element('span', { className: [className] }, children)
}
