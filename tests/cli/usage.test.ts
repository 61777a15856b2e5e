/** Wrong words on the command line: said in the language asked for, with exit code 2 and nothing on standard output. */
import { describe, expect, it } from 'vitest'
import { emptyFolder, lint, naskah, withThesis } from './program.ts'

const WRONG: readonly {
  readonly args: readonly string[]
  readonly id: readonly string[]
  readonly en: readonly string[]
}[] = [
  {
    args: ['bild'],
    id: ['Perintah “bild” tidak dikenal', 'Mungkin maksud Anda “build”?', 'build, lint, cite, init, doctor'],
    en: ['no command “bild”', 'Did you mean “build”?', 'build, lint, cite, init, doctor'],
  },
  {
    args: ['build', '--drft'],
    id: ['Pilihan “--drft” tidak dikenal', 'Mungkin maksud Anda “--draft”?'],
    en: ['no option “--drft”', 'Did you mean “--draft”?'],
  },
  {
    args: ['lint', '--format', 'xml'],
    id: ['“xml” tidak sah', '--format', 'pretty, json'],
    en: ['“xml” is not valid', '--format', 'pretty, json'],
  },
  {
    args: ['lint', '--max-warnings', '-1'],
    id: ['“-1” tidak sah', '--max-warnings', '0, 1, 2'],
    en: ['“-1” is not valid', '--max-warnings', '0, 1, 2'],
  },
  {
    args: ['build', '--out'],
    id: ['“--out <dir>” memerlukan nilai'],
    en: ['“--out <dir>” needs a value'],
  },
  {
    args: ['lint', '--dry-run', '--format', 'json'],
    id: ['“--dry-run” tidak dapat dipakai bersama “--format json”', 'hapus salah satu'],
    en: ['“--dry-run” cannot be used together with “--format json”', 'leave one'],
  },
  {
    args: ['lint', '--fix', '--dry-run', '--max-warnings', '0'],
    id: ['“--dry-run” tidak dapat dipakai bersama “--max-warnings”'],
    en: ['“--dry-run” cannot be used together with “--max-warnings”'],
  },
  {
    args: ['build', 'skripsi', 'saya'],
    id: ['paling banyak 1 argumen', 'diberi 2', 'tanda kutip'],
    en: ['at most 1 argument', 'got 2', 'quotes'],
  },
]

describe.each(WRONG)('naskah $args', ({ args, id, en }) => {
  it('is explained in both languages', async () => {
    const cwd = emptyFolder()
    const [indonesian, english] = await Promise.all([
      naskah(args, { cwd }),
      // At the end it could be taken for the value of an option.
      naskah([...args.slice(0, 1), '--lang=en', ...args.slice(1)], { cwd }),
    ])
    expect([indonesian.code, english.code]).toEqual([2, 2])
    expect(indonesian.stdout + english.stdout).toBe('')
    for (const words of id) expect(indonesian.stderr).toContain(words)
    for (const words of en) expect(english.stderr).toContain(words)
    expect(indonesian.stderr).toMatch(/^kesalahan {2}.*\n {4}→ .*`naskah --help`\.\n$/)
    expect(english.stderr).toMatch(/^error {2}.*\n {4}→ .*`naskah --help`\.\n$/)
  })
})

it('shows help, with examples, where no command is named', async () => {
  const cwd = emptyFolder()
  const [nothing, help, version] = await Promise.all([
    naskah([], { cwd }),
    naskah(['build', '--help'], { cwd }),
    naskah(['--version'], { cwd }),
  ])
  expect(nothing.code).toBe(2)
  expect(nothing.stderr).toContain('naskah build skripsi')
  expect(help.code).toBe(0)
  expect(help.stdout).toContain('naskah build skripsi --out hasil')
  expect(help.stdout).not.toContain('default: false')
  expect(version).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

describe('lint of single files', () => {
  it('tells a file that is not there, and is no praise for the others', async () => {
    const cwd = withThesis()
    for (const targets of [['skripsi/05-lain.md'], ['skripsi/04-penutup.md', 'skripsi/05-lain.md']]) {
      const { code, stdout } = await lint(cwd, targets, { format: 'json' })
      expect(code).toBe(2)
      expect(JSON.parse(stdout)).toMatchObject([{ ruleId: 'config/no-file', severity: 'error' }])
      expect(stdout).toContain('“skripsi/05-lain.md”')
    }
  })

  it('tells folders and files that are not of one thesis', async () => {
    const cwd = withThesis()
    const two = await lint(cwd, ['skripsi', 'skripsi/front'], { format: 'json' })
    expect(two.code).toBe(2)
    expect(JSON.parse(two.stdout)).toMatchObject([
      { ruleId: 'config/not-in-thesis', severity: 'error' },
      { ruleId: 'config/not-in-thesis', severity: 'error' },
    ])
  })

  it('finds the thesis of a part in a folder below, from anywhere', async () => {
    const cwd = withThesis()
    for (const [folder, target] of [
      ['.', 'skripsi/front/abstrak.md'],
      ['skripsi', 'front/abstrak.md'],
      ['skripsi/front', 'abstrak.md'],
      ['skripsi/front', '../naskah.yaml'],
    ] as const) {
      expect(await lint(`${cwd}/${folder}`, [target])).toEqual({
        code: 0,
        stdout: 'Tidak ada masalah\n',
        stderr: '',
      })
    }
  })
})
