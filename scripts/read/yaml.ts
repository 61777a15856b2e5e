/** Reads YAML so that every complaint about its content has a line and a column. */
import type * as v from 'valibot'
import { safeParse } from 'valibot'
import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { diagnose, nearest } from '../diagnostics.ts'
import type { Diagnostic, Outcome, Place, SourceFile } from '../model.ts'
import { missingKey, unknownKey, wrongType, yamlSyntax } from './messages.ts'

/** A step list into the data, e.g. `['author', 'name']`. */
export type DataPath = readonly (string | number)[]

export interface YamlData {
  readonly file: string
  readonly value: unknown
  /** Where the value at a path stands; with `'key'`, where its key stands. Undefined when it is not in this file. */
  place(path: DataPath, of?: 'key' | 'value'): Place | undefined
}

/** Parses one YAML file; syntax errors and duplicate keys become diagnostics. An empty file is an empty map. */
export function readYaml(source: SourceFile): Outcome<YamlData> {
  const lines = new LineCounter()
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, strict: true })
  const diagnostics = document.errors.map((error) =>
    diagnose(yamlSyntax, { reason: error.message }, { file: source.path, place: placeOf(error.pos, lines) }),
  )
  const value: unknown = diagnostics.length > 0 ? undefined : (document.toJS({ maxAliasCount: 100 }) ?? {})
  return {
    diagnostics,
    value: {
      file: source.path,
      value,
      place: (path, of = 'value') => {
        const range = of === 'key' ? keyRange(document, path) : nodeRange(document.getIn(path, true))
        return range && placeOf(range, lines)
      },
    },
  }
}

function placeOf([from, to]: readonly [number, number, ...number[]], lines: LineCounter): Place {
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col), offset }
  }
  return { start: at(from), end: at(Math.max(from, to)) }
}

function nodeRange(node: unknown): [number, number] | undefined {
  const range = (node as Node | undefined)?.range
  return range ? [range[0], range[1]] : undefined
}

function keyRange(document: Document, path: DataPath): [number, number] | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  if (!isMap(parent)) return nodeRange(document.getIn(path, true))
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
  )
  return nodeRange(pair?.key)
}

/**
 * Checks data against a schema. Unknown keys come with a "did you mean", wrong types with what was expected.
 * @param layers the files the data was joined from, the most specific first: the first that holds a path is blamed.
 */
export function checkShape<Schema extends v.GenericSchema>(
  schema: Schema,
  data: unknown,
  layers: readonly YamlData[],
): Outcome<v.InferOutput<Schema> | undefined> {
  const result = safeParse(schema, data)
  if (result.success) return { value: result.output, diagnostics: [] }
  const diagnostics: Diagnostic[] = result.issues.map((issue) => {
    const path = (issue.path ?? []).map((step) => step.key as string | number)
    const key = path.map(String).join('.')
    if (issue.expected === 'never') {
      const known = keysAt(schema, path.slice(0, -1))
      const last = String(path.at(-1))
      return diagnose(
        unknownKey,
        { key: last, near: nearest(last, known), known },
        blame(layers, path, 'key'),
      )
    }
    if (issue.received === 'undefined')
      return diagnose(missingKey, { key }, blame(layers, path.slice(0, -1), 'key'))
    const expected = describe(issue.expected ?? issue.message)
    return diagnose(wrongType, { key, expected, found: received(issue.input) }, blame(layers, path, 'value'))
  })
  return { value: undefined, diagnostics }
}

function blame(layers: readonly YamlData[], path: DataPath, of: 'key' | 'value') {
  for (const layer of layers) {
    const place = layer.place(path, of)
    if (place) return { file: layer.file, place }
  }
  const start = { line: 1, column: 1 }
  return { file: layers[0]?.file, place: { start, end: start } }
}

/** The keys a schema allows at a path, for "did you mean". */
function keysAt(schema: unknown, path: DataPath): string[] {
  const node = schema as {
    entries?: Record<string, unknown>
    wrapped?: unknown
    item?: unknown
    options?: unknown[]
    getter?: (input: unknown) => unknown
    pipe?: unknown[]
    value?: unknown
  }
  if (node.wrapped) return keysAt(node.wrapped, path)
  if (node.getter) return keysAt(node.getter(undefined), path)
  if (Array.isArray(node.options)) {
    return node.options
      .filter((option) => typeof option === 'object')
      .flatMap((option) => keysAt(option, path))
  }
  const [step, ...rest] = path
  if (node.entries) return step === undefined ? Object.keys(node.entries) : keysAt(node.entries[step], rest)
  if (node.item) return keysAt(node.item, typeof step === 'number' ? rest : path)
  if (node.pipe && node.pipe[0] !== schema) return keysAt(node.pipe[0], path)
  return []
}

const TYPE_NAMES: readonly (readonly [RegExp, string, string])[] = [
  [/\bstring\b|!0/g, 'teks', 'text'],
  [/\bnumber\b/g, 'angka', 'a number'],
  [/\bboolean\b/g, 'true atau false', 'true or false'],
  [/\bArray\b/g, 'daftar', 'a list'],
  [/\bObject\b/g, 'kumpulan kunci', 'a map of keys'],
  [/ \| /g, ' atau ', ' or '],
  [/^\(|\)$/g, '', ''],
]

function describe(expected: string): { id: string; en: string } {
  let [id, en] = [expected, expected]
  for (const [pattern, indonesian, english] of TYPE_NAMES) {
    id = id.replace(pattern, indonesian)
    en = en.replace(pattern, english)
  }
  return { id, en }
}

function received(input: unknown): string {
  const text = JSON.stringify(input) ?? String(input)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
