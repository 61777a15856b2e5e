/** Renders the works of `works.yaml` in a style, as text people can read: italics between underscores. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { CslItem, Language } from '../../../../scripts/model.ts'
import type { EngineCite } from '../../../../scripts/resolve/citations/citeproc-types.ts'
import { type CitationEngine, withEngine } from '../../../../scripts/resolve/citations/engine.ts'
import { workInput } from '../../../../scripts/resolve/citations/work-input.ts'

export const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export async function readYaml<Value>(name: string): Promise<Value> {
  return parse(await readFile(here(name), 'utf8')) as Value
}

export const readWorks = () => readYaml<CslItem[]>('works.yaml')

export interface RenderedWork {
  readonly id: string
  readonly text: string
  readonly list: string
}

/** Every work as it is cited, page 3, and as it is listed. */
export function renderWorks(style: string, language: Language, works: readonly CslItem[]): RenderedWork[] {
  return start(style, language, works, (engine) => {
    const cites = works.map(({ id }): EngineCite[] => [{ id, locator: '3', label: 'page' }])
    const texts =
      engine.format === 'note' ? engine.citeInOrder([inNotes(cites)]) : cites.map((cite) => engine.cite(cite))
    const list = new Map(engine.bibliography().map(({ id, html }) => [id, readable(html)]))
    return works.map(({ id }, at) => ({
      id,
      text: readable(around(engine, texts[at] ?? '')),
      list: list.get(id) ?? '',
    }))
  })
}

/** Citations in their order, each a list of `id` or `id:page`. */
export function renderInOrder(
  style: string,
  language: Language,
  works: readonly CslItem[],
  citations: readonly string[][],
): string[] {
  return start(style, language, works, (engine) =>
    engine
      .citeInOrder([
        inNotes(
          citations.map((cites) =>
            cites.map((cite) => {
              const [id = '', locator] = cite.split(':')
              return { id, ...(locator === undefined ? {} : { locator, label: 'page' as const }) }
            }),
          ),
        ),
      ])
      .map((html) => readable(around(engine, html))),
  )
}

/** Each citation in a note of its own. */
function inNotes(citations: readonly (readonly EngineCite[])[]) {
  return citations.map((cites, at) => ({ cites, note: at + 1 }))
}

function start<Result>(
  style: string,
  language: Language,
  works: readonly CslItem[],
  use: (engine: CitationEngine) => Result,
): Result {
  const inputs = new Map(works.map((work) => [work.id, workInput(work, language)]))
  return withEngine({ style, language, works: inputs }, (engine) => {
    engine.register([...inputs.keys()])
    return use(engine)
  })
}

/** What the style puts around a citation is left to the pipeline; a full stop is not doubled. */
function around({ affixes: { prefix, suffix } }: CitationEngine, html: string): string {
  const whole = `${prefix}${html}${suffix}`
  return suffix === '.' ? whole.replace(/\.((?:<[^>]+>)*)\.$/, '.$1') : whole
}

function readable(html: string): string {
  return html
    .replaceAll(/<\/?i>/g, '_')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#38;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\[(\d+)\](?=\S)/, '[$1] ')
}
