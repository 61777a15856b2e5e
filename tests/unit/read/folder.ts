/** Thesis folders for the tests of the read stage, in memory, with the program's own templates beside them. */
import { readdirSync, readFileSync } from 'node:fs'
import { sortDiagnostics } from '../../../scripts/diagnostics.ts'
import { memoryHost } from '../../../scripts/host.ts'
import { readThesis } from '../../../scripts/read/thesis.ts'
import { templatePath } from '../../../scripts/templates.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** The shipped profiles, parts and whatever a test adds or replaces, by absolute path. */
export function templates(): Record<string, string> {
  const profiles = readdirSync(templatePath('profiles')).map((name) => templatePath('profiles', name))
  return Object.fromEntries(
    [...profiles, templatePath('parts.yaml')].map((path) => [path, readFileSync(path, 'utf8')]),
  )
}

export async function read(files: Files, options: { profile?: string } = {}) {
  const { value, diagnostics } = await readThesis(memoryHost({ ...templates(), ...files }), '.', options)
  return { value, said: sortDiagnostics(diagnostics) }
}

/** All that is said about a folder, a line each: place, rule, then both languages. */
export async function sayings(files: Files, options: { profile?: string } = {}): Promise<string[]> {
  const { said } = await read(files, options)
  return said.map(({ file, place, ruleId, message, hint }) =>
    [
      file === undefined ? ruleId : `${file}:${place?.start.line}:${place?.start.column} ${ruleId}`,
      hint ? `${message.id} ${hint.id}` : message.id,
      hint ? `${message.en} ${hint.en}` : message.en,
    ].join(' | '),
  )
}
