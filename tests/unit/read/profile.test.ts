import { describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../scripts/host.ts'
import { knownProfiles, readProfile } from '../../../scripts/read/profile.ts'
import { templatePath } from '../../../scripts/templates.ts'
import { templates } from './folder.ts'

const shipped = await knownProfiles(diskHost())

describe('every shipped profile', () => {
  it.each(shipped)('%s is valid and carries its own name', async (id) => {
    const { value, diagnostics } = await readProfile(diskHost(), id, {})
    expect(diagnostics).toEqual([])
    expect(value?.id).toBe(id)
  })

  it('is more than none', () => expect(shipped).toContain('generic-id'))
})

describe('a profile', () => {
  const child = (text: string) =>
    readProfile(memoryHost({ ...templates(), [templatePath('profiles', 'kampus.yaml')]: text }), 'kampus', {})
  const head = 'id: kampus\nextends: generic-id\nname: Kampus\n'

  it('inherits what it does not say, at any depth', async () => {
    const { value } = await child(`${head}margins: { left: 5 }\nfront_matter: [sampul]\n`)
    expect(value?.margins).toEqual({ left: 5, top: 4, right: 3, bottom: 3 })
    expect(value?.front_matter).toEqual(['sampul'])
    expect(value?.captions.table.label).toBe('Tabel')
  })

  it('may say that there is no limit where its parent has one', async () => {
    const { value } = await child(`${head}abstract: { max_words: null }\n`)
    expect(value?.abstract.max_words).toBeNull()
    expect(value?.abstract.keywords).toEqual({ min: 3, max: 5 })
  })

  it('inherits over several steps', async () => {
    const grandchild = {
      [templatePath('profiles', 'anak.yaml')]: 'id: anak\nextends: skripsi-hi\nname: Anak\n',
    }
    const { value } = await readProfile(memoryHost({ ...templates(), ...grandchild }), 'anak', {})
    expect(value?.line_spacing).toMatchObject({ body: 2, captions: 1 })
    expect(value?.margins.left).toBe(4)
  })

  it.each([
    ['margins: { lef: 5 }', '4:12 config/unknown-key'],
    ['margins: { left: -1 }', '4:18 config/type'],
    ['headings: { max_depth: 2.5 }', '4:24 config/type'],
    ['captions:\n  table: { position: left }', '5:22 config/type'],
    ['outline:\n  - titel: A', '5:5 config/unknown-key'],
    ['font: {', '5:1 config/syntax'],
    ['margins: 4', '4:10 config/type'],
    ['running: [{ text: "{bab}", position: top-left }]', '4:19 config/type'],
    ['running:\n  - { text: Kampus, position: top-right }', '5:5 config/margin-clash'],
  ])('is told its fault at its place: %j', async (text, place) => {
    const { value, diagnostics } = await child(`${head}${text}\n`)
    expect(value).toBeUndefined()
    expect(
      diagnostics.map(
        (one) => `${one.file}:${one.place?.start.line}:${one.place?.start.column} ${one.ruleId}`,
      ),
    ).toEqual([`kampus.yaml:${place}`])
  })

  it.each([
    [
      'running: [{ text: "{chapter}", position: top-right }]',
      'Teks “{chapter}” dan nomor halaman bab sama-sama ditempatkan di kanan atas halaman, padahal di sana hanya ada tempat untuk satu.',
      'The text “{chapter}” and the page number of chapters both stand at the top right of the page, where there is room for one only.',
    ],
    [
      'running: [{ text: Kampus, position: bottom-outer, zones: [front] }, { text: Kota, position: bottom-left, zones: [body], italic: true }]\nsides: two',
      'Teks “Kota” dan teks “Kampus” berbeda huruf, padahal keduanya ditempatkan di kiri bawah halaman kiri: satu tempat hanya punya satu huruf.',
      'The text “Kota” and the text “Kampus” are in different fonts, but both stand at the bottom left of left-hand pages: a place has one font only.',
    ],
  ])('says which two clash in the margins: %s', async (text, id, en) => {
    const { diagnostics } = await child(`${head}${text}\n`)
    expect(diagnostics.map(({ message }) => message)).toEqual([{ id, en }])
  })
})
