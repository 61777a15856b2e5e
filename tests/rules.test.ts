/**
 * Walks `rules/<rule>/{ok,bad}`: all rules are silent over `ok`, and say over `bad` what `expected.txt` holds,
 * one finding a line. `outline.yaml` is the outline both are checked against.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { RULES } from '../scripts/check/index.ts'
import { checkThesis } from '../scripts/check/run.ts'
import type { OutlineSection } from '../scripts/model.ts'
import { parseChapters } from './rules/parse.ts'

const fixtures = (path: string) => fileURLToPath(new URL(`rules/${path}`, import.meta.url))
const folderOf = (ruleId: string) => ruleId.replace('/', '-')

function check(folder: string, kind: 'ok' | 'bad'): string[] {
  const names = readdirSync(fixtures(`${folder}/${kind}`)).sort()
  const files = names.map((name) => [name, readFileSync(fixtures(`${folder}/${kind}/${name}`), 'utf8')])
  const outline = parse(readFileSync(fixtures(`${folder}/outline.yaml`), 'utf8')) as OutlineSection[]
  const chapters = parseChapters(Object.fromEntries(files))
  return checkThesis({ chapters, outline, explicitProfile: true, profileName: 'contoh' }).map(
    ({ file, place, severity, ruleId, message }) =>
      `${file}:${place?.start.line}:${place?.start.column} ${severity} ${ruleId} ${message.id}`,
  )
}

describe.each(RULES.map((rule) => rule.id))('%s', (id) => {
  it('is silent over what is right', () => {
    expect(check(folderOf(id), 'ok')).toEqual([])
  })

  it('says what expected.txt holds', () => {
    const expected = readFileSync(fixtures(`${folderOf(id)}/expected.txt`), 'utf8')
    expect(check(folderOf(id), 'bad')).toEqual(expected.trimEnd().split('\n'))
    expect(expected).toContain(` ${id} `)
  })
})

it('has a rule for every folder of fixtures', () => {
  const folders = readdirSync(fixtures('.'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map((entry) => entry.name).sort()).toEqual(RULES.map((rule) => folderOf(rule.id)).sort())
})
