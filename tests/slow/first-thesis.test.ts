/** The first minutes of a new user, and of one who brings a folder of files: each is built as it is, to the PDF. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeBareFolder } from '../cli/bare-folder.ts'
import { emptyFolder, naskah } from '../cli/program.ts'

it('begins, checks and builds a thesis', async () => {
  const cwd = emptyFolder()
  expect(await naskah(['init'], { cwd })).toMatchObject({ code: 0, stdout: '' })
  expect(await naskah(['lint'], { cwd })).toEqual({ code: 0, stdout: 'Tidak ada masalah\n', stderr: '' })
  const built = await naskah(['build'], { cwd })
  expect(built).toMatchObject({ code: 0, stdout: '' })
  expect(built.stderr).toMatch(
    /^ {2}build\/judul-skripsi-anda\.pdf\n {2}build\/judul-skripsi-anda\.html\n\d+ halaman dalam [\d,]+ detik\n$/,
  )
  const english = await naskah(['build', '--lang', 'en'], { cwd })
  expect(english.stderr).toMatch(/\n\d+ pages in [\d.]+ s\n$/)
})

it('builds a bare folder', async () => {
  const cwd = emptyFolder()
  writeBareFolder(cwd)
  const { code, stdout } = await naskah(['build', 'naskah', '--json'], { cwd })
  expect(code).toBe(0)
  const report = JSON.parse(stdout)
  expect(report.pdf).toBe('build/naskah.pdf')
  expect(readFileSync(join(cwd, report.pdf), 'latin1')).toMatch(/^%PDF-/)
  expect(report.chapters).toHaveLength(5)
  for (const { severity } of report.messages) expect(severity).toBe('info')
})

it('examines the machine and leaves nothing behind', async () => {
  const cwd = emptyFolder()
  const { code, stdout, stderr } = await naskah(['doctor'], { cwd })
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout.split('\n').filter((line) => line.startsWith('✓'))).toHaveLength(5)
  expect(existsSync(join(cwd, 'build'))).toBe(false)
  const broken = await naskah(['doctor', '--lang', 'en'], { cwd, env: { NASKAH_BROWSER: join(cwd, 'none') } })
  expect(broken.code).toBe(2)
  expect(broken.stdout).toMatch(/^✗ NASKAH_BROWSER points to .*\n {4}→ /m)
})
