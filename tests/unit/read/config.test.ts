/** Faulty configurations: one message each, at its place, in both languages. */
import { describe, expect, it } from 'vitest'
import { read, sayings } from './folder.ts'

const chapter = { '01.md': '# Pendahuluan\n' }
const ofConfig = (text: string) => sayings({ ...chapter, 'naskah.yaml': text })

describe('what cannot be read as YAML', () => {
  it.each([
    ['title: Kerja Sama: Thailand\nauthor: A\n  b: c', '1:8', 'second colon'],
    ['city: x\ntitle: a\n\ntitle: b', '4:1', 'stands above already'],
    ['title: *Penting*', '1:8', 'begins with *'],
    ['title: @x', '1:8', 'special sign'],
    ['title: "x', '1:10', 'a sign is missing'],
    ['title: "a\\qb"', '1:10', 'backslash'],
    ['chapters: [a.md', '1:16', 'open bracket'],
    ['author:\n\tname: x', '2:1', 'tab'],
    ['title: a\n---\ntitle: b', '2:1', 'more than one document'],
    ['title', '1:1', 'should be a map of keys'],
  ])('%j', async (text, place, words) => {
    const [first, ...others] = await ofConfig(text)
    expect(others).toEqual([])
    expect(first).toMatch(new RegExp(`^naskah\\.yaml:${place} config/`))
    expect(first).toContain(words)
  })

  it('says so in Indonesian, with a way out', async () => {
    expect((await ofConfig('title: Kerja Sama: Thailand'))[0]).toContain(
      '| YAML tidak terbaca: titik dua kedua dalam satu nilai. Apit nilainya dengan tanda kutip',
    )
  })

  it('refuses aliases that multiply', async () => {
    const rows = Array.from(
      { length: 9 },
      (_, row) => `a${row + 1}: &a${row + 1} [${`*a${row}, `.repeat(9)}]`,
    )
    const said = await ofConfig(['a0: &a0 [x]', ...rows].join('\n'))
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^naskah\.yaml:\d+:\d+ config\/syntax/)
  })
})

describe('what is no configuration', () => {
  it.each([
    ['city: X\n titel: y', '1:7 config/syntax', ''],
    ['city: X\ntitel: y', '2:1 config/unknown-key', 'Did you mean “title”?'],
    ['warna: merah', '1:1 config/unknown-key', 'Known keys: title, '],
    ['author:\n  name: A\n  nim: 1', '3:3 config/unknown-key', 'Did you mean “id”'],
    ['author: {id: 1}', '1:1 config/missing-key', '“author.name” is required'],
    ['supervisors:\n  - nama: A', '2:5 config/unknown-key', 'Did you mean “name”?'],
    ['supervisors:\n  - 12', '2:5 config/type', 'should be text or a map of keys, but 12 was found'],
    ['citation: {stile: apa}', '1:12 config/unknown-key', 'Did you mean “style”?'],
    ['citation: [apa, x]', '1:11 config/type', '“citation” should be a map of keys, but ["apa","x"]'],
    ['title: [a]', '1:8 config/type', 'should be text, but ["a"] was found'],
    ['title:', '1:7 config/type', 'should be text, but an empty value was found'],
    ['title: ""', '1:8 config/type', 'should be text that is not empty, but an empty value'],
    ['year: [2024]', '1:7 config/type', 'should be text or a number'],
    ['chapters: {satu: a.md}', '1:11 config/type', 'should be a list or text'],
    ['keywords: {id: satu}', '1:16 config/type', '“keywords.id” should be a list'],
    ['stage: skripsy', '1:8 config/type', 'should be “proposal” or “skripsi” or “tesis” or “disertasi”'],
    ['output: ../a', '1:9 config/type', 'should be a file name of letters'],
    ['- a\n- b', '1:1 config/type', 'This file should be a map of keys'],
    ['chapters: [&x 01.md]\nauthor: {name: *x, nim: *x}', '2:20 config/unknown-key', 'Did you mean “id”'],
    ['front:\n  kata_pengatar: a.md', '2:3 config/unknown-key', 'Did you mean “kata_pengantar”?'],
    ['profile: skripsi-hii', '1:10 config/unknown-profile', 'Did you mean “skripsi-hi”? Known profiles: '],
  ])('%j', async (text, start, words) => {
    const files = { ...chapter, 'a.md': 'x', 'naskah.yaml': text }
    const said = await sayings(files)
    expect(said[0]).toMatch(new RegExp(`^naskah\\.yaml:${start} `))
    expect(said[0]).toContain(words)
    expect(said).toHaveLength(1)
  })

  it('says it in Indonesian', async () => {
    expect((await ofConfig('stage: skripsy'))[0]).toContain(
      '“stage” seharusnya “proposal” atau “skripsi” atau “tesis” atau “disertasi”, tetapi ditemukan “skripsy”.',
    )
    expect((await ofConfig('profile: x'))[0]).toMatch(/Profil yang ada: .*generic-id.*skripsi-hi/)
  })

  it('tells each of several faults at its own place', async () => {
    const said = await ofConfig('titel: a\nstage: x\nyear: [1]')
    expect(said.map((line) => line.split(' ')[0])).toEqual([
      'naskah.yaml:1:1',
      'naskah.yaml:2:8',
      'naskah.yaml:3:7',
    ])
  })
})

describe('what is a configuration', () => {
  it.each(['', '# Belum diisi\n', '\uFEFFtitle: A', 'title: A\r\nyear: 2024\r\n', '---\ntitle: A\n'])(
    '%j',
    async (text) => expect(await ofConfig(text)).toEqual([]),
  )

  it('takes numbers, single values and short forms', async () => {
    const { value } = await read({
      ...chapter,
      'naskah.yaml': 'author: A\nyear: 2024\nchapters: 01.md\nsupervisors: {name: B, id: 007}\nkeywords: [x]',
    })
    expect(value?.config).toMatchObject({
      author: { name: 'A' },
      year: '2024',
      chapters: ['01.md'],
      supervisors: [{ name: 'B', id: '007' }],
      keywords: { id: ['x'] },
    })
  })
})
