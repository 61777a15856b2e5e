/** What is generated from the sources and committed: `docs/rules.md` and the JSON Schema of `naskah.yaml`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { RULES } from '../scripts/check/index.ts'
import type { Message } from '../scripts/diagnostics.ts'
import { configJsonSchema } from '../scripts/docs/config-schema.ts'
import { EXAMPLES } from '../scripts/docs/examples.ts'
import { anchorOf, type RuleEntry, rulesPage } from '../scripts/docs/rules-page.ts'
import type { Diagnostic } from '../scripts/model.ts'
import { findingsOf } from './rules/findings.ts'

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)))
/** `npm run docs` runs this file in a mode of that name: then it writes instead of comparing. */
const WRITES = process.env.MODE === 'docs'

const sources = readdirSync(join(ROOT, 'scripts'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: name.split(sep).join('/'), text: read(`scripts/${name}`) }))
const definitions = await allMessages()
const ruleExamples = new Map<string, Diagnostic>()
for (const { id } of RULES) ruleExamples.set(id, await ruleExample(id))

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Every message definition of the program, by the name it is exported under. */
async function allMessages(): Promise<Map<string, Message<never>>> {
  const found = new Map<string, Message<never>>()
  for (const { name } of sources.filter((source) => source.name.endsWith('messages.ts'))) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(ROOT, 'scripts', name)).href)
    for (const [key, value] of Object.entries(module)) if (isMessage(value)) found.set(key, value)
  }
  return found
}

function isMessage(value: unknown): value is Message<never> {
  return typeof value === 'object' && value !== null && 'id' in value && 'severity' in value
}

/** The first finding of a rule over the fixture it has to speak about. */
async function ruleExample(id: string): Promise<Diagnostic> {
  const found = (await findingsOf(id, 'bad')).find(({ ruleId }) => ruleId === id)
  if (!found) throw new Error(`The fixture of ${id} has no finding of it`)
  return found
}

function entries(): RuleEntry[] {
  const rules = RULES.map(({ id, severity, title, why }) => {
    const example = ruleExamples.get(id)
    if (!example) throw new Error(`${id} has no example`)
    return { id, severity, title, why, example }
  })
  const messages = [...definitions.values()].map(({ id, severity, title }) => {
    const example = EXAMPLES.find(({ ruleId }) => ruleId === id)
    if (!example) throw new Error(`scripts/docs/examples.ts has no example of ${id}`)
    return { id, severity, title, example }
  })
  return [...rules, ...messages]
}

/** Compares a committed file with what it is made from, or writes it. */
function isCurrent(path: string, text: string): void {
  const file = join(ROOT, path)
  if (WRITES) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const present = existsSync(file) ? readFileSync(file, 'utf8') : ''
  expect(present === text, `${path} is stale; refresh it with: npm run docs`).toBe(true)
}

describe('docs/rules.md', () => {
  it('is what the sources make of it', () => {
    isCurrent('docs/rules.md', rulesPage(entries()))
  })

  it('explains everything the program may say, each once', () => {
    const told = sources.flatMap(({ text }) => [...text.matchAll(/\bid: '([a-z]+\/[a-z\d-]+)'/g)])
    const ids = told.map(([, id]) => id).sort()
    expect(ids.length).toBeGreaterThan(50)
    expect(new Set(ids).size).toBe(ids.length)
    expect(
      entries()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids)
  })

  it('has the anchors that reports link to', () => {
    const page = read('docs/rules.md')
    expect(anchorOf('outline/missing')).toBe('outline-missing')
    for (const { id } of entries()) expect(page).toContain(`<a id="${anchorOf(id)}"></a>\n\n### ${id}\n`)
  })

  it('speaks both languages to the end of the sentence', () => {
    for (const { id, title, example } of entries()) {
      for (const language of ['id', 'en'] as const) {
        expect(title[language], id).not.toBe('')
        expect(example.message[language], id).toMatch(/\S/)
        expect(`${example.message[language]} ${example.hint?.[language] ?? ''}`, id).not.toMatch(
          /undefined|\[object/,
        )
      }
    }
  })
})

describe('messages', () => {
  it('are all given somewhere', () => {
    const unused = [...definitions.keys()].filter(
      (name) =>
        !sources.some(
          ({ name: file, text }) =>
            !file.endsWith('messages.ts') &&
            !file.startsWith('docs/') &&
            new RegExp(`\\b${name}\\b`).test(text),
        ),
    )
    expect(unused).toEqual([])
  })
})

describe('templates/naskah.schema.json', () => {
  it('is what the schema of naskah.yaml makes of it', () => {
    isCurrent('templates/naskah.schema.json', `${JSON.stringify(configJsonSchema(), undefined, 2)}\n`)
  })

  it('knows the keys of the sample, and no others', () => {
    const { properties, additionalProperties } = JSON.parse(read('templates/naskah.schema.json'))
    expect(additionalProperties).toBe(false)
    for (const folder of ['chapters', 'templates/starter']) {
      const keys = Object.keys(parse(read(`${folder}/naskah.yaml`)))
      expect(keys.filter((key) => !(key in properties))).toEqual([])
    }
    for (const [key, value] of Object.entries<{ description?: string }>(properties)) {
      expect(value.description, key).toMatch(/\.$/)
    }
  })
})

describe.each(['README.md', 'README.id.md'])('%s', (name) => {
  const text = read(name)

  it('names every command, option and key there is', () => {
    const cli = read('scripts/cli.ts')
    const commands = [...cli.matchAll(/(\w+)\s+\.command\('([a-z]+)'\)/g)].map(([, group, command]) =>
      group === 'naskah' ? `naskah ${command}` : `naskah ${group} ${command}`,
    )
    const options = [...cli.matchAll(/'(?:-\w, )?(--[a-z-]+)(?: <|')/g)].map(([, option]) => option)
    expect(commands.length).toBeGreaterThanOrEqual(4)
    expect(options).toContain('--draft')
    const keys = Object.keys(configJsonSchema().properties ?? {}).map((key) => `\`${key}\``)
    const known = ['--version', '--help']
    const wanted = [...commands, ...options.filter((option) => !known.includes(option ?? '')), ...keys]
    expect(wanted.filter((word) => !text.includes(String(word)))).toEqual([])
  })
})

describe.each([
  'README.md',
  'README.id.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/rules.md',
])('the links of %s', (name) => {
  it('lead to what is there', () => {
    const text = read(name)
    // What stands between backticks is Markdown shown, not meant.
    const prose = text.replace(/`[^`\n]*`/g, '')
    const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const inside = targets.filter((target) => !/^https?:/.test(target))
    if (name.startsWith('README')) expect(inside).toContain('docs/rules.md')
    const dead = inside.filter((target) => {
      const [path = '', anchor] = target.split('#')
      if (path !== '' && !existsSync(join(ROOT, dirname(name), path))) return true
      return path === '' && !text.includes(`<a id="${anchor}"></a>`)
    })
    expect(dead).toEqual([])
  })
})
