/**
 * Runs in the page that draws diagrams, beside mermaid: draws one after the other and makes of each a plain drawing.
 * Bundled into one script; the names exported here are all the outside can call.
 */
import type { Mermaid } from 'mermaid'
import { plainDrawing } from './plain-drawing.ts'
import { seedRandom } from './random.ts'
import { SETTINGS } from './settings.ts'

/** A drawing that needs no style sheet and nothing from outside. Lengths in px. */
export interface PlainDrawing {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** Why a diagram cannot be drawn, in the words of mermaid and its parsers. */
export interface MermaidFault {
  readonly name: string
  readonly message: string
  /** What the older parsers know of the place. Lines count from 1, columns from 0, in the text they were given. */
  readonly hash?: {
    readonly line?: number
    readonly text?: string
    readonly token?: string
    readonly expected?: readonly string[]
    readonly loc?: {
      readonly first_line: number
      readonly last_line: number
      readonly first_column: number
      readonly last_column: number
    }
  }
}

export type DrawnOrNot = { readonly drawing: PlainDrawing } | { readonly fault: MermaidFault }

/** Looks that HTML gives to words: as text of a drawing they would be shown as they are typed. */
const MARKUP = /<\/?(?:b|i|u|em|strong|small|big|sub|sup|span|font|center)\b[^<>\n]*>/gi

/** Waits until words can be measured and diagrams drawn. @param entry the address of mermaid's module */
export async function ready(entry: string): Promise<void> {
  await Promise.all([load(entry), ...[...document.fonts].map((font) => font.load())])
}

/** Once it is there, it is there at once. */
async function load(entry: string): Promise<Mermaid> {
  const module: { default: Mermaid } = await import(entry)
  return module.default
}

/** @param source the text of a block, as written */
export async function draw(entry: string, source: string): Promise<DrawnOrNot> {
  const mermaid = await load(entry)
  mermaid.initialize(SETTINGS)
  seedRandom()
  document.body.replaceChildren()
  try {
    const { svg } = await mermaid.render('diagram', source.replace(MARKUP, ''))
    document.body.innerHTML = svg
    const drawn = document.body.querySelector('svg')
    if (!drawn) throw new Error('mermaid draws nothing')
    return { drawing: plainDrawing(drawn) }
  } catch (error) {
    return { fault: faultOf(error) }
  }
}

function faultOf(error: unknown): MermaidFault {
  const { name, message, hash } = error as Partial<MermaidFault>
  return {
    name: String(name ?? 'Error'),
    message: String(message ?? error),
    ...(hash && typeof hash === 'object' ? { hash: plain(hash) } : {}),
  }
}

/** Without what cannot be handed out of the page. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}
