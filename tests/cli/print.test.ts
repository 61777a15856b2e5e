/** The whole program with the browser: what `build --json` promises holds for the files it wrote. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { emptyFolder, naskah, STARTER } from './program.ts'

it('writes both files and tells of them in one JSON object', async () => {
  const cwd = emptyFolder()
  const thesis = join(cwd, 'skripsi saya (édisi 2)')
  cpSync(STARTER, thesis, { recursive: true })
  mkdirSync(join(cwd, 'tempat lain'))
  const { code, stdout, stderr } = await naskah(['build', thesis, '--out', '../hasil', '--json'], {
    cwd: join(cwd, 'tempat lain'),
  })
  expect(stderr).toBe('')
  expect(code).toBe(0)
  const report = JSON.parse(stdout)
  const files = ['html', 'pdf'].map((ending) => `judul-skripsi-anda.${ending}`)
  expect(readdirSync(join(cwd, 'hasil')).sort()).toEqual(files)
  expect([report.html, report.pdf]).toEqual(files.map((name) => join(cwd, 'hasil', name)))
  expect(readFileSync(report.pdf, 'latin1')).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/)
  expect(report.pages).toBeGreaterThan(10)
  expect(report.messages).toEqual([])
  expect(report.chapters).toMatchObject(
    ['I', 'II', 'III', 'IV'].map((numeral) => ({ label: `BAB ${numeral}`, title: expect.any(String) })),
  )
  const starts = report.chapters.map(({ firstPage }: { firstPage: number }) => firstPage)
  expect(starts[0]).toBe(1)
  expect([...starts].sort((a, b) => a - b)).toEqual(starts)
  for (const { words } of report.chapters) expect(words).toBeGreaterThan(20)
  expect(Object.keys(report.timings)).toEqual(
    'read parse resolve check cite render browser open layout print inspect write total'.split(' '),
  )
  expect(report.timings.total).toBeGreaterThan(0)
})

it('writes a table that no page can hold in a draft alone', async () => {
  const cwd = emptyFolder()
  const cells = Array.from({ length: 90 }, (_, at) => ` ${at} `).join('|')
  mkdirSync(join(cwd, 'skripsi'))
  writeFileSync(join(cwd, 'skripsi', '1.md'), `# Bab\n\n|${cells}|\n|${'---|'.repeat(90)}\n|${cells}|\n`)
  const strict = await naskah(['build', 'skripsi', '--json'], { cwd })
  const ids = JSON.parse(strict.stdout).messages.map(({ ruleId }: { ruleId: string }) => ruleId)
  expect(ids).toContain('pdf/too-wide')
  expect(strict.code).toBe(1)
  expect(existsSync(join(cwd, 'build'))).toBe(false)
  const draft = await naskah(['build', 'skripsi', '--draft'], { cwd })
  expect(draft.stderr).toContain('pdf/too-wide')
  expect(draft.code).toBe(0)
  expect(existsSync(join(cwd, 'build', 'skripsi.pdf'))).toBe(true)
})
