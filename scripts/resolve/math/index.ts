/** The unified plugin that reads the TeX of formulas: each gets its MathML, or a message at the very place of its fault. */
import type { Parent, Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { tell } from '../../diagnostics.ts'
import type { BlockMath, InlineMath, Place } from '../../model.ts'
import { faultyMath, unclosedMath } from './messages.ts'
import { placeInSource } from './place.ts'

type Formula = InlineMath | BlockMath

interface FoundFormula {
  readonly node: Formula
  /** Where the words around it stand, for a formula that was parsed by itself. */
  readonly around: Place | undefined
}

/** Reads the formulas of all files, in place. Their keys are unique in all of them. */
export async function compileMath(
  files: readonly { readonly tree: Parent; readonly file: VFile }[],
): Promise<void> {
  const found = files.map(({ tree, file }) => ({ file, formulas: formulasOf(tree) }))
  if (found.every(({ formulas }) => formulas.length === 0)) return
  const { texReader } = await import('./temml.ts')
  const readTex = await texReader()
  let count = 0
  for (const { file, formulas } of found) {
    tellUnclosed(file, formulas)
    for (const { node, around } of formulas) {
      if (node.type === 'math' && node.unclosed) continue
      const { mathml, fault } = readTex(node.value, node.type === 'math')
      if (mathml) {
        const hName = node.type === 'math' ? 'div' : 'span'
        const key = `formula.${++count}`
        node.data = { ...node.data, formula: mathml, key, hName, hChildren: mathml }
      } else {
        const { from, to, ...facts } = fault
        const place = placeInSource(file, node, from, to) ?? around
        tell(file, faultyMath, facts, { place })
      }
    }
  }
}

/** {@link compileMath} for a tree by itself. */
export const remarkMath: Plugin<[], Root> = () => (tree, file) => compileMath([{ tree, file }])

function formulasOf(tree: Parent): FoundFormula[] {
  const found: FoundFormula[] = []
  const walk = (node: Parent, around: Place | undefined) => {
    for (const child of node.children) {
      const own = child.position ?? around
      if (child.type === 'inlineMath' || child.type === 'math') found.push({ node: child, around: own })
      else if ('children' in child) walk(child, own)
    }
  }
  walk(tree, undefined)
  return found
}

/** A blank line inside a formula leaves two marks that nothing closes: that is told once, at the first. */
function tellUnclosed(file: VFile, formulas: readonly FoundFormula[]): void {
  let opening = true
  const open = formulas.filter(({ node }) => node.type === 'math' && node.unclosed)
  for (const [at, { node, around }] of open.entries()) {
    if (!opening) {
      opening = true
      continue
    }
    const next = open[at + 1]?.node
    const blankLine = node.value !== '' && next?.value === ''
    opening = !blankLine
    tell(file, unclosedMath, { blankLine }, { place: node.position ?? around })
  }
}
