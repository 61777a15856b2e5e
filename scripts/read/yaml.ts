/** Reads YAML so that every complaint about its content has a line and a column. */
import {
  type Alias,
  type Document,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import { diagnose } from '../diagnostics.ts'
import type { Outcome, Place, SourceFile } from '../model.ts'
import { yamlSyntax } from './messages.ts'
import { yamlFault } from './yaml-errors.ts'

/** A step list into the data, e.g. `['author', 'name']`. */
export type DataPath = readonly (string | number)[]

export interface YamlData {
  readonly file: string
  readonly value: unknown
  /** Where the value at a path stands; with `'key'`, where its key stands. Undefined when it is not in this file. */
  place(path: DataPath, of?: 'key' | 'value'): Place | undefined
}

/** An alias may be repeated; one that multiplies itself is refused (the number counts all its copies). */
const MOST_ALIASES = 100

/**
 * Parses one YAML file. The first thing that cannot be read becomes a diagnostic: what comes after it mostly follows
 * from it. An empty file is an empty map.
 */
export function readYaml(source: SourceFile): Outcome<YamlData> {
  const lines = new LineCounter()
  const document = parseDocument(source.text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    logLevel: 'error',
  })
  const [error] = document.errors
  const read = error ? { code: error.code, message: error.message, pos: error.pos } : toData(document)
  const failed = 'code' in read
  return {
    diagnostics: failed
      ? [
          diagnose(yamlSyntax, yamlFault(read.code, read.message), {
            file: source.path,
            place: placeOf(read.pos, lines),
          }),
        ]
      : [],
    value: {
      file: source.path,
      value: failed ? undefined : (read.data ?? {}),
      place: (path, of = 'value') => {
        const range = of === 'key' ? keyRange(document, path) : nodeRange(document.getIn(path, true))
        return range && placeOf(range, lines)
      },
    },
  }
}

interface ParseFault {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

/** Aliases are followed only here: one without an anchor (`title: *Penting*`) throws, and so does one too often used. */
function toData(document: Document): { readonly data: unknown } | ParseFault {
  keepLongDigits(document)
  try {
    return { data: document.toJS({ maxAliasCount: MOST_ALIASES }) }
  } catch (error) {
    let alias: Alias | undefined
    visit(document, {
      Alias: (_key, node) => {
        alias ??= node
        if (node.resolve(document) !== undefined) return undefined
        alias = node
        return visit.BREAK
      },
    })
    if (!alias) throw error
    return { code: 'BAD_ALIAS', message: String(error), pos: nodeRange(alias) ?? [0, 0] }
  }
}

/** An NIM or NIP is no quantity: a number would lose its leading zeros, and its last digits beyond 2^53. */
function keepLongDigits(document: Document): void {
  visit(document, {
    Scalar: (_key, node) => {
      const { source, value } = node
      if (typeof value !== 'number' || source === undefined || !/^\d+$/.test(source)) return
      if (String(value) !== source) node.value = source
    },
  })
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
