/** Thesis folders, faulty and whole. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../scripts/host.ts'
import { readThesis } from '../../../scripts/read/thesis.ts'
import { read, sayings } from './folder.ts'

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

describe('a folder', () => {
  it('must be there', async () => {
    const { value, diagnostics } = await readThesis(memoryHost({ 'a.md': '' }), 'skripsi')
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ ruleId, message }) => [ruleId, message.id, message.en])).toEqual([
      ['config/no-folder', 'Folder “skripsi” tidak ada.', 'There is no folder “skripsi”.'],
    ])
  })

  it('must hold Markdown', async () => {
    expect(await sayings({ 'baca.txt': 'x', 'README.md': '# x' })).toEqual([
      expect.stringMatching(/^config\/no-markdown \| Tidak ada bab .* \| There are no chapters /),
    ])
    expect(await sayings({ '01.md': '# A', 'naskah.yaml': 'city: X\nchapters: []' })).toEqual([
      expect.stringMatching(/^naskah\.yaml:2:11 config\/no-markdown/),
    ])
  })

  it('needs no configuration', async () => {
    const { value, said } = await read({
      'BAB_III_METODE.md': '# c',
      'BAB_I.md': '# a',
      'BAB_II_DI_LAPANGAN.md': '# b',
      'front/kata-pengantar.md': '# k',
      'front/gambar.png': 'x',
      'sub/05.md': '# lain',
      'pustaka.bib': '@book{a}',
    })
    expect(said).toEqual([])
    expect(value?.chapters.map(({ path }) => path)).toEqual([
      'BAB_I.md',
      'BAB_II_DI_LAPANGAN.md',
      'BAB_III_METODE.md',
    ])
    expect([...(value?.parts.keys() ?? [])]).toEqual(['kata_pengantar'])
    expect(value?.bibliography.map(({ path }) => path)).toEqual(['pustaka.bib'])
    expect(value?.profile.id).toBe('generic-id')
    expect(value?.explicitProfile).toBe(false)
  })

  it('takes empty files for what they are', async () => {
    const { value, said } = await read({ '01.md': '', 'naskah.yaml': '' })
    expect(said).toEqual([])
    expect(value?.chapters).toEqual([{ path: '01.md', text: '' }])
  })

  it('is read in the order of its configuration, backslashes and dots forgiven', async () => {
    const { value } = await read({
      'b.md': 'b',
      'sub/a.md': 'a',
      'naskah.yaml': 'chapters: [b.md, ./sub\\a.md]',
    })
    expect(value?.chapters).toEqual([
      { path: 'b.md', text: 'b' },
      { path: 'sub/a.md', text: 'a' },
    ])
  })

  it('takes the profile of the command line before its own', async () => {
    const files = { '01.md': '', 'naskah.yaml': 'profile: generic-id' }
    expect((await read(files, { profile: 'skripsi-hi' })).value?.profile.id).toBe('skripsi-hi')
    expect(await sayings(files, { profile: 'tidak-ada' })).toEqual([
      expect.stringMatching(/^config\/unknown-profile \| Profil “tidak-ada” tidak dikenal\. .*generic-id/),
    ])
  })
})

describe('a file that is named', () => {
  const at = (line: string, files = {}) =>
    sayings({ '01-awal.md': '', ...files, 'naskah.yaml': `year: 1\n${line}` })

  it.each([
    ['chapters: [01-awal.md, 01-awl.md]', '2:24 config/missing-file', 'Did you mean “01-awal.md”?'],
    ['bibliography: pustaka.bib', '2:15 config/missing-file', 'Create the file or remove this line.'],
    ['front: {abstrak: front/abstrak.md}', '2:18 config/missing-file', '“front/abstrak.md”'],
    ['appendices:\n  - lampiran.md', '3:5 config/missing-file', '“lampiran.md”'],
    ['chapters: [../01-awal.md]', '2:12 config/outside-folder', '“../01-awal.md”'],
    ['chapters: [/etc/hostname]', '2:12 config/outside-folder', '“/etc/hostname”'],
    ['chapters: [sub/../../x.md]', '2:12 config/outside-folder', '“sub/../../x.md”'],
  ])('%s', async (line, start, words) => {
    const said = await at(line)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(new RegExp(`^naskah\\.yaml:${start} `))
    expect(said[0]).toContain(words)
  })

  it.each([
    ['UTF-16 LE', new Uint8Array([0xff, 0xfe, ...utf16('# Bab\n')]), '1:1'],
    ['UTF-16 BE', new Uint8Array([0xfe, 0xff, 0, 0x23]), '1:1'],
    ['UTF-16 LE', utf16('# Tanpa tanda urutan bita'), '1:1'],
    ['Windows-1252', new Uint8Array(Buffer.from('# Bab\r\n\r\n“Café” sudah\r\n', 'latin1')), '3:5'],
    ['Windows-1252', new Uint8Array(Buffer.from('\uFFFD\n\nlalu \xe9', 'latin1')), '1:1'],
  ])('in %s is told once, at its place', async (encoding, bytes, place) => {
    const said = await at('profile: skripsi-hi', { '02.md': bytes })
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(new RegExp(`^02\\.md:${place} thesis/not-utf8 `))
    expect(said[0]).toContain(`(tampaknya ${encoding})`)
    expect(said[0]).toContain(`(it looks like ${encoding})`)
  })

  it('is told at its first wrong byte, whatever signs stand before it', async () => {
    const bytes = new Uint8Array([...Buffer.from('é \uFFFD 😀\n– ok '), 0xe2, 0x80])
    expect((await at('', { '02.md': bytes }))[0]).toMatch(/^02\.md:2:6 /)
  })

  it('may begin with a byte order mark', async () => {
    const { value } = await read({ '01.md': '\uFEFF# Bab' })
    expect(value?.chapters[0]?.text).toBe('# Bab')
  })

  it('in another encoding counts for the configuration too', async () => {
    expect(await sayings({ '01.md': '', 'naskah.yaml': new Uint8Array([0x74, 0xe9]) })).toEqual([
      expect.stringMatching(/^naskah\.yaml:1:2 thesis\/not-utf8/),
    ])
  })
})

describe('on disk', () => {
  let place = ''
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'naskah-read-'))
    await mkdir(join(place, 'skripsi'))
    await writeFile(join(place, 'rahasia.md'), '# Rahasia')
    await writeFile(join(place, 'skripsi/01.md'), '# Awal')
  })
  afterEach(() => rm(place, { recursive: true }))

  it('does not take its configuration from outside either', async ({ skip }) => {
    await writeFile(join(place, 'rahasia.yaml'), 'PASSWORD: rahasia\n')
    await symlink(join(place, 'rahasia.yaml'), join(place, 'skripsi/naskah.yaml')).catch(() => skip())
    const { value, diagnostics } = await readThesis(diskHost(place), 'skripsi')
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['config/outside-folder'])
  })

  it('says which file cannot be opened', async () => {
    const host = diskHost(place)
    const refuse = () => Promise.reject(new Error('EACCES: permission denied'))
    const { diagnostics } = await readThesis(
      { ...host, read: (path) => (path.endsWith('01.md') ? refuse() : host.read(path)) },
      'skripsi',
    )
    expect(diagnostics.map(({ ruleId, message }) => [ruleId, message.en])).toEqual([
      ['config/unreadable', 'The file “01.md” cannot be opened: EACCES: permission denied.'],
    ])
  })

  it('does not follow a link out of the folder', async ({ skip }) => {
    await symlink(join(place, 'rahasia.md'), join(place, 'skripsi/02.md')).catch(() => skip())
    await writeFile(join(place, 'skripsi/naskah.yaml'), 'chapters:\n  - 01.md\n  - 02.md\n')
    const { value, diagnostics } = await readThesis(diskHost(place), 'skripsi')
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ ruleId, place }) => [ruleId, place?.start.line, place?.start.column])).toEqual([
      ['config/outside-folder', 3, 5],
    ])
  })

  it('follows a link to the folder itself, and links inside it', async ({ skip }) => {
    await symlink(join(place, 'skripsi'), join(place, 'pintasan'), 'dir').catch(() => skip())
    await symlink(join(place, 'skripsi/01.md'), join(place, 'skripsi/02.md')).catch(() => skip())
    const { value, diagnostics } = await readThesis(diskHost(place), 'pintasan')
    expect(diagnostics).toEqual([])
    expect(value?.chapters.map(({ text }) => text)).toEqual(['# Awal', '# Awal'])
  })

  it('says that a folder is no chapter', async () => {
    await mkdir(join(place, 'skripsi/bab'))
    await writeFile(join(place, 'skripsi/naskah.yaml'), 'chapters: bab\n')
    const { diagnostics } = await readThesis(diskHost(place), 'skripsi')
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['config/missing-file'])
  })
})
