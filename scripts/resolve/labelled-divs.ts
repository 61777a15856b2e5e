/**
 * Labels of divs. `::: {#tbl:x}` around a table is the table's own, as pandoc-crossref has it, and so it is around a block
 * of code or an equation; a label without such a prefix stays the div's, for links to lead there.
 */
import type { RootContent } from 'mdast'
import { tell } from '../diagnostics.ts'
import type { BlockMath, Captioned, FencedDiv, Text } from '../model.ts'
import type { Attributes } from './attributes.ts'
import { captioned, captionNode, captionOf, type FoundCaption } from './caption-nodes.ts'
import type { Joining } from './captions.ts'
import { joinAttributes, lookOf } from './figure-attributes.ts'
import { REFERENCE_KINDS } from './reference-kinds.ts'
import { labelOfNothing } from './reference-messages.ts'
import { isSourceLine, sourceLinesAt } from './source-lines.ts'
import { isTable, joinTable } from './table-captions.ts'

const A_HEADING: Text = { id: 'Judul', en: 'Heading' }
/** What a div may hold that the prefix of its label asks for. Headings are no blocks of it. */
const KINDS = ['figure', 'table', 'listing', 'equation'] as const
type Kind = (typeof KINDS)[number] | undefined

/** Hands the label of a div on to what it is for, in place. What stands in the div has its captions already. */
export function handOnLabel(div: FencedDiv, joining: Joining): void {
  const { label = '', values = {}, children, position: place } = div
  const prefix = label.includes(':') ? label.split(':')[0] : undefined
  const asked = Object.values(REFERENCE_KINDS).find(({ prefixes }) => prefixes.includes(prefix ?? ''))
  if (!asked) return
  delete div.label
  const kind = KINDS.find((name) => REFERENCE_KINDS[name] === asked)
  const taken = takeLabel(children as RootContent[], kind, { label, classes: [], values }, joining)
  if (!taken) tell(joining.file, labelOfNothing, { label, what: kind ? asked.name : A_HEADING }, { place })
}

function takeLabel(nodes: RootContent[], kind: Kind, own: Attributes, joining: Joining): boolean {
  const named = nodes.find((node): node is Captioned | BlockMath =>
    node.type === 'captioned' ? node.kind === kind : node.type === 'math' && kind === 'equation',
  )
  if (!named) return setTable(nodes, kind, own, joining) || setListing(nodes, kind, own, joining)
  if (named.label !== undefined) return false
  const look = lookOf(own, joining.file, named.position)
  Object.assign(named, named.type === 'captioned' ? { ...look, ...named } : { label: own.label })
  return true
}

function setTable(nodes: RootContent[], kind: Kind, own: Attributes, joining: Joining): boolean {
  const table = nodes.find((node) => isTable(node))
  if (kind !== 'table' || !table) return false
  const caption = takeCaption(nodes, table, own)
  joinTable(nodes, nodes.indexOf(table), table, { ...joining, own: new Map([[table, caption]]) })
  return true
}

function setListing(nodes: RootContent[], kind: Kind, own: Attributes, { file }: Joining): boolean {
  const code = nodes.find((node) => node.type === 'code')
  if (kind !== 'listing' || !code) return false
  const { node: caption, attributes } = takeCaption(nodes, code, own)
  const at = nodes.indexOf(code)
  const sources = sourceLinesAt(nodes, at + 1, file)
  const listing = captioned('listing', attributes, [caption, code, ...sources.lines], file)
  nodes.splice(at, 1 + sources.count, listing)
  return true
}

/** The last paragraph of a div is the caption of what has none, whatever it begins with. */
function takeCaption(nodes: RootContent[], thing: RootContent, own: Attributes): FoundCaption {
  const at = nodes.findLastIndex((node) => node.type === 'paragraph' && !isSourceLine(node))
  const words = nodes[at]
  if (words?.type !== 'paragraph') return { node: captionNode([], thing), attributes: own }
  nodes.splice(at, 1)
  const { node, attributes } = captionOf(words)
  return { node, attributes: joinAttributes(attributes, own) }
}
