/** The chapters' files as sections: each begins at a heading of level 1, in whichever file that stands. */
import type { Element, ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Chapter, Part } from '../model.ts'
import { markLevels } from './blocks.ts'
import { upperCase } from './capitals.ts'
import { embedImages } from './images.ts'
import { toHast } from './markdown.ts'
import { callsIn } from './note-calls.ts'
import type { RenderOptions } from './options.ts'
import { usefulPageBreaks } from './page-breaks.ts'
import { setSizes } from './sizes.ts'
import { joinTurned } from './turned.ts'

/** What stands between two headings of level 1. */
export interface Body {
  /** The id of its heading; of the first part of a thesis without one, made up. */
  readonly id: string
  readonly title: string
  /** "BAB I"; undefined for what is no chapter. */
  readonly label: string | undefined
  readonly content: ElementContent[]
}

/** @param prefix keeps the anchors inside these files apart from those of others */
export async function renderFiles(
  files: readonly Chapter[],
  options: RenderOptions,
  prefix: string,
): Promise<Body[]> {
  const bodies: { id: string; title: string; label: string | undefined; content: ElementContent[] }[] = []
  for (const [at, { tree, file }] of files.entries()) {
    const own = `${prefix}-${at + 1}`
    const hast = await toHast(tree, file, options)
    embedImages(hast, options, own)
    for (const [nth, call] of callsIn(hast).entries()) {
      embedImages({ type: 'root', children: call.note.content }, options, `${own}-note${nth + 1}`)
    }
    setSizes(hast)
    markLevels(hast)
    for (const node of hast.children) {
      if (node.type === 'doctype') continue
      if (node.type === 'element' && node.tagName === 'h1') {
        bodies.push({ ...headingFacts(node), content: [] })
        if (options.profile.chapter_heading.caps) node.children = upperCase(node.children, options.language)
      }
      if (bodies.length === 0) bodies.push({ id: 'awal', title: '', label: undefined, content: [] })
      bodies.at(-1)?.content.push(node)
    }
  }
  return bodies
    .map((body) => ({ ...body, content: usefulPageBreaks(joinTurned(body.content)) }))
    .filter(hasContent)
}

/** A scanned page has no text and is content all the same. */
function hasContent({ content }: Body): boolean {
  const tree = { type: 'root' as const, children: content }
  let shows = hastText(tree).trim() !== ''
  visit(tree, 'element', ({ tagName }) => {
    if (/^(?:img|svg|table)$/.test(tagName)) shows = true
  })
  return shows
}

function headingFacts(heading: Element): { id: string; title: string; label: string | undefined } {
  const [first, ...others] = heading.children
  const numbered = first?.type === 'element' && String(first.properties.className) === 'number'
  const words = numbered ? others : heading.children
  return {
    id: String(heading.properties.id),
    title: hastText({ type: 'root', children: words }).replace(/\s+/g, ' ').trim(),
    label: numbered ? hastText(first).trim() : undefined,
  }
}

/** The part of the thesis a hand-made section is: `# Kata Pengantar` in a file of its own. */
export function partOf(body: Body, parts: readonly Part[]): Part | undefined {
  if (body.label !== undefined) return undefined
  const title = body.title.toLowerCase()
  return parts.find((part) =>
    [...Object.values(part.heading ?? {}), ...(part.aliases ?? [])].some(
      (name) => name.toLowerCase() === title,
    ),
  )
}
