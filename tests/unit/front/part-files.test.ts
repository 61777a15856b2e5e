/** Which file a part is made from. */
import { describe, expect, it } from 'vitest'
import { read, sayings } from '../read/folder.ts'

const CHAPTER = { '01.md': '# A' }

describe('the parts of a thesis', () => {
  it('come from Markdown, HTML, scanned pages, or are wanted or not', async () => {
    const { value, said } = await read({
      ...CHAPTER,
      'naskah.yaml':
        'front:\n  abstrak: a.md\n  sampul: s.html\n  pengesahan: [x.jpg, y.PNG]\n  persetujuan: true\n  motto: false\n',
      'a.md': 'a',
      's.html': '<p>s</p>',
      'front/kata_pengantar.md': 'k',
      'front/halaman-judul.html': '<p>h</p>',
      'front/_kampus.html': '<p>k</p>',
    })
    expect(said).toEqual([])
    expect([...(value?.parts.keys() ?? [])].sort()).toEqual(['abstrak', 'kata_pengantar'])
    const choices = value?.partChoices
    expect([...(choices?.pages.keys() ?? [])]).toEqual(['sampul', 'halaman_judul'])
    expect([...(choices?.partials.keys() ?? [])]).toEqual(['_kampus'])
    expect(choices?.scans.get('pengesahan')?.map(({ url, place }) => [url, place?.start])).toEqual([
      ['x.jpg', expect.objectContaining({ line: 4, column: 16 })],
      ['y.PNG', expect.objectContaining({ line: 4, column: 23 })],
    ])
    expect([...(choices?.wanted ?? [])]).toEqual([
      ['persetujuan', true],
      ['motto', false],
    ])
  })

  it.each([
    ['front: { abstrak: [a.md, b.md] }', /naskah\.yaml:1:19 front\/several-files/],
    ['front: { sampull: true }', /naskah\.yaml:1:10 config\/unknown-key .*“sampul”/],
    ['front: { sampul: tiada.html }', /naskah\.yaml:1:18 config\/missing-file/],
    ['front: { sampul: ../luar.html }', /naskah\.yaml:1:18 config\/outside-folder/],
  ])('are told of at their place: %s', async (yaml, expected) => {
    const said = await sayings({ ...CHAPTER, 'naskah.yaml': yaml, 'a.md': 'a' })
    expect(said).toEqual([expect.stringMatching(expected)])
  })

  it('have one file each, and none of endless length', async () => {
    const two = { ...CHAPTER, 'front/pengesahan.md': 'm', 'front/pengesahan.html': '<p>h</p>' }
    expect(await sayings(two)).toEqual([
      expect.stringMatching(/front\/pengesahan\.md.* front\/two-files .*“front\/pengesahan\.html”/),
    ])
    expect(await sayings({ ...CHAPTER, 'front/sampul.html': 'x'.repeat(20_001) })).toEqual([
      expect.stringContaining('front/too-long'),
    ])
    expect(await sayings({ ...CHAPTER, 'front/sampull.html': 'x' })).toEqual([
      expect.stringContaining('thesis/unknown-part'),
    ])
  })
})
