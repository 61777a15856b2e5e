/** Thesis folders as people have them: from anywhere, on Windows, and written for no tool in particular. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeBareFolder } from './bare-folder.ts'
import { readPage } from './html.ts'
import { build, edit, emptyFolder, lint, withThesis } from './program.ts'

const CLEAN = { code: 0, stdout: 'Tidak ada masalah\n', stderr: '' }
const HTML = 'build/judul-skripsi-anda.html'

/** The text files of the starter. */
function textFiles(thesis: string): string[] {
  return readdirSync(thesis, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|yaml|bib)$/.test(name))
    .map((name) => join(thesis, name))
}

describe('a bare folder of Markdown', () => {
  it('is checked against the general outline, as information alone', async () => {
    const cwd = emptyFolder()
    writeBareFolder(cwd)
    expect(await lint(cwd, ['naskah'])).toEqual(CLEAN)
    rmSync(join(cwd, 'naskah/BAB_III_METODE.md'))
    const { code, stdout } = await lint(cwd, ['naskah'], { format: 'json' })
    expect(code).toBe(0)
    const missing = { severity: 'info', ruleId: 'outline/missing', expected: 'Metode Penelitian' }
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining(missing))
    for (const { severity } of JSON.parse(stdout)) expect(severity).not.toBe('error')
  })

  it('is held to a profile that is named', async () => {
    const cwd = emptyFolder()
    writeBareFolder(cwd)
    const { code, stdout } = await lint(cwd, ['naskah'], { format: 'json', profile: 'skripsi-hi' })
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ severity: 'error', ruleId: 'outline/missing', expected: 'Argumen Utama' }),
    )
  })

  it('is built: chapters by their numerals, numbers once, parts in their place', async () => {
    const cwd = emptyFolder()
    writeBareFolder(cwd)
    const built = await build(cwd, 'naskah', { htmlOnly: true, json: true })
    expect(built.code).toBe(0)
    const report = JSON.parse(built.stdout)
    expect(report.chapters.map(({ label }: { label: string }) => label)).toEqual(
      ['I', 'II', 'III', 'IV', 'V'].map((numeral) => `BAB ${numeral}`),
    )
    const text = readPage(join(cwd, 'build/naskah.html'))
    expect(text).not.toMatch(/1\.1\s+1\.1|BAB I\s+BAB I\b|Tabel 2\.1 Tabel/)
    expect(text).not.toContain('Catatan untuk saya')
    expect(text).toContain('US$5 juta sampai US$10 juta, pukul 10:30.')
    const places = ['Puji syukur.', 'Kalimat pembuka.', 'Isi desain.', 'Isi kesimpulan.', 'Omega, A., dkk.']
    const order = places.map((words) => text.indexOf(words))
    expect(order).not.toContain(-1)
    expect([...order].sort((a, b) => a - b)).toEqual(order)
  })
})

describe('files from Windows', () => {
  it('may end their lines with CRLF and begin with a byte order mark', async () => {
    const cwd = withThesis()
    await build(cwd, 'skripsi', { htmlOnly: true })
    const before = readFileSync(join(cwd, HTML), 'utf8')
    for (const file of textFiles(join(cwd, 'skripsi'))) {
      writeFileSync(file, `\ufeff${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`)
    }
    expect(await lint(cwd, ['skripsi'])).toEqual(CLEAN)
    await build(cwd, 'skripsi', { htmlOnly: true })
    expect(readFileSync(join(cwd, HTML), 'utf8')).toBe(before)
  })

  it('may be named with backslashes', async () => {
    const cwd = withThesis()
    const thesis = join(cwd, 'skripsi')
    mkdirSync(join(thesis, 'bab'))
    renameSync(join(thesis, '01-pendahuluan.md'), join(thesis, 'bab/01-pendahuluan.md'))
    edit(join(thesis, 'naskah.yaml'), '01-pendahuluan.md', 'bab\\01-pendahuluan.md')
    edit(join(thesis, 'naskah.yaml'), 'front/abstrak.md', 'front\\abstrak.md')
    edit(join(thesis, 'bab/01-pendahuluan.md'), 'gambar/contoh.svg', 'gambar\\contoh.svg')
    expect(await lint(cwd, ['skripsi'])).toEqual(CLEAN)
    edit(join(thesis, 'bab/01-pendahuluan.md'), '@putnam1988', '@putnam1989')
    const { stdout } = await lint(cwd, ['skripsi'], { format: 'json' })
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'skripsi/bab/01-pendahuluan.md' }])
  })
})

describe('a folder', () => {
  it.each([
    ['relative', '.', 'skripsi', 'skripsi/04-penutup.md'],
    ['with a slash at its end', '.', './skripsi/', 'skripsi/04-penutup.md'],
    ['where the command runs', 'skripsi', '.', '04-penutup.md'],
    ['above', 'skripsi/front', '..', '../04-penutup.md'],
  ])('may be %s', async (_, from, dir, shown) => {
    const cwd = withThesis()
    edit(join(cwd, 'skripsi/04-penutup.md'), '## Rekomendasi', '## Rekomendasi Lain')
    const { stdout, code } = await lint(join(cwd, from), [dir], { format: 'json' })
    expect(code).toBe(1)
    for (const { file } of JSON.parse(stdout)) expect(file).toBe(shown)
  })

  it('may be absolute, with spaces and letters of any kind', async () => {
    const cwd = emptyFolder()
    const thesis = join(cwd, 'naskah saya – édisi #2')
    renameSync(join(withThesis(), 'skripsi'), thesis)
    expect(await lint('/', [thesis])).toEqual(CLEAN)
    const built = await build(cwd, thesis, { htmlOnly: true, json: true, out: join(cwd, 'hasil ü') })
    expect(JSON.parse(built.stdout)).toMatchObject({ html: 'hasil ü/judul-skripsi-anda.html', pdf: null })
    expect(readPage(join(cwd, 'hasil ü/judul-skripsi-anda.html'))).toContain('Judul Skripsi Anda')
  })
})
