/** Reads text files of the thesis: decoded from UTF-8 or refused, and never from outside the thesis folder. */
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { diagnose } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Outcome, SourceFile } from '../model.ts'
import { notUtf8 } from './messages.ts'

/** Decodes a file's bytes. A byte order mark is dropped; anything that is not UTF-8 is a diagnostic at its line. */
export function decodeText(path: string, bytes: Uint8Array): Outcome<SourceFile | undefined> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { value: { path, text }, diagnostics: [] }
  } catch {
    const start = firstBadPosition(bytes)
    const diagnostic = diagnose(
      notUtf8,
      { encoding: guessEncoding(bytes) },
      { file: path, place: { start, end: start } },
    )
    return { value: undefined, diagnostics: [diagnostic] }
  }
}

function guessEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 BE'
  return 'Windows-1252'
}

function firstBadPosition(bytes: Uint8Array): { line: number; column: number } {
  const lossy = new TextDecoder('utf-8').decode(bytes)
  const before = lossy.slice(0, Math.max(0, lossy.indexOf('\uFFFD'))).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/**
 * The absolute path of a file named inside the thesis, or undefined when it leads out of the folder,
 * through `..`, an absolute path or a link.
 */
export async function insideFolder(host: Host, folder: string, path: string): Promise<string | undefined> {
  const target = resolve(folder, path)
  if (isOutside(folder, target)) return undefined
  const real = await host.realpath(target).catch(() => target)
  return isOutside(await host.realpath(folder), real) && isOutside(folder, real) ? undefined : target
}

function isOutside(folder: string, target: string): boolean {
  const way = relative(folder, target)
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
}
