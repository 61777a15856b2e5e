/** From what mermaid and its parsers say to a message at its line of the Markdown file. */
import { diagnose } from '../../diagnostics.ts'
import type { Diagnostic, Text } from '../../model.ts'
import type { MermaidFault } from './in-page/index.ts'
import { unknownKind } from './kinds.ts'
import { diagramFailed, diagramSyntax } from './messages.ts'
import { parsedLines } from './parsed-lines.ts'
import { tokenName } from './tokens.ts'

/** A place in the block: line and column from 0. */
export interface BlockPlace {
  readonly line: number
  readonly column: number
}

export interface PlacedFault {
  readonly diagnostic: Diagnostic
  /** Undefined when only the whole block is known to be wrong. */
  readonly place: BlockPlace | undefined
}

const MOST_EXPECTED = 6
const LONGEST = 160
const LONGEST_QUOTE = 40

/** @param source the text of the block */
export function explainFault(source: string, fault: MermaidFault): PlacedFault {
  if (fault.name === 'UnknownDiagramError') return unknownKind(source)
  return byParser(source, fault) ?? byGrammar(source, fault) ?? other(source, fault)
}

/** The older parsers tell what they read last, and what could have followed. */
function byParser(source: string, { hash }: MermaidFault): PlacedFault | undefined {
  if (!hash?.loc || !Array.isArray(hash.expected)) return undefined
  const { first_line, last_line, first_column, last_column } = hash.loc
  const lines = parsedLines(source)
  const parsed = lines[Math.min(first_line, lines.length) - 1]
  if (!parsed) return undefined
  const read = parsed.text.slice(first_column, last_line === first_line ? last_column : undefined).trim()
  const found = String(hash.text ?? '')
  const facts = {
    after: read === '' ? undefined : shortened(read, LONGEST_QUOTE),
    found: found.trim() === '' ? END_OF[found.includes('\n') ? 'line' : 'diagram'] : quoted(found),
    expected: named(hash.expected.map((name) => name.replaceAll("'", ''))),
  }
  return { diagnostic: diagnose(diagramSyntax, facts), place: { line: parsed.line, column: first_column } }
}

/** The newer parsers say it all in a sentence. */
function byGrammar(source: string, { message }: MermaidFault): PlacedFault | undefined {
  if (!message.startsWith('Parsing failed')) return undefined
  const at = /line (\d+), column (\d+)/.exec(message)
  const lines = parsedLines(source)
  const parsed = lines[Math.min(Number(at?.[1] ?? lines.length), lines.length) - 1]
  const found = /but found:? `([^`]*)`|unexpected character: ->([\s\S])<-/.exec(message)
  const word = found?.[1] ?? found?.[2]
  const facts = {
    after: parsed && parsed.text.trim() !== '' ? shortened(parsed.text.trim(), LONGEST_QUOTE) : undefined,
    found: word === undefined ? undefined : word.trim() === '' ? END_OF.line : quoted(word),
    expected: named([...message.matchAll(/of type '([^']+)'/g)].map(([, name = '']) => name)),
  }
  const column = Math.max(0, Number(at?.[2] ?? 1) - 1)
  return { diagnostic: diagnose(diagramSyntax, facts), place: parsed && { line: parsed.line, column } }
}

/** Some name the word that is wrong: it is looked for. Front matter has lines of its own, behind its `---`. */
function other(source: string, { name, message }: MermaidFault): PlacedFault {
  const [first = ''] = message.split(/\n\s*\n|\. (?=[A-Z])/)
  const diagnostic = diagnose(diagramFailed, { reason: shortened(first, LONGEST) })
  const matter = name === 'YAMLException' ? /\((\d+):\d+\)/.exec(message)?.[1] : undefined
  if (matter !== undefined) return { diagnostic, place: { line: Number(matter), column: 0 } }
  const word = /"([^"\n]+)"/.exec(message)?.[1] ?? /:\s*(\S+)\s*$/.exec(message)?.[1]
  const rows = source.split(/\r\n|\r|\n/)
  const line = word === undefined ? -1 : rows.findIndex((row) => row.includes(word))
  const column = word === undefined ? 0 : (rows[line]?.indexOf(word) ?? 0)
  return { diagnostic, place: line < 0 ? undefined : { line, column } }
}

const END_OF = {
  line: { id: 'akhir baris', en: 'the end of the line' },
  diagram: { id: 'akhir diagram', en: 'the end of the diagram' },
} satisfies Record<string, Text>

function quoted(text: string): Text {
  const words = `“${shortened(text, LONGEST_QUOTE)}”`
  return { id: words, en: words }
}

/** What a person can type, a few of it. */
function named(tokens: readonly string[]): Text[] {
  const names = new Map(
    tokens.flatMap((token) => [tokenName(token) ?? []].flat()).map((name) => [name.en, name]),
  )
  return [...names.values()].slice(0, MOST_EXPECTED)
}

function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line
}
