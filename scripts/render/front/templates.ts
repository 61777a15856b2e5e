/** The page templates of a thesis: those that come with the program, and those its author put in their place. */

import { diagnose } from '../../diagnostics.ts'
import type { Host } from '../../host.ts'
import type { Language, Outcome, OwnPages, Part, SourceFile } from '../../model.ts'
import { placesIn } from '../../places.ts'
import { templatePath } from '../../templates.ts'
import { type TemplateFault, templateFaults } from './check-template.ts'
import { badTemplate } from './messages.ts'

/** Every template that can be filled, by part id, and the fragments they share, by name. */
export interface PageTemplates {
  readonly pages: ReadonlyMap<string, { readonly text: string; readonly isOwn: boolean }>
  readonly partials: ReadonlyMap<string, string>
}

/**
 * @returns the templates, without those that have faults: the program's own stand in for them, as a draft shows; and
 * the faults, each at its place in the author's file
 */
export async function readPageTemplates(
  host: Host,
  language: Language,
  parts: readonly Part[],
  own: OwnPages,
): Promise<Outcome<PageTemplates>> {
  const shipped = await readShipped(host, language, parts)
  const partials = new Map<string, SourceFile>([...shipped.partials, ...own.partials])
  const pages = new Map<string, SourceFile>([...shipped.pages, ...own.pages])
  const faults = faultsOf([...pages.values()], partials, own)
  const faulty = new Set(faults.map(({ file }) => file))
  const usable = (files: ReadonlyMap<string, SourceFile>) =>
    [...files].filter(([, file]) => !faulty.has(file.path))
  const isOwn = (id: string, { path }: SourceFile) => own.pages.get(id)?.path === path
  const filled = new Map([...shipped.pages, ...usable(own.pages)])
  return {
    value: {
      pages: new Map([...filled].map(([id, file]) => [id, { text: file.text, isOwn: isOwn(id, file) }])),
      partials: new Map(
        [...shipped.partials, ...usable(own.partials)].map(([name, { text }]) => [name, text] as const),
      ),
    },
    diagnostics: faults.map((fault) => tellFault(fault, own)),
  }
}

async function readShipped(host: Host, language: Language, parts: readonly Part[]) {
  const read = async (name: string): Promise<SourceFile> => {
    const path = templatePath('pages', language, `${name}.html`)
    return { path, text: new TextDecoder().decode(await host.read(path)) }
  }
  const made = parts.filter(({ kind }) => kind === 'template').map(({ id }) => id)
  const fragments = (await host.list(templatePath('pages', language)))
    .map(({ name }) => name.replace(/\.html$/, ''))
    .filter((name) => name.startsWith('_'))
  const all = async (names: readonly string[]) =>
    new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)))
  return { pages: await all(made), partials: await all(fragments) }
}

/** Of the author's files alone: those of the program have none. A fragment that several pages use is told once. */
function faultsOf(
  pages: readonly SourceFile[],
  partials: ReadonlyMap<string, SourceFile>,
  own: OwnPages,
): TemplateFault[] {
  const ownPaths = new Set([...own.pages.values(), ...own.partials.values()].map(({ path }) => path))
  if (ownPaths.size === 0) return []
  const told = new Set<string>()
  return pages
    .flatMap((page) => templateFaults(page, partials))
    .filter(({ file, start, name }) => {
      const key = JSON.stringify([file, start, name])
      if (told.has(key) || !ownPaths.has(file)) return false
      told.add(key)
      return true
    })
}

function tellFault(fault: TemplateFault, own: OwnPages) {
  const file = [...own.pages.values(), ...own.partials.values()].find(({ path }) => path === fault.file)
  const place = file && placesIn(file.text)([fault.start, fault.end])
  return diagnose(badTemplate, fault, { file: fault.file, place, expected: fault.near[0] })
}
