/** The contents and the lists of tables, figures and listings: read off the rendered sections, so that they name what is there. */

import type { Element, ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { CaptionKind, ContentsEntry } from '../model.ts'
import { hasClass } from './classes.ts'
import { element, span } from './elements.ts'
import { isNoteCall } from './note-calls.ts'

/** A line of a list before its page is known. */
export interface ListLine extends ContentsEntry {
  /** 1 for chapters and parts, 2 for 1.1 … */
  readonly depth: number
  /** "BAB I", "1.1", "Tabel 2.1"; empty for parts. */
  readonly number: string
  readonly content: readonly ElementContent[]
}

/**
 * The headings of a section, down to a depth: 3 for 1.1.1. Of appendices their titles at most.
 * @param appendices are their titles wanted?
 */
export function headingLines(section: Element, depth: number, appendices: boolean): ListLine[] {
  const lines: ListLine[] = []
  visit(section, 'element', (node) => {
    const level = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0)
    if (level === 0) return undefined
    const isWanted = isAppendixTitle(node) ? appendices : !isInAppendix(section, level)
    if (level <= depth && isWanted && node.properties.id)
      lines.push(listLine(String(node.properties.id), level, node.children))
    return SKIP
  })
  return lines
}

/** The captions of one kind in a section. */
export function captionLines(section: Element, kind: CaptionKind): ListLine[] {
  const lines: ListLine[] = []
  visit(section, 'element', (node) => {
    if (node.tagName !== 'figure' || !hasClass(node, kind) || !node.properties.id) return
    const caption = node.children.find((child) => child.type === 'element' && child.tagName === 'figcaption')
    if (caption?.type !== 'element') return
    const { dataShort: short } = caption.properties
    const number = caption.children.filter((child) => child.type === 'element' && hasClass(child, 'number'))
    const shown: ElementContent[] =
      typeof short === 'string' ? [...number, { type: 'text', value: short }] : caption.children
    lines.push(listLine(String(node.properties.id), 2, shown))
  })
  return lines
}

/** The titles of the appendices in a section. */
export function appendixLines(section: Element): ListLine[] {
  const lines: ListLine[] = []
  visit(section, 'element', (node) => {
    if (isAppendixTitle(node)) lines.push(listLine(String(node.properties.id), 2, node.children))
  })
  return lines
}

/** Headings inside appendices are matter of these alone. */
function isInAppendix(section: Element, level: number): boolean {
  return level > 1 && section.children.some((child) => child.type === 'element' && isAppendixTitle(child))
}

function isAppendixTitle(node: Element): boolean {
  return /^h[1-6]$/.test(node.tagName) && hasClass(node, 'appendix')
}

function listLine(id: string, depth: number, children: readonly ElementContent[]): ListLine {
  const number = children.find(
    (child): child is Element => child.type === 'element' && hasClass(child, 'number'),
  )
  const content = plainInline(children.filter((child) => child !== number))
  const title = hastText({ type: 'root', children: content }).trim()
  return { id, depth, number: number ? hastText(number).trim() : '', content: trimmed(content), title }
}

/** The list itself: each line a link, its page number to be filled in. */
export function listElement(name: string, lines: readonly ListLine[]): Element {
  const items = lines.map((line) => {
    const number = line.number ? [span('number', [`${line.number} `])] : []
    const link = element('a', { href: `#${line.id}` }, [span('title', [...number, ...line.content])])
    const page = element('span', { className: ['page'], dataPageOf: line.id })
    return element('li', { className: [`depth-${line.depth}`] }, [leader(), link, ' ', page])
  })
  return element('nav', { className: [name] }, [element('ol', { className: ['lines'] }, items)])
}

/** Dots to the page number: drawn from the right, so that those of all lines stand in columns, and no text to copy. */
function leader(): Element {
  const line = element('line', { x1: '100%', x2: '0', y1: '50%', y2: '50%' })
  return element('svg', { className: ['leader'], ariaHidden: 'true' }, [line])
}

/** Notes, links, breaks and anchors stay with the heading and do not come along into a list. */
function plainInline(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (node.tagName === 'br' || isNoteCall(node)) return []
    const children = plainInline(node.children)
    if (node.tagName === 'a' || hasClass(node, 'citation') || hasClass(node, 'title')) return children
    const { id: _, ...properties } = node.properties
    return [{ ...node, properties, children }]
  })
}

/** Without the blank that stood between number and title. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const first = nodes.findIndex((node) => node.type !== 'text' || node.value.trim() !== '')
  return first < 0 ? [] : nodes.slice(first)
}
