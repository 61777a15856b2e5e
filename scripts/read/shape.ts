/** Checks data read from YAML against a schema, and says at which line it differs, and how. */
import type * as v from 'valibot'
import { safeParse } from 'valibot'
import { diagnose, nearest, type Where } from '../diagnostics.ts'
import type { Diagnostic, Outcome, Text } from '../model.ts'
import { missingKey, unknownKey, wrongType } from './messages.ts'
import type { DataPath, YamlData } from './yaml.ts'

/**
 * Checks data against a schema. Unknown keys come with a "did you mean", wrong types with what was expected.
 * @param layers the files the data was joined from, the most specific first: the first that holds a path is blamed.
 */
export function checkShape<Schema extends v.GenericSchema>(
  schema: Schema,
  data: unknown,
  layers: readonly YamlData[],
): Outcome<v.InferOutput<Schema> | undefined> {
  // To the schema library a list is a map with the keys 0, 1, 2.
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const facts = { key: '', expected: describe('Object'), found: received(data) }
    return { value: undefined, diagnostics: [diagnose(wrongType, facts, blame(layers, [], 'value'))] }
  }
  const result = safeParse(schema, data)
  if (result.success) return { value: result.output, diagnostics: [] }
  const faults = result.issues.flatMap((issue) => faultsOf(issue, []))
  return {
    value: undefined,
    diagnostics: withoutEchoes(faults).map((fault) => tellFault(fault, schema, layers)),
  }
}

interface Fault {
  readonly kind: 'unknown' | 'missing' | 'type'
  readonly path: DataPath
  readonly issue: v.BaseIssue<unknown>
}

/** Where several shapes are allowed, the one that the value has is taken at its word: the fault is inside it. */
function faultsOf(issue: v.BaseIssue<unknown>, above: DataPath): Fault[] {
  const steps = issue.path ?? []
  const path = [...above, ...steps.map((step) => step.key as string | number)]
  const inside = (issue.issues ?? []).filter((inner) => {
    const step = inner.path?.[0]
    return step && !(step.type === 'object' && Array.isArray(step.input))
  })
  if (inside.length > 0) return inside.flatMap((inner) => faultsOf(inner, path))
  const last = steps.at(-1)
  if (issue.expected === 'never') {
    if (!Array.isArray(last?.input)) return [{ kind: 'unknown', path, issue }]
    const list = { ...issue, expected: 'Object', input: last.input }
    return [{ kind: 'type', path: path.slice(0, -1), issue: list }]
  }
  return [{ kind: issue.received === 'undefined' ? 'missing' : 'type', path, issue }]
}

/** A mistyped key is not missing as well, and one place is told once. */
function withoutEchoes(faults: readonly Fault[]): Fault[] {
  const told = new Set<string>()
  return faults.filter(({ kind, path }) => {
    const place = JSON.stringify(path)
    if (told.has(place)) return false
    told.add(place)
    if (kind !== 'missing') return true
    return !faults.some(
      (other) =>
        other.kind === 'unknown' &&
        JSON.stringify(other.path.slice(0, -1)) === JSON.stringify(path.slice(0, -1)) &&
        nearest(String(other.path.at(-1)), [String(path.at(-1))]).length > 0,
    )
  })
}

function tellFault({ kind, path, issue }: Fault, schema: unknown, layers: readonly YamlData[]): Diagnostic {
  const key = path.map(String).join('.')
  if (kind === 'missing') return diagnose(missingKey, { key }, blame(layers, path.slice(0, -1), 'key'))
  if (kind === 'type') {
    const facts = { key, expected: expectation(issue), found: received(issue.input) }
    return diagnose(wrongType, facts, blame(layers, path, 'value'))
  }
  const known = keysAt(schema, path.slice(0, -1))
  const last = String(path.at(-1))
  return diagnose(unknownKey, { key: last, near: nearest(last, known), known }, blame(layers, path, 'key'))
}

/** The place of a path, or of the nearest thing above it that is written down (an alias has no inside). */
export function blame(layers: readonly YamlData[], path: DataPath, of: 'key' | 'value'): Where {
  for (let length = path.length; length > 0; length--) {
    for (const layer of layers) {
      const place = layer.place(path.slice(0, length), length === path.length ? of : 'value')
      if (place) return { file: layer.file, place }
    }
  }
  const start = { line: 1, column: 1 }
  return { file: layers[0]?.file, place: { start, end: start } }
}

/** The keys a schema allows at a path, for "did you mean". */
function keysAt(schema: unknown, path: DataPath): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const node = schema as {
    entries?: Record<string, unknown>
    wrapped?: unknown
    item?: unknown
    options?: unknown[]
    getter?: (input: unknown) => unknown
    pipe?: unknown[]
  }
  if (node.wrapped) return keysAt(node.wrapped, path)
  if (node.getter) return keysAt(node.getter(undefined), path)
  if (Array.isArray(node.options)) {
    return [...new Set(node.options.flatMap((option) => keysAt(option, path)))]
  }
  const [step, ...rest] = path
  if (node.entries) return step === undefined ? Object.keys(node.entries) : keysAt(node.entries[step], rest)
  if (node.item) return keysAt(node.item, typeof step === 'number' ? rest : path)
  if (node.pipe && node.pipe[0] !== schema) return keysAt(node.pipe[0], path)
  return []
}

const WORDS: readonly (readonly [pattern: RegExp, id: string, en: string])[] = [
  [/"([^"]*)"/g, '“$1”', '“$1”'],
  [/\bstring\b/g, 'teks', 'text'],
  [/!0/g, 'teks yang tidak kosong', 'text that is not empty'],
  [/\bnumber\b/g, 'angka', 'a number'],
  [/\bboolean\b/g, 'true atau false', 'true or false'],
  [/\bArray\b/g, 'daftar', 'a list'],
  [/\bObject\b/g, 'kumpulan kunci', 'a map of keys'],
  [/>=/g, 'paling sedikit ', 'at least '],
  [/<=/g, 'paling banyak ', 'at most '],
  [/ \| /g, ' atau ', ' or '],
  [/[()]/g, '', ''],
]

function expectation(issue: v.BaseIssue<unknown>): Text {
  if (issue.type === 'integer') return { id: 'bilangan bulat', en: 'a whole number' }
  if (issue.type === 'check') {
    const { id, en } = describe(issue.message)
    return { id: `teks tanpa kurung kurawal selain ${id}`, en: `text without braces but ${en}` }
  }
  if (issue.type === 'regex') {
    return {
      id: 'nama berkas dari huruf, angka, spasi, titik, “_”, dan “-”, diawali huruf atau angka',
      en: 'a file name of letters, digits, blanks, dots, “_” and “-” that begins with a letter or digit',
    }
  }
  return describe(issue.expected ?? issue.message)
}

/** The schema library's notation in words: `(string | Object)` -> "text or a map of keys". */
function describe(expected: string): Text {
  let [id, en] = [expected, expected]
  for (const [pattern, indonesian, english] of WORDS) {
    id = id.replace(pattern, indonesian)
    en = en.replace(pattern, english)
  }
  return { id, en }
}

const LONGEST_SHOWN = 60

function received(input: unknown): Text {
  if (input === null || input === undefined || input === '')
    return { id: 'nilai kosong', en: 'an empty value' }
  const text = typeof input === 'string' ? `“${input}”` : (JSON.stringify(input) ?? String(input))
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 3)}…` : text
  return { id: shown, en: shown }
}
