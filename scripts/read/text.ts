/** Reads text files of the thesis: decoded from UTF-8 or refused, and never from outside the thesis folder. */
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { diagnose } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Outcome, SourceFile } from '../model.ts'
import { notUtf8, unreadable } from './messages.ts'

/** Decodes a file's bytes. A byte order mark is dropped; anything that is not UTF-8 is a diagnostic at its line. */
export function decodeText(path: string, bytes: Uint8Array): Outcome<SourceFile | undefined> {
  const text = decodeUtf8(bytes)
  if (text !== undefined && !text.includes('\0')) return { value: { path, text }, diagnostics: [] }
  const start = text === undefined ? firstBadPosition(bytes) : { line: 1, column: 1 }
  const facts = { encoding: guessEncoding(bytes) }
  return {
    value: undefined,
    diagnostics: [diagnose(notUtf8, facts, { file: path, place: { start, end: start } })],
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without a byte order mark shows by its zero bytes: text has none otherwise. */
/** Reads a file of the thesis. @param shown its path as messages name it */
export async function readText(
  host: Host,
  path: string,
  shown: string,
): Promise<Outcome<SourceFile | undefined>> {
  let bytes: Uint8Array
  try {
    bytes = await host.read(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { value: undefined, diagnostics: [diagnose(unreadable, { path: shown, reason })] }
  }
  return decodeText(shown, bytes)
}

function guessEncoding(bytes: Uint8Array): string {
  const zero = bytes.indexOf(0)
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || zero % 2 === 1) return 'UTF-16 LE'
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || zero >= 0) return 'UTF-16 BE'
  return 'Windows-1252'
}

/** The bytes before the first one that is wrong make good UTF-8: the longest such start is looked for by halves. */
function firstBadPosition(bytes: Uint8Array): { line: number; column: number } {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8Start(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good), { stream: true }).split(/\r\n|\r|\n/)
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

function isUtf8Start(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
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
