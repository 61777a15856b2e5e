/** Whatever is wrong with a thesis folder is one clear message at its place, and earlier outputs stay. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build, edit, lint, withThesis } from './program.ts'

interface BadInput {
  readonly name: string
  /** Spoils the thesis in this folder. */
  readonly spoil: (thesis: string) => void
  readonly rule: string
  readonly file: string
  /** Where the finding stands. */
  readonly at: readonly [line: number, column: number]
  readonly code: 1 | 2
  /** Words the Indonesian message and its hint must hold. */
  readonly says: readonly string[]
}

const CONFIG = 'naskah.yaml'
const FIRST = '01-pendahuluan.md'
const lineOf = (file: string, text: string): number =>
  readFileSync(join('templates/starter', file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1
const lastLineOf = (file: string): number =>
  readFileSync(join('templates/starter', file), 'utf8').split('\n').length
const append = (file: string, data: string | Uint8Array) =>
  writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from(data)]))
const figureAt = [lineOf(FIRST, '![Alur'), 1] as const

const BAD_INPUT: readonly BadInput[] = [
  {
    name: 'a colon in a title without quotes',
    spoil: (thesis) => writeFileSync(join(thesis, CONFIG), 'title: Judul: Anak Judul\nyear: 2025\n'),
    rule: 'config/syntax',
    file: CONFIG,
    at: [1, 8],
    code: 2,
    says: ['YAML', 'tanda kutip'],
  },
  {
    name: 'a key twice',
    spoil: (thesis) => append(join(thesis, CONFIG), 'title: Judul Lain\n'),
    rule: 'config/syntax',
    file: CONFIG,
    at: [lastLineOf(CONFIG), 1],
    code: 2,
    says: ['kunci ini sudah ada'],
  },
  {
    name: 'an unknown key',
    spoil: (thesis) => edit(join(thesis, CONFIG), 'title:', 'titel:'),
    rule: 'config/unknown-key',
    file: CONFIG,
    at: [lineOf(CONFIG, 'title:'), 1],
    code: 2,
    says: ['titel', 'Mungkin maksud Anda “title”?'],
  },
  {
    name: 'a value of the wrong type',
    spoil: (thesis) => edit(join(thesis, CONFIG), 'year: 2025', 'year: [2025]'),
    rule: 'config/type',
    file: CONFIG,
    at: [lineOf(CONFIG, 'year: '), 7],
    code: 2,
    says: ['year', 'teks atau angka', '[2025]'],
  },
  {
    name: 'an unknown profile',
    spoil: (thesis) => edit(join(thesis, CONFIG), 'profile: skripsi-hi', 'profile: skripsi-hj'),
    rule: 'config/unknown-profile',
    file: CONFIG,
    at: [lineOf(CONFIG, 'profile: '), 10],
    code: 2,
    says: ['skripsi-hj', '“skripsi-hi”', 'generic-id'],
  },
  {
    name: 'a chapter that is listed and missing',
    spoil: (thesis) => edit(join(thesis, CONFIG), '04-penutup.md', '04-penutp.md'),
    rule: 'config/missing-file',
    file: CONFIG,
    at: [lineOf(CONFIG, '04-penutup.md'), 5],
    code: 2,
    says: ['04-penutp.md', 'Mungkin maksud Anda “04-penutup.md”?'],
  },
  {
    name: 'a chapter outside the folder',
    spoil: (thesis) => edit(join(thesis, CONFIG), '04-penutup.md', '../04-penutup.md'),
    rule: 'config/outside-folder',
    file: CONFIG,
    at: [lineOf(CONFIG, '04-penutup.md'), 5],
    code: 2,
    says: ['../04-penutup.md', 'di luar folder'],
  },
  {
    name: 'a chapter that is a link out of the folder',
    spoil: (thesis) => {
      copyFileSync(join(thesis, '04-penutup.md'), join(thesis, '../luar.md'))
      rmSync(join(thesis, '04-penutup.md'))
      symlinkSync('../luar.md', join(thesis, '04-penutup.md'))
    },
    rule: 'config/outside-folder',
    file: CONFIG,
    at: [lineOf(CONFIG, '04-penutup.md'), 5],
    code: 2,
    says: ['04-penutup.md', 'di luar folder'],
  },
  {
    name: 'a chapter in Windows-1252',
    spoil: (thesis) => append(join(thesis, '02-gambaran-umum.md'), Buffer.from('Caf\xe9\n', 'latin1')),
    rule: 'thesis/not-utf8',
    file: '02-gambaran-umum.md',
    at: [lastLineOf('02-gambaran-umum.md'), 4],
    code: 1,
    says: ['Windows-1252', 'UTF-8'],
  },
  {
    name: 'a bibliography in UTF-16',
    spoil: (thesis) => writeFileSync(join(thesis, 'pustaka.bib'), Buffer.from('\ufeff@book{a,', 'utf16le')),
    rule: 'thesis/not-utf8',
    file: 'pustaka.bib',
    at: [1, 1],
    code: 1,
    says: ['UTF-16 LE', 'UTF-8'],
  },
  {
    name: 'a configuration that is not UTF-8',
    spoil: (thesis) => append(join(thesis, CONFIG), Buffer.from('# caf\xe9\n', 'latin1')),
    rule: 'thesis/not-utf8',
    file: CONFIG,
    at: [lastLineOf(CONFIG), 6],
    code: 2,
    says: ['Windows-1252'],
  },
  {
    name: 'a missing image',
    spoil: (thesis) => edit(join(thesis, FIRST), 'gambar/contoh.svg', 'gambar/contohh.svg'),
    rule: 'image/missing',
    file: FIRST,
    at: figureAt,
    code: 1,
    says: ['gambar/contohh.svg', 'Mungkin maksud Anda “gambar/contoh.svg”?'],
  },
  {
    name: 'an image outside the folder',
    spoil: (thesis) => {
      copyFileSync(join(thesis, 'gambar/contoh.svg'), join(thesis, '../contoh.svg'))
      edit(join(thesis, FIRST), 'gambar/contoh.svg', '../contoh.svg')
    },
    rule: 'config/outside-folder',
    file: FIRST,
    at: figureAt,
    code: 1,
    says: ['../contoh.svg', 'di luar folder'],
  },
  {
    name: 'an empty image',
    spoil: (thesis) => writeFileSync(join(thesis, 'gambar/contoh.svg'), ''),
    rule: 'image/unreadable',
    file: FIRST,
    at: figureAt,
    code: 1,
    says: ['gambar/contoh.svg', '0 bita', 'PNG'],
  },
  {
    name: 'a BibTeX entry that is not closed',
    spoil: (thesis) => edit(join(thesis, 'pustaka.bib'), '{english}', '{english'),
    rule: 'bibliography/unclosed',
    file: 'pustaka.bib',
    at: [lineOf('pustaka.bib', '@book'), 1],
    code: 1,
    says: ['creswell2014', '}'],
  },
  {
    name: 'a BibTeX key twice',
    spoil: (thesis) =>
      append(join(thesis, 'pustaka.bib'), '@misc{putnam1988, title = {Lain}, year = {2001}}\n'),
    rule: 'bibliography/duplicate-key',
    file: 'pustaka.bib',
    at: [lastLineOf('pustaka.bib'), 7],
    code: 1,
    says: ['putnam1988', `baris ${lineOf('pustaka.bib', '@article')}`],
  },
  {
    name: 'a citation without an entry',
    spoil: (thesis) => edit(join(thesis, FIRST), '@putnam1988', '@putnam1989'),
    rule: 'citation/unknown-key',
    file: FIRST,
    at: [lineOf(FIRST, '@putnam1988'), 134],
    code: 1,
    says: ['putnam1989', 'Mungkin maksud Anda “putnam1988”?'],
  },
  {
    name: 'a section that is missing',
    spoil: (thesis) => edit(join(thesis, FIRST), /## Rumusan Masalah\n\n.*\n\n/, ''),
    rule: 'outline/missing',
    file: FIRST,
    at: [lineOf(FIRST, '## Rumusan Masalah'), 1],
    code: 1,
    says: ['1.2 Rumusan Masalah', '## Rumusan Masalah'],
  },
]

describe.each(BAD_INPUT)('$name', ({ spoil, rule, file, at, code, says }) => {
  it('is one message at its place, in both languages and in JSON', async () => {
    const cwd = withThesis()
    spoil(join(cwd, 'skripsi'))
    const [shown, english, json] = await Promise.all([
      lint(cwd, ['skripsi']),
      lint(cwd, ['skripsi'], { language: 'en' }),
      lint(cwd, ['skripsi'], { format: 'json' }),
    ])
    const [line, column] = at
    expect(shown.stdout).toContain(`skripsi/${file}:${line}:${column}  kesalahan  `)
    expect(shown.stdout).toMatch(/\n1 kesalahan\n$/)
    for (const words of says) expect(shown.stdout).toContain(words)
    expect(english.stdout).toContain(`skripsi/${file}:${line}:${column}  error  `)
    expect(english.stdout).toMatch(/\n1 error\n$/)
    const findings = JSON.parse(json.stdout)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      file: `skripsi/${file}`,
      line,
      column,
      ruleId: rule,
      severity: 'error',
      message: expect.stringMatching(/\S/),
      url: expect.stringContaining(rule.replace('/', '-')),
    })
    expect(findings[0].endLine).toBeGreaterThanOrEqual(line)
    expect(findings[0].endColumn).toBeGreaterThanOrEqual(1)
    expect([shown.code, english.code, json.code]).toEqual([code, code, code])
    expect(json.stderr).toBe('')
  })

  it('stops a build and leaves what stood there', async () => {
    const cwd = withThesis()
    spoil(join(cwd, 'skripsi'))
    mkdirSync(join(cwd, 'build'))
    const earlier = ['pdf', 'html'].map((ending) => join(cwd, `build/judul-skripsi-anda.${ending}`))
    for (const path of earlier) writeFileSync(path, 'lama')
    const built = await build(cwd, 'skripsi', { json: true })
    expect(built.code).toBe(code)
    const report = JSON.parse(built.stdout)
    expect(report).toMatchObject({ pdf: null, html: null, pages: null, chapters: [] })
    expect(report.messages.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([rule])
    expect(earlier.map((path) => readFileSync(path, 'utf8'))).toEqual(['lama', 'lama'])
  })
})

