/** The thesis that `naskah init` makes: without a fault, complete, and never laid over somebody's work. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { readPage } from './html.ts'
import { build, emptyFolder, init, lint, STARTER } from './program.ts'

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

it.each(['skripsi', 'skripsi saya', 'naskah/tésis'])('stands in “%s” and has no diagnostic', async (dir) => {
  const cwd = emptyFolder()
  const begun = await init(cwd, dir)
  expect(begun.code).toBe(0)
  expect(begun.stderr).toContain(`naskah build ${dir.includes(' ') ? `"${dir}"` : dir} `)
  expect(filesOf(join(cwd, dir))).toEqual(filesOf(STARTER))
  expect(await lint(cwd, [dir])).toEqual({ code: 0, stdout: 'Tidak ada masalah\n', stderr: '' })
  const built = await build(cwd, dir, { htmlOnly: true, json: true })
  expect(JSON.parse(built.stdout)).toMatchObject({ html: 'build/judul-skripsi-anda.html', messages: [] })
  expect(built.code).toBe(0)
})

it('shows a citation of both kinds, a table, a figure, a footnote and both references', async () => {
  const cwd = emptyFolder()
  await init(cwd, 'skripsi')
  await build(cwd, 'skripsi', { htmlOnly: true })
  const text = readPage(join(cwd, 'build/judul-skripsi-anda.html'))
  expect(text).toContain('(Creswell, 2014, hlm. 3)')
  expect(text).toContain('Putnam (1988)')
  expect(text).toContain('Tabel 1.1 Perbandingan penelitian terdahulu')
  expect(text).toContain('Gambar 1.1 Alur pemikiran penelitian')
  expect(text).toContain('Sumber: diolah penulis')
  expect(text).toContain('Contoh catatan kaki')
  expect(text.split('Daftar Pustaka').at(-1)).toMatch(/Creswell, J\. W\. \(2014\).*Putnam, R\. D\. \(1988\)/s)
})

it('lists its chapters, and every file it names is there', () => {
  const config = parse(readFileSync(join(STARTER, 'naskah.yaml'), 'utf8'))
  const chapters = readdirSync(STARTER).filter((name) => name.endsWith('.md'))
  expect(config.chapters).toEqual(chapters)
  for (const path of [...config.chapters, ...Object.values<string>(config.front), config.bibliography]) {
    expect(existsSync(join(STARTER, path)), path).toBe(true)
  }
  expect(Object.values(config.front).sort()).toEqual(
    readdirSync(join(STARTER, 'front')).map((name) => `front/${name}`),
  )
})

it('is not laid over files that are there', async () => {
  const cwd = emptyFolder()
  mkdirSync(join(cwd, 'skripsi'))
  writeFileSync(join(cwd, 'skripsi/naskah.yaml'), 'title: Milik Saya\n')
  const again = await init(cwd, 'skripsi')
  expect(again.code).toBe(2)
  expect(again.stderr).toContain('“skripsi” sudah berisi naskah.yaml; tidak ada yang ditimpa.')
  expect(filesOf(join(cwd, 'skripsi'))).toEqual(['naskah.yaml'])
  expect(readFileSync(join(cwd, 'skripsi/naskah.yaml'), 'utf8')).toBe('title: Milik Saya\n')
})
