/**
 * Sections are no blocks of a div: whatever numbers, lists or checks them looks for headings between the blocks of a
 * file. So a heading parts its div in two, and so do a page break and a landscape div in one that is upright.
 */
import type { Heading, RootContent } from 'mdast'
import type { FencedDiv } from '../../model.ts'
import { REFERENCE_KINDS } from '../reference-kinds.ts'

const SECTION_LABEL = new RegExp(`^(?:${REFERENCE_KINDS.appendix.prefixes.join('|')}):`)

/** The blocks of a file, its divs in pieces where need be. */
export function partDivs(nodes: readonly RootContent[]): RootContent[] {
  let number = 0
  return nodes.flatMap((node) => (node.type === 'fencedDiv' ? part(node, ++number) : [node]))
}

function part(div: FencedDiv, number: number): RootContent[] {
  const { children, label, values = {}, position: _, ...facts } = div
  const turned = isLandscape(div)
  const content = children.flatMap((child): RootContent[] =>
    child.type === 'fencedDiv' ? part(child, number) : [child],
  )
  if (!content.some((node) => parts(node, turned))) return [div]
  let named = label === undefined || nameHeading(content, label)
  const shared = turned ? { ...facts, piece: number } : facts
  const made: RootContent[] = []
  let piece: FencedDiv | undefined
  for (const node of content) {
    if (parts(node, turned)) {
      made.push(withFacts(node, shared))
      piece = undefined
      continue
    }
    if (!piece) {
      piece = { ...shared, ...(named ? {} : { label, values }), children: [] }
      named = true
      made.push(piece)
    }
    piece.children.push(node as FencedDiv['children'][number])
    const [start, end] = [piece.position?.start ?? node.position?.start, node.position?.end]
    if (start && end) piece.position = { start: { ...start }, end: { ...end } }
  }
  return made
}

/** A label for a section, or of a div that begins with one, is that of the heading. @returns whether it took it */
function nameHeading(content: readonly RootContent[], label: string): boolean {
  const heading = content.find((node) => node.type === 'heading')
  const isMeant = SECTION_LABEL.test(label) || (content[0] === heading && !label.includes(':'))
  if (!heading || !isMeant || heading.data?.label !== undefined) return false
  heading.data = { ...heading.data, label }
  return true
}

function parts(node: RootContent, turned: boolean): boolean {
  return (
    node.type === 'heading' ||
    (!turned && (node.type === 'pageBreak' || (node.type === 'fencedDiv' && isLandscape(node))))
  )
}

/** What a div says of its content holds for what parts it. */
function withFacts(node: RootContent, facts: Omit<FencedDiv, 'children'>): RootContent {
  if (node.type === 'fencedDiv') {
    const { classes, ...inherited } = facts
    return { ...inherited, ...node, classes: [...new Set([...classes, ...node.classes])] }
  }
  if (node.type !== 'heading') return node
  const own = node.data?.div
  const { type: _, piece, ...rest } = facts
  // A chapter's heading stays upright: its page is numbered and begun as those of all chapters.
  const classes = [...new Set([...facts.classes, ...(own?.classes ?? [])])]
  const div: NonNullable<NonNullable<Heading['data']>['div']> = {
    ...rest,
    ...own,
    classes: node.depth === 1 ? classes.filter((name) => name !== 'landscape') : classes,
    ...(piece === undefined || node.depth === 1 ? {} : { piece }),
  }
  node.data = { ...node.data, div }
  return node
}

function isLandscape({ classes }: FencedDiv): boolean {
  return classes.includes('landscape')
}
