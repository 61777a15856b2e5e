/** Kinds of diagrams, told apart by the word they begin with: that much is known without a browser. */
import { diagnose, nearest, placedAt } from '../../diagnostics.ts'
import type { Diagnostic } from '../../model.ts'
import type { PlacedFault } from './fault.ts'
import { diagramKind } from './messages.ts'
import { parsedLines } from './parsed-lines.ts'
import type { WantedDiagram } from './wanted.ts'

/** Those to recommend. */
const KINDS = (
  'flowchart sequenceDiagram classDiagram stateDiagram-v2 erDiagram pie gantt mindmap timeline journey gitGraph ' +
  'quadrantChart xychart-beta block-beta requirementDiagram kanban'
).split(' ')

/** How the words begin that mermaid takes for the name of a kind; it looks at no more of them either. */
const NAMES = new RegExp(
  '^(?:flowchart|graph|swimlane|C4|sequenceDiagram|classDiagram|stateDiagram|erDiagram|pie|gantt|mindmap|timeline|journey|' +
    'gitGraph|quadrantChart|xychart|block|requirement|kanban|architecture|packet|sankey|radar|treemap|treeView|venn|' +
    'wardley|ishikawa|cynefin|eventmodeling|railroad|info)',
  'i',
)
const LONGEST_WORD = 40

/** @returns nothing where the kind may well be known to mermaid */
export function kindFault(source: string): PlacedFault | undefined {
  const [first] = parsedLines(source)
  return first && NAMES.test(first.text) ? undefined : unknownKind(source)
}

/** Mermaid does not know what the diagram begins with. */
export function unknownKind(source: string): PlacedFault {
  const [first] = parsedLines(source)
  const word = /^\S*/.exec(first?.text ?? '')?.[0] ?? ''
  const near = word === '' ? [] : nearest(word, KINDS)
  const shown = word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD - 1)}…` : word
  return {
    diagnostic: diagnose(diagramKind, { word: shown, near, known: KINDS.slice(0, 9) }, { expected: near[0] }),
    place: first && { line: first.line, column: 0 },
  }
}

/** What is said of diagrams before any is drawn: `lint` starts no browser. */
export function tellUnknownKinds(wanted: readonly WantedDiagram[]): Diagnostic[] {
  return wanted.flatMap(({ source, where }) => {
    const fault = kindFault(source)
    return fault ? [placedAt(where(fault.place), fault.diagnostic)] : []
  })
}
