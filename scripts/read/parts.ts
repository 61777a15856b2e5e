/** The parts of a thesis outside its chapters (`templates/parts.yaml`): cover, preface, contents, references … */
import { parse } from 'yaml'
import type { Host } from '../host.ts'
import type { Part } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import { templatePath } from '../templates.ts'

/**
 * The file is the program's own: a fault in it is a fault of the program and throws.
 * @param headings those of the profile; the usual ones are known all the same
 */
export async function readParts(host: Host, headings: Profile['part_headings']): Promise<Part[]> {
  const bytes = await host.read(templatePath('parts.yaml'))
  const parts: Part[] = parse(new TextDecoder().decode(bytes))
  return parts.map((part) => {
    const heading = headings[part.id]
    if (!heading) return part
    return { ...part, heading, aliases: [...(part.aliases ?? []), ...Object.values(part.heading ?? {})] }
  })
}

/** Every heading by which a part is known, for telling chapters from parts. */
export function partHeadings(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => [...Object.values(part.heading ?? {}), ...(part.aliases ?? [])])
}
