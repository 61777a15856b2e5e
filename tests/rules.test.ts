/**
 * Walks `rules/<rule>/{ok,bad}`: all rules are silent over `ok`, and say over `bad` what `expected.txt` holds,
 * one finding a line.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { RULES } from '../scripts/check/index.ts'
import { findingsOf, fixtureOf } from './rules/findings.ts'

async function check(ruleId: string, kind: 'ok' | 'bad'): Promise<string[]> {
  const findings = await findingsOf(ruleId, kind)
  return findings.map(
    ({ file, place, severity, ruleId, message }) =>
      `${file}:${place?.start.line}:${place?.start.column} ${severity} ${ruleId} ${message.id}`,
  )
}

describe.each(RULES.map((rule) => rule.id))('%s', (id) => {
  it('is silent over what is right', async () => {
    expect(await check(id, 'ok')).toEqual([])
  })

  it('says what expected.txt holds', async () => {
    const expected = readFileSync(join(fixtureOf(id), 'expected.txt'), 'utf8')
    expect(await check(id, 'bad')).toEqual(expected.trimEnd().split('\n'))
    expect(expected).toContain(` ${id} `)
  })
})

it('has a rule for every folder of fixtures', () => {
  const all = fileURLToPath(new URL('rules', import.meta.url))
  const folders = readdirSync(all, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map((entry) => entry.name).sort()).toEqual(
    RULES.map(({ id }) => id.replace('/', '-')).sort(),
  )
})
