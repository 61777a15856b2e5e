/** What stands before the items of lists: as the profile has it for their depth, or as their author typed it. */
import type { List, Nodes, Root } from 'mdast'
import type { Profile } from '../schema/profile.ts'

type Lists = Profile['lists']

/** Typed ones that the program knows beside those of the profile. */
const TYPED = ['a.', 'a)', '(a)', 'A.', 'A)', '(A)', 'i.', 'i)', '(i)', '(1)']
const NUMERALS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}
/** Drawn, so that no font needs to have them. */
const SHAPES: Readonly<Record<string, string>> = { '•': 'disc', '○': 'circle', '■': 'square', '▪': 'square' }
/** Between a bullet that is a letter of the font and its item. */
const GAP = '\u00A0\u00A0'

/** Names the markers of all lists by classes, in place. */
export function nameListMarkers(tree: Root, lists: Lists): void {
  nameBelow(tree, lists, { ordered: 0, bullets: 0 })
}

/** How deep a list stands in others of its kind. */
interface Depth {
  readonly ordered: number
  readonly bullets: number
}

function nameBelow(parent: Nodes, lists: Lists, depth: Depth): void {
  if (!('children' in parent)) return
  for (const node of parent.children)
    nameBelow(node, lists, node.type === 'list' ? nameList(node, lists, depth) : depth)
}

/** @returns the depth of what is in the list; it goes on from a typed marker, where the profile has that one */
function nameList(list: List, lists: Lists, depth: Depth): Depth {
  const { ordered, bullets } = lists
  if (!list.ordered) {
    setClass(list, `bullet-${(depth.bullets % bullets.length) + 1}`)
    return { ...depth, bullets: depth.bullets + 1 }
  }
  const typed = list.data?.marker
  const own = typed === undefined ? Math.min(depth.ordered, ordered.length - 1) : ordered.indexOf(typed)
  const at = own < 0 ? depth.ordered : own
  setClass(list, `marker-${styleName(typed ?? ordered[own] ?? '1.')}`)
  return { ...depth, ordered: at + 1 }
}

function setClass(list: List, name: string): void {
  list.data = { ...list.data, hProperties: { ...list.data?.hProperties, className: [name] } }
}

/** The rules for these classes. The names say the numeral: the page engine reads it off them. */
export function listMarkerCss({ ordered, bullets }: Lists): string {
  const markers = [...new Set([...ordered, ...TYPED])].flatMap((marker) => [
    counterStyle(marker),
    `.marker-${styleName(marker)}{list-style-type:${styleName(marker)}}`,
  ])
  const shapes = bullets.map((bullet, at) => {
    const type = SHAPES[bullet] ?? JSON.stringify(`${bullet}${GAP}`)
    return `.bullet-${at + 1}{list-style-type:${type}}`
  })
  return [...markers, ...shapes].join('\n')
}

function numeralOf(marker: string): string {
  return NUMERALS[/[1aAiI]/.exec(marker)?.[0] ?? ''] ?? 'decimal'
}

function styleName(marker: string): string {
  const [open, close] = [marker.startsWith('('), marker.endsWith(')')]
  return `${numeralOf(marker)}-${open ? 'brackets' : close ? 'bracket' : marker.endsWith('.') ? 'dot' : 'bare'}`
}

function counterStyle(marker: string): string {
  const [prefix = '', suffix = ''] = marker.split(/[1aAiI]/)
  return `@counter-style ${styleName(marker)}{system:extends ${numeralOf(marker)};prefix:"${prefix}";suffix:"${suffix} "}`
}
