/** Reads a campus profile and everything it inherits. */
import { diagnose, nearest } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Language, Outcome } from '../model.ts'
import { findMarginClash } from '../schema/margin-clash.ts'
import { type Profile, profileSchema } from '../schema/profile.ts'
import { templatePath } from '../templates.ts'
import { marginClash } from './margin-messages.ts'
import { unknownProfile } from './messages.ts'
import { blame, checkShape } from './shape.ts'
import { decodeText } from './text.ts'
import { readYaml, type YamlData } from './yaml.ts'

/** The profile that applies when none is chosen. */
export const DEFAULT_PROFILE = 'generic-id'

/** The ids of the profiles that come with the program. */
export async function knownProfiles(host: Host): Promise<string[]> {
  const entries = await host.list(templatePath('profiles'))
  return entries.map((entry) => entry.name.replace(/\.yaml$/, ''))
}

/**
 * Reads the profile with an id; what it does not say is taken from its parents.
 * @param language of the thesis, for words that a profile gives in both
 * @param chosenAt where the user wrote the id, for the message when there is no such profile
 */
export async function readProfile(
  host: Host,
  id: string,
  chosenAt: Parameters<typeof diagnose>[2],
  language: Language = 'id',
): Promise<Outcome<Profile | undefined>> {
  const known = await knownProfiles(host)
  if (!known.includes(id)) {
    const facts = { name: id, near: nearest(id, known), known }
    return { value: undefined, diagnostics: [diagnose(unknownProfile, facts, chosenAt)] }
  }
  const layers: YamlData[] = []
  let joined: unknown = {}
  for (let next: string | undefined = id; next !== undefined; ) {
    const path = templatePath('profiles', `${next}.yaml`)
    const decoded = decodeText(`${next}.yaml`, await host.read(path))
    if (!decoded.value) return { value: undefined, diagnostics: decoded.diagnostics }
    const yaml = readYaml(decoded.value)
    if (yaml.diagnostics.length > 0) return { value: undefined, diagnostics: yaml.diagnostics }
    layers.push(yaml.value)
    const { extends: parent, ...own } = yaml.value.value as { extends?: string }
    joined = fill(joined, own)
    next = parent
  }
  const profile = checkShape(profileSchema, inLanguage(joined, language), layers)
  const clash = profile.value && findMarginClash(profile.value)
  if (!clash) return profile
  const at = blame(layers, ['running', clash.later.index], 'value')
  return { value: undefined, diagnostics: [diagnose(marginClash, clash, at)] }
}

/** The child's values, and the parent's where the child says nothing. Lists are taken whole; null is a value. */
function fill(child: unknown, parent: unknown): unknown {
  if (!isMap(child) || !isMap(parent)) return child === undefined ? parent : child
  const keys = new Set([...Object.keys(parent), ...Object.keys(child)])
  return Object.fromEntries([...keys].map((key) => [key, fill(child[key], parent[key])]))
}

/** A label may be given in both languages, `label: { id: Tabel, en: Table }`: the one that is spoken stays. */
function inLanguage(value: unknown, language: Language): unknown {
  if (!isMap(value)) return value
  const spoken = Object.entries(value).map(([key, own]) => {
    const isWord = key === 'label' && isMap(own) && typeof own[language] === 'string'
    return [key, isWord ? own[language] : inLanguage(own, language)]
  })
  return Object.fromEntries(spoken)
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
