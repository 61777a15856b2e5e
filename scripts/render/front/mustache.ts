/** Mustache, as this program uses it: nothing is cached beyond a page, and what is HTML already is not escaped again. */
import Mustache from 'mustache'
import { escapeHtml } from '../document.ts'
import { Markup, type PageData } from './data.ts'

/** A tag of a template, or the text between two. Offsets count from the template's start. */
export interface TemplateToken {
  readonly type: 'text' | 'name' | '&' | '#' | '^' | '>' | '!' | '='
  readonly name: string
  readonly start: number
  readonly end: number
  /** What stands inside a section. */
  readonly inside: readonly TemplateToken[]
}

/** What Mustache cannot read: which tag, and where it begins. */
export interface TemplateError {
  readonly kind: 'unclosed-tag' | 'unclosed-section' | 'unopened-section' | 'delimiters'
  readonly name: string
  readonly start: number
}

/** Fills a template. @param partials by name, as `{{> _kampus}}` asks for them */
export function fillTemplate(
  template: string,
  data: PageData,
  partials: ReadonlyMap<string, string>,
): string {
  return new Mustache.Writer().render(template, data, (name) => partials.get(name) ?? '', {
    escape: (value) => (value instanceof Markup ? value.html : escapeHtml(String(value))),
  })
}

export function parseTemplate(template: string): readonly TemplateToken[] | TemplateError {
  try {
    return (new Mustache.Writer().parse(template) as RawToken[]).map(tokenOf)
  } catch (error) {
    return errorOf(error instanceof Error ? error.message : String(error), template)
  }
}

/** As Mustache gives them: type, text, start, end and, of a section, its tokens. */
type RawToken = readonly [TemplateToken['type'], string, number, number, (RawToken[] | string)?]

function tokenOf([type, name, start, end, inside]: RawToken): TemplateToken {
  return { type, name, start, end, inside: Array.isArray(inside) ? inside.map(tokenOf) : [] }
}

/** Mustache tells of what is not closed at the place where it gave up; authors look for the tag that was opened. */
function errorOf(reason: string, template: string): TemplateError {
  const at = Number(/ at (\d+)$/.exec(reason)?.[1] ?? 0)
  const name = /^\w+ section "([^"]*)"/.exec(reason)?.[1] ?? ''
  const before = template.slice(0, at)
  if (reason.startsWith('Unopened')) return { kind: 'unopened-section', name, start: at }
  if (reason.startsWith('Unclosed section')) {
    const tags = [...before.matchAll(/\{\{\s*[#^]\s*([^}]*?)\s*\}\}/g)].filter((tag) => tag[1] === name)
    return { kind: 'unclosed-section', name, start: tags.at(-1)?.index ?? at }
  }
  if (reason.startsWith('Unclosed tag')) {
    const start = Math.max(0, before.lastIndexOf('{{'))
    return { kind: 'unclosed-tag', name: template.slice(start, start + 20).split(/[\r\n<]/)[0] ?? '', start }
  }
  return { kind: 'delimiters', name: '', start: 0 }
}