it('reports every fault of naskah.yaml at once', async () => {
  const cwd = withThesis()
  const config = join(cwd, 'skripsi', CONFIG)
  edit(config, 'title:', 'titel:')
  edit(config, 'year: 2025', 'year: [2025]')
  edit(config, 'stage: skripsi', 'stage: skripsie')
  const { stdout } = await lint(cwd, ['skripsi'], { format: 'json' })
  const lines = JSON.parse(stdout).map(({ line }: { line: number }) => line)
  expect([...lines].sort((a, b) => a - b)).toEqual(
    ['title:', 'year: ', 'stage: '].map((text) => lineOf(CONFIG, text)),
  )
})

describe('a folder that is no thesis', () => {
  it.each([
    ['is not there', 'tidak-ada', 'config/no-folder', '“tidak-ada”'],
    ['holds no Markdown', 'kosong', 'config/no-markdown', '“kosong”'],
  ])('%s', async (_, dir, rule, name) => {
    const cwd = withThesis()
    mkdirSync(join(cwd, 'kosong'))
    const shown = await lint(cwd, [dir])
    expect(shown.stdout).toContain(name)
    expect(shown.stdout).toContain('naskah init')
    expect(shown.code).toBe(2)
    const built = await build(cwd, dir, { json: true })
    expect(built.code).toBe(2)
    expect(JSON.parse(built.stdout).messages).toMatchObject([{ file: dir, line: 1, column: 1, ruleId: rule }])
  })
})
