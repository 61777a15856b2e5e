/** The classes of hast elements. */
import type { Element } from 'hast'

export function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : []
}

export function hasClass(node: Element, name: string): boolean {
  return classesOf(node).includes(name)
}

export function addClass(node: Element, name: string): void {
  node.properties.className = [...classesOf(node), name]
}
