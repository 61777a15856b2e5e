/** Joins the fences of divs and what stands between them, in place. */
import type { Parent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { nearest, tell } from '../../diagnostics.ts'
import type { DivFence, FencedDiv } from '../../model.ts'
import { type Attributes, parseAttributes } from '../attributes.ts'
import { deepDiv, unclosedDiv, unknownClass, unopenedDiv, unreadableDiv } from './messages.ts'
import { partDivs } from './part-divs.ts'

/** What the style sheet knows. */
const CLASSES = ['landscape', 'center', 'right', 'left', 'flush']
/** Pandoc's own, of no use here and no fault. */
const HARMLESS = /^(?:refs|references|unnumbered|unlisted|hanging-indent|csl-.*)$/
/** BCP 47, without what is of private use. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i

/** Of divs in divs: nobody means more, and what writes them out goes down into each. */
const DEEPEST = 20

/** At any depth; a fence without its partner is told and left out, with nothing of what follows it lost. */
export function joinDivs(tree: Root, file: VFile): void {
  joinBelow(tree, { file, unknown: new Set() })
  tree.children = partDivs(tree.children)
}

interface Joining {
  readonly file: VFile
  /** Classes that were told. */
  readonly unknown: Set<string>
}

function joinBelow(parent: Parent, joining: Joining): void {
  const { file } = joining
  const open: { readonly fence: DivFence; readonly before: RootContent[] }[] = []
  let nodes: RootContent[] = []
  for (const node of parent.children as RootContent[]) {
    if (node.type !== 'divFence') {
      if ('children' in node) joinBelow(node, joining)
      nodes.push(node)
    } else if (node.info !== undefined) {
      open.push({ fence: node, before: nodes })
      nodes = []
    } else {
      const opened = open.pop()
      if (!opened) tell(file, unopenedDiv, {}, { place: node.position })
      else if (open.length < DEEPEST) nodes = [...opened.before, divOf(opened.fence, node, nodes, joining)]
      else {
        nodes = [...opened.before, ...nodes]
        if (open.length === DEEPEST)
          tell(file, deepDiv, { deepest: DEEPEST }, { place: opened.fence.position })
      }
    }
  }
  for (const { fence, before } of open.reverse()) {
    tell(file, unclosedDiv, {}, { place: fence.position })
    nodes = [...before, ...nodes]
  }
  parent.children = nodes
}

function divOf(fence: DivFence, end: DivFence, children: RootContent[], joining: Joining): FencedDiv {
  const { classes, label, values } = attributesOf(fence, joining)
  const { lang, dir } = values
  return {
    type: 'fencedDiv',
    classes: classes.filter((name) => CLASSES.includes(name)),
    ...(label === undefined ? {} : { label, values }),
    ...(lang !== undefined && LANGUAGE.test(lang) ? { lang } : {}),
    ...(dir === 'rtl' || dir === 'ltr' ? { dir } : {}),
    children: children as FencedDiv['children'],
    ...(fence.position && end.position
      ? { position: { start: fence.position.start, end: end.position.end } }
      : {}),
  }
}

/** Of `{…}`, or the one name. What cannot be read, and what nobody knows, is told. */
function attributesOf({ info = '', position: place }: DivFence, { file, unknown }: Joining): Attributes {
  const attributes = info.startsWith('{')
    ? parseAttributes(info.slice(1, -1))
    : { classes: [info], values: {} }
  if (!attributes) {
    tell(file, unreadableDiv, { written: info }, { place })
    return { classes: [], values: {} }
  }
  const { lang, dir } = attributes.values
  if (lang !== undefined && !LANGUAGE.test(lang))
    tell(file, unreadableDiv, { written: `lang=${lang}` }, { place })
  if (dir !== undefined && !/^(?:rtl|ltr)$/.test(dir))
    tell(file, unreadableDiv, { written: `dir=${dir}` }, { place })
  for (const name of attributes.classes) {
    if (CLASSES.includes(name) || HARMLESS.test(name) || unknown.has(name)) continue
    unknown.add(name)
    tell(file, unknownClass, { name, near: nearest(name, CLASSES), known: CLASSES }, { place })
  }
  return attributes
}
