/** A part made from a template: filled, and what an author wrote of it sanitised. */

import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Paragraph } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Part } from '../../model.ts'
import type { PartContent } from '../assemble.ts'
import { upperCase } from '../capitals.ts'
import { addClass } from '../classes.ts'
import { embedFormulas } from '../formulas.ts'
import { embedPictures } from '../images.ts'
import type { RenderOptions } from '../options.ts'
import { rehypeTidyHtml } from '../raw-html.ts'
import type { PageData } from './data.ts'
import { fillTemplate } from './mustache.ts'
import { pageSchema } from './sanitize-page.ts'
import type { PageTemplates } from './templates.ts'

/** @returns undefined when there is no template of this part */
export function pageOf(
  part: Part,
  templates: PageTemplates,
  data: PageData,
  { images, profile, language, title }: RenderOptions & { readonly title: Paragraph },
): PartContent | undefined {
  const template = templates.pages.get(part.id)
  if (!template) return undefined
  const html = fromHtml(readable(fillTemplate(template.text, data, templates.partials)), { fragment: true })
  // Sanitised even when it is the program's own: a fragment in it may be the author's, and so is the title.
  const tree = unified().use(rehypeTidyHtml).use(rehypeSanitize, pageSchema).runSync(html) as Root
  embedFormulas(tree, title)
  const heading = headPage(tree, part)
  if (heading && profile.chapter_heading.caps) heading.children = upperCase(heading.children, language)
  embedPictures(tree, images)
  return { heading: !heading, content: tree.children.filter(isContent) }
}

/** No page is so deep; trees that are take more memory to walk than there is. */
const DEEPEST = 400

/** The page, or its words alone when its elements are nested beyond all measure. */
function readable(html: string): string {
  let depth = 0
  for (const [, end] of html.matchAll(/<(\/?)(?!br|img|hr|col|wbr)[a-z][^<>]*>/gi)) {
    depth += end ? -1 : 1
    if (depth > DEEPEST) return html.replace(/<[^<>]*>/g, ' ')
  }
  return html
}

/**
 * A heading in the page is that of the part, and nothing else on it is one: the contents and bookmarks name parts.
 * @returns the heading of the part, if the page has one
 */
function headPage(tree: Root, part: Part): Element | undefined {
  let found: Element | undefined
  visit(tree, 'element', (node) => {
    if (!/^h[1-6]$/.test(node.tagName)) return
    if (!found && node.tagName === 'h1' && part.heading) {
      found = node
      node.properties = { id: part.id }
      return
    }
    node.tagName = 'p'
    addClass(node, 'strong')
  })
  return found
}

function isContent(node: Root['children'][number]): node is ElementContent {
  return node.type !== 'doctype'
}
