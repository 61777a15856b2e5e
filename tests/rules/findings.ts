/**
 * What is said of the fixtures of a rule. A folder with a `profile.yaml` is checked as whole theses, with that profile
 * under the name `contoh`; any other as chapters, against the outline in `outline.yaml`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { checkThesis } from '../../scripts/check/run.ts'
import type { Host } from '../../scripts/host.ts'
import type { Diagnostic, OutlineSection } from '../../scripts/model.ts'
import { analyse } from '../../scripts/pipeline.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { templatePath } from '../../scripts/templates.ts'
import { THESIS, thesisHost } from '../thesis-host.ts'
import { parseChapters } from './parse.ts'

const PROFILE = templatePath('profiles', 'contoh.yaml')

/** The folder of a rule's fixtures. */
export function fixtureOf(ruleId: string): string {
  return fileURLToPath(new URL(ruleId.replace('/', '-'), import.meta.url))
}

export async function findingsOf(ruleId: string, kind: 'ok' | 'bad'): Promise<readonly Diagnostic[]> {
  const folder = fixtureOf(ruleId)
  const files = filesIn(join(folder, kind))
  if (existsSync(join(folder, 'profile.yaml'))) {
    const host = withProfile(thesisHost(files), readFileSync(join(folder, 'profile.yaml'), 'utf8'))
    return (await analyse(host, THESIS, {}, stopwatch())).diagnostics
  }
  const outline = parse(readFileSync(join(folder, 'outline.yaml'), 'utf8')) as OutlineSection[]
  const chapters = parseChapters(files)
  return checkThesis({ chapters, outline, explicitProfile: true, profileName: 'contoh' })
}

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => /\.\w+$/.test(name))
  return Object.fromEntries(
    files.map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name), 'utf8')]),
  )
}

function withProfile(host: Host, profile: string): Host {
  return {
    ...host,
    // Sources age.
    now: () => new Date('2026-01-01'),
    async read(path) {
      return path === PROFILE ? new TextEncoder().encode(profile) : host.read(path)
    },
    async list(path) {
      const entries = await host.list(path)
      return path === templatePath('profiles') ? [...entries, { name: 'contoh.yaml', kind: 'file' }] : entries
    },
  }
}
