/** Makes the fixes that findings offer: in memory, so that they are shown or written as one. */
import { resolve } from 'node:path'
import type { Host } from '../host.ts'
import type { Diagnostic, TextEdit } from '../model.ts'
import { insideFolder } from '../read/text.ts'
import { applyFixes } from './apply-fixes.ts'

export interface FixedFile {
  /** Relative to the thesis folder, as diagnostics name it. */
  readonly file: string
  /** Where it is on disk, links followed. */
  readonly path: string
  readonly before: string
  readonly data: Uint8Array
  readonly edits: readonly TextEdit[]
  readonly applied: number
}

/** @param texts of the files as they were examined: one that has changed since is left alone */
export async function fixedFiles(
  host: Host,
  dir: string,
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): Promise<FixedFile[]> {
  const folder = resolve(host.cwd, dir)
  const fixes = new Map<string, (readonly TextEdit[])[]>()
  for (const { file, fix } of diagnostics) {
    if (file !== undefined && fix !== undefined) fixes.set(file, [...(fixes.get(file) ?? []), fix])
  }
  const fixed: FixedFile[] = []
  for (const [file, list] of fixes) {
    const inside = await insideFolder(host, folder, file)
    if (inside === undefined) continue
    const path = await host.realpath(inside)
    const { text: before, mark } = decoded(await host.read(path))
    if (before !== texts.get(file)) continue
    const { text, edits, applied } = applyFixes(before, list)
    if (text === before) continue
    fixed.push({ file, path, before, edits, applied, data: new TextEncoder().encode(mark + text) })
  }
  return fixed
}

const BYTE_ORDER_MARK = '\uFEFF'

/** The text as stages read it, and the byte order mark they drop. */
function decoded(bytes: Uint8Array): { readonly text: string; readonly mark: string } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  return { text: text.slice(mark.length), mark }
}
