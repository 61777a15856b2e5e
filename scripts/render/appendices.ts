/** The appendices one after the other, each under its title, on the level of a section. */
import type { Element, ElementContent } from 'hast'
import type { Chapter } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import { renderFiles } from './body.ts'
import { element, span } from './elements.ts'
import type { RenderOptions } from './options.ts'
import { hasOwnPage } from './page-breaks.ts'

/** @returns what follows the heading over all of them */
export async function appendixContent(
  files: readonly Chapter[],
  options: RenderOptions,
): Promise<ElementContent[]> {
  // Their titles are no chapters': neither in capitals nor under their number.
  const chapter = { ...options.profile.chapter_heading, caps: false, two_lines: false }
  const plain = { ...options, profile: { ...options.profile, chapter_heading: chapter } }
  const appendices: ElementContent[][] = []
  for (const [at, file] of files.entries()) {
    for (const { label, content } of await renderFiles([file], plain, `lampiran.${at + 1}`)) {
      // What has no number belongs to the one before.
      if (label === undefined) appendices.at(-1)?.push(...content.map(lowered))
      else appendices.push(content.map(lowered))
    }
  }
  return withBreaks(appendices, options.profile.appendices)
}

function withBreaks(appendices: readonly ElementContent[][], rules: Profile['appendices']): ElementContent[] {
  return appendices.flatMap((content, at) => {
    const before = appendices[at - 1]?.findLast((node) => node.type === 'element')
    const onOwnPage = before !== undefined && hasOwnPage(before)
    const begins = at === 0 ? rules.title_page : rules.page_break && !onOwnPage
    return begins ? [element('div', { dataPageBreak: 'here' }), ...content] : content
  })
}

/** Headings one level down: the heading over all appendices stands above them. */
function lowered(node: ElementContent): ElementContent {
  const level = node.type === 'element' ? Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0) : 0
  if (node.type !== 'element' || level === 0) return node
  const tagName = `h${Math.min(6, level + 1)}`
  const [number, ...title] = node.children
  if (level > 1 || !isNumber(number)) return { ...node, tagName }
  const properties = { ...node.properties, className: ['appendix'] }
  return { ...node, tagName, properties, children: [number, span('title', title)] }
}

function isNumber(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && String(node.properties.className) === 'number'
}
