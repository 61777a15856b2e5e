/** `naskah cite check` and `naskah cite format`: what they print, write and answer. */
import { lstatSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { citeCheck, citeFormat, emptyFolder, naskah, withThesis } from './program.ts'

const UNTIDY = '@book{a, author="Ana", title={T}, publisher={P}, year=2000}\n'
const TIDY =
  '@book{a,\n  author    = {Ana},\n  title     = {T},\n  publisher = {P},\n  year      = {2000}\n}\n'

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'skripsi'))
  for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, 'skripsi', name), data)
  return folder
}

describe('cite check', () => {
  it('is content with the starter', async () => {
    const { code, stdout } = await citeCheck(withThesis(), ['skripsi'])
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.not.stringContaining('peringatan') })
  })

  it('lists what is wrong in all files of a folder, chapters or not', async () => {
    const folder = folderWith({
      'a.bib': '@book{a, author={A}, title={T}, publisher={P}, year={2O20}}\n@book{b, title={T',
      'b.ris': 'TY  - GEN\nID  - a\nTI  - B\nER  - \n',
    })
    const { code, stdout } = await citeCheck(folder, ['skripsi'])
    expect(code).toBe(1)
    for (const text of [
      'skripsi/a.bib:1:53  peringatan',
      'Mungkin maksud Anda “2020”?',
      'skripsi/a.bib:2:10  kesalahan',
      'skripsi/b.ris:1:1  kesalahan  Kunci “a” sudah dipakai di a.bib baris 1',
    ]) {
      expect(stdout).toContain(text)
    }
  })

  it('takes files, speaks English and JSON, and counts warnings', async () => {
    const folder = folderWith({ 'a.bib': '@book{a, author={A}, title={T}, year=2000}' })
    const { code, stdout } = await citeCheck(folder, ['skripsi/a.bib'], { language: 'en', format: 'json' })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject([
      {
        file: 'skripsi/a.bib',
        line: 1,
        column: 7,
        severity: 'warning',
        ruleId: 'bibliography/missing-field',
        message: 'The entry “a” (@book) has no “publisher”.',
      },
    ])
    expect((await citeCheck(folder, ['skripsi'], { maxWarnings: 0 })).code).toBe(1)
  })

  it('says what cannot be used', async () => {
    const folder = folderWith({ 'naskah.yaml': 'bibliography: [tidak-ada.bib]\n' })
    expect(await citeCheck(folder, ['skripsi'])).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('tidak-ada.bib'),
    })
    expect((await citeCheck(folder, ['tiada'])).code).toBe(2)
    expect((await citeCheck(folder, ['skripsi/tiada.bib'])).code).toBe(2)
    expect(await citeCheck(folderWith({ 'a.md': '' }), ['skripsi'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('tidak mempunyai berkas pustaka'),
    })
  })
})

describe('cite format', () => {
  it('writes tidy files back, and has nothing to do the second time', async () => {
    const folder = folderWith({ 'a.bib': UNTIDY, 'b.ris': 'TY  - GEN\nID  - b\nER  - \n' })
    const path = join(folder, 'skripsi/a.bib')
    const first = await citeFormat(folder, ['skripsi'])
    expect(first).toMatchObject({ code: 0, stderr: 'skripsi/a.bib: 1 entri dirapikan\n' })
    expect(first.stdout).toContain('“b.ris” bukan berkas .bib')
    expect(readFileSync(path, 'utf8')).toBe(TIDY)
    const before = lstatSync(path).mtimeMs
    expect(await citeFormat(folder, ['skripsi/a.bib'], { language: 'en' })).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'skripsi/a.bib: is tidy\n',
    })
    expect(lstatSync(path).mtimeMs).toBe(before)
  })

  it('only checks when it is told to', async () => {
    const folder = folderWith({ 'a.bib': UNTIDY })
    const { code, stdout } = await citeFormat(folder, ['skripsi'], { check: true })
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining('skripsi/a.bib:1:7') })
    expect(readFileSync(join(folder, 'skripsi/a.bib'), 'utf8')).toBe(UNTIDY)
    expect((await citeFormat('.', ['chapters'], { check: true })).code).toBe(0)
  })

  it('keeps byte order mark, line endings, links, and what is broken', async () => {
    const broken = '@book{b, title={T year=1\r\n'
    const folder = folderWith({ 'asli.txt': `\uFEFF${UNTIDY.replace('\n', '\r\n')}${broken}` })
    renameSync(join(folder, 'skripsi/asli.txt'), join(folder, 'asli'))
    symlinkSync(join(folder, 'asli'), join(folder, 'skripsi/a.bib'))
    const { code, stdout, stderr } = await citeFormat(folder, ['skripsi/a.bib'])
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'skripsi/a.bib: 1 entri dirapikan; 1 entri rusak dibiarkan\n',
    })
    expect(stdout).toContain('Entri “b” tidak ditutup')
    expect(readFileSync(join(folder, 'asli'), 'utf8')).toBe(`\uFEFF${TIDY.replaceAll('\n', '\r\n')}${broken}`)
    expect(lstatSync(join(folder, 'skripsi/a.bib')).isSymbolicLink()).toBe(true)
  })

  it('leaves everything as it was when one file cannot be read or written', async () => {
    const folder = folderWith({ 'a.bib': UNTIDY, 'b.bib': Uint8Array.of(0x40, 0xe9) })
    const { code, stdout } = await citeFormat(folder, ['skripsi/b.bib'])
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining('UTF-8') })
    const failing = { writeAll: () => Promise.reject(new Error('ENOSPC: no space left')) }
    const failed = await citeFormat(folder, ['skripsi/a.bib'], { host: failing })
    expect(failed).toMatchObject({ code: 2, stderr: '', stdout: expect.stringContaining('disk penuh') })
    expect(failed.stdout).toContain('Berkas “skripsi/a.bib” tidak dapat ditulis')
    expect(failed.stdout).not.toContain('--out')
    expect(readFileSync(join(folder, 'skripsi/a.bib'), 'utf8')).toBe(UNTIDY)
  })
})

it('is reached from the command line, where mistakes are answered', async () => {
  const folder = folderWith({ 'a.bib': UNTIDY })
  expect((await naskah(['cite', 'format', 'skripsi', '--check'], { cwd: folder })).code).toBe(1)
  const unknown = await naskah(['cite', 'formt'], { cwd: folder })
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('check, format') })
})
