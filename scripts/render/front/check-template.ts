/** Reads a page template before it is filled: every tag must be closed, and every name must be one there is. */
import { nearest } from '../../diagnostics.ts'
import { parseTemplate, type TemplateError, type TemplateToken } from './mustache.ts'
import { isNames, namesIn, PAGE_NAMES, type Shape, shapeOf } from './names.ts'

/** What is wrong with a tag of a file. */
export interface TemplateFault {
  readonly file: string
  /** From the start of that file. */
  readonly start: number
  readonly end: number
  readonly kind:
    | TemplateError['kind']
    | 'unknown-name'
    | 'not-text'
    | 'list-in-list'
    | 'unknown-partial'
    | 'partial-in-partial'
  readonly name: string
  /** Names it may be meant to be. */
  readonly near: readonly string[]
  readonly known: readonly string[]
}

export interface TemplateFile {
  readonly path: string
  readonly text: string
}

/**
 * Faults of a template and of the partials it uses, each where it stands. A list inside a list and a partial inside a
 * partial are faults: no page needs them, and from a stranger's hand they would make a page without end.
 * @param partials by name
 */
export function templateFaults(
  template: TemplateFile,
  partials: ReadonlyMap<string, TemplateFile>,
): TemplateFault[] {
  const faults: TemplateFault[] = []
  read(template, { scopes: [PAGE_NAMES], inList: false, inPartial: false })
  return faults

  function read(file: TemplateFile, around: Around): void {
    const tokens = parseTemplate(file.text)
    if ('kind' in tokens) {
      const { kind, name, start } = tokens
      faults.push({ file: file.path, start, end: start + 2, kind, name, near: [], known: [] })
    } else for (const token of tokens) readToken(file, token, around)
  }

  function readToken(file: TemplateFile, token: TemplateToken, around: Around): void {
    const fault = (kind: TemplateFault['kind'], candidates: readonly string[] = []) => {
      const { name, start, end } = token
      const near = kind === 'not-text' ? [] : nearest(name, candidates)
      faults.push({ file: file.path, start, end, kind, name, near, known: candidates })
    }
    if (token.type === 'text' || token.type === '!' || token.type === '=') return
    if (token.type === '>') {
      const partial = partials.get(token.name)
      if (!partial) fault('unknown-partial', [...partials.keys()])
      else if (around.inPartial) fault('partial-in-partial')
      else read(partial, { ...around, inPartial: true })
      return
    }
    const shape = shapeOf(token.name, around.scopes)
    const isSection = token.type === '#' || token.type === '^'
    if (shape === undefined) fault('unknown-name', namesAround(around.scopes))
    else if (!isSection) {
      if (shape !== 'text') fault('not-text', below(token.name, shape))
      return
    }
    const list = Array.isArray(shape)
    if (list && token.type === '#' && around.inList) {
      fault('list-in-list')
      return
    }
    const inside =
      token.type === '^' || shape === undefined
        ? around
        : { ...around, scopes: [...around.scopes, itemOf(shape)], inList: around.inList || list }
    for (const inner of token.inside) readToken(file, inner, inside)
  }
}

interface Around {
  readonly scopes: readonly Shape[]
  readonly inList: boolean
  readonly inPartial: boolean
}

function itemOf(shape: Shape): Shape {
  return Array.isArray(shape) ? (shape[0] as Shape) : shape
}

function namesAround(scopes: readonly Shape[]): string[] {
  return [...new Set(scopes.toReversed().flatMap(namesIn))]
}

/** What to write instead of a name that has names below it. */
function below(name: string, shape: Shape): string[] {
  const prefix = isNames(shape) ? `${name}.` : ''
  return namesIn(itemOf(shape)).map((inner) => prefix + inner)
}
