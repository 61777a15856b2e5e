/** Reads the labels of equations, and compiles all math; what cannot be compiled is told at its very place. */
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { tell } from '../../diagnostics.ts'
import type { BlockMath, InlineMath, Place } from '../../model.ts'
import { parseAttributes } from '../attributes.ts'
import { faultyMath, unclosedMath } from './messages.ts'
import { loadTexCompiler } from './tex.ts'

/** Reads the labels behind equations, `{#eq:x}`, in place. */
export function readEquationLabels(tree: Root): void {
  visit(tree, 'math', (node) => {
    const label = parseAttributes(node.meta?.slice(1, -1) ?? '')?.label
    if (label !== undefined) node.label = label
  })
}

/** Compiles the math of trees, in place. */
export async function compileMath(
  files: readonly { readonly tree: Root; readonly file: VFile }[],
): Promise<void> {
  const found: { readonly node: InlineMath | BlockMath; readonly file: VFile }[] = []
  for (const { tree, file } of files) {
    visit(tree, (node) => {
      if (node.type === 'math' || node.type === 'inlineMath') found.push({ node, file })
      else if (node.type === 'paragraph') tellUnclosed(node.children[0], file)
    })
  }
  if (found.length === 0) return
  const compile = await loadTexCompiler()
  for (const { node, file } of found) {
    const compiled = compile(node.value, node.type === 'math' || node.display === true)
    if ('mathml' in compiled) node.data = { ...node.data, mathml: compiled.mathml }
    else {
      const { reason, at } = compiled.fault
      tell(file, faultyMath, { reason }, { place: placeIn(node, at, file) })
    }
  }
}

function tellUnclosed(first: Root['children'][number] | undefined, file: VFile): void {
  if (first?.type !== 'text' || !/^\$\$(?!\$)/.test(first.value)) return
  tell(file, unclosedMath, {}, { place: first.position })
}

/** The place of a character of the TeX: in the file it stands behind one or two dollars, and perhaps blanks. */
function placeIn(node: InlineMath | BlockMath, at: number, file: VFile): Place | undefined {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return node.position
  const written = String(file.value).slice(start.offset, end.offset)
  const begin = /^\$*\s*/.exec(written)?.[0].length ?? 0
  const before = written.slice(0, begin + at)
  const lines = before.split(/\r\n|\r|\n/)
  const last = lines.at(-1) ?? ''
  const point = {
    line: start.line + lines.length - 1,
    column: lines.length === 1 ? start.column + last.length : last.length + 1,
  }
  return { start: point, end: { ...point, column: point.column + 1 } }
}

/** Compiles the math of a tree by itself. Its labels are read, and `remarkNumberCaptions` numbers them. */
export const remarkMath: Plugin<[], Root> = () => async (tree, file) => {
  readEquationLabels(tree)
  await compileMath([{ tree, file }])
}
