/** The parts of a thesis outside its chapters (`templates/parts.yaml`): cover, preface, contents, references … */
import { parse } from 'yaml'
import type { Host } from '../host.ts'
import type { Part } from '../model.ts'
import { templatePath } from '../templates.ts'

/** The file is the program's own: a fault in it is a fault of the program and throws. */
export async function readParts(host: Host): Promise<Part[]> {
  const bytes = await host.read(templatePath('parts.yaml'))
  return parse(new TextDecoder().decode(bytes))
}

/** Every heading by which a part is known, for telling chapters from parts. */
export function partHeadings(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => [...Object.values(part.heading ?? {}), ...(part.aliases ?? [])])
}
