/** Joins the fences of divs and what stands between them, in place. */
import type { Parent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { nearest, tell } from '../../diagnostics.ts'
import type { DivFence, FencedDiv } from '../../model.ts'
import { parseAttributes } from '../attributes.ts'
import { unclosedDiv, unknownClass, unopenedDiv } from './messages.ts'

/** What the style sheet knows. */
const CLASSES = ['landscape', 'center', 'right', 'left', 'flush']
/** Pandoc's own, of no use here and no fault. */
const HARMLESS = /^(?:refs|references|unnumbered|hanging-indent|csl-.*)$/
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i

/** At any depth; a fence without its partner is told and left out, with nothing of what follows it lost. */
export function joinDivs(tree: Root, file: VFile): void {
  joinBelow(tree, file)
}

function joinBelow(parent: Parent, file: VFile): void {
  const open: { readonly fence: DivFence; readonly before: RootContent[] }[] = []
  let nodes: RootContent[] = []
  for (const node of parent.children as RootContent[]) {
    if (node.type !== 'divFence') {
      if ('children' in node) joinBelow(node, file)
      nodes.push(node)
    } else if (node.info !== undefined) {
      open.push({ fence: node, before: nodes })
      nodes = []
    } else {
      const opened = open.pop()
      if (opened) nodes = [...opened.before, divOf(opened.fence, node, nodes, file)]
      else tell(file, unopenedDiv, {}, { place: node.position })
    }
  }
  for (const { fence, before } of open.reverse()) {
    tell(file, unclosedDiv, {}, { place: fence.position })
    nodes = [...before, ...nodes]
  }
  parent.children = nodes
}

function divOf(fence: DivFence, end: DivFence, children: RootContent[], file: VFile): FencedDiv {
  const info = fence.info ?? ''
  const attributes = info.startsWith('{') ? parseAttributes(info.slice(1, -1)) : undefined
  const classes = attributes?.classes ?? (info.startsWith('{') ? [] : [info])
  for (const name of classes) {
    if (CLASSES.includes(name) || HARMLESS.test(name)) continue
    const facts = { name, near: nearest(name, CLASSES), known: CLASSES }
    tell(file, unknownClass, facts, { place: fence.position })
  }
  const { lang, dir } = attributes?.values ?? {}
  const label = attributes?.label
  return {
    type: 'fencedDiv',
    classes: classes.filter((name) => CLASSES.includes(name)),
    ...(label === undefined ? {} : { label }),
    ...(lang !== undefined && LANGUAGE.test(lang) ? { lang } : {}),
    ...(dir === 'rtl' || dir === 'ltr' ? { dir } : {}),
    children: children as FencedDiv['children'],
    ...(fence.position && end.position
      ? { position: { start: fence.position.start, end: end.position.end } }
      : {}),
  }
}
