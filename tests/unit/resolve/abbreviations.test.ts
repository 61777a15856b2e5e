/** Abbreviations: where they are defined, which are listed, and whether the text introduces them. */
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../scripts/pipeline.ts'
import { stopwatch } from '../../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../../thesis-host.ts'

async function abbreviationsOf(files: Readonly<Record<string, string>>) {
  const { value, diagnostics } = await analyse(thesisHost(files), THESIS, {}, stopwatch())
  const said = diagnostics
    .filter(({ ruleId }) => ruleId.startsWith('abbreviation/'))
    .map(
      ({ ruleId, severity, file, place }) =>
        `${file}:${place?.start.line}:${place?.start.column} ${severity} ${ruleId.slice(13)}`,
    )
  return { list: value?.abbreviations.map(({ short, long }) => `${short} = ${long}`), said, value }
}

const IOM = '*[IOM]: *International Organization* for Migration'

describe('definitions', () => {
  it('stand anywhere in a file, alone or in a row, and are no text', async () => {
    const { list, said, value } = await abbreviationsOf({
      '1.md': `# Satu\n\n${IOM}\n*[UU]: Undang-Undang\n\nInternational Organization for Migration (IOM) dan Undang-Undang (UU).\n*[ILO]: International Labour Organization\nILO (International Labour Organization) juga.`,
    })
    expect(list).toEqual([
      'ILO = International Labour Organization',
      'IOM = International Organization for Migration',
      'UU = Undang-Undang',
    ])
    expect(said).toEqual([])
    const tree = JSON.stringify(value?.chapters.map(({ tree: { children } }) => children))
    expect(tree).not.toContain('*[')
    expect(tree).toContain('juga.')
  })

  it('leave what only looks like one', async () => {
    const { list, value } = await abbreviationsOf({
      '1.md': '# Satu\n\n\\*[IOM]: teks\n\n*[IOM]:\n\n*[IOM] teks\n\nkata *[IOM]: teks\n\n`*[IOM]: x`',
    })
    expect(list).toEqual([])
    expect(JSON.stringify(value?.chapters[0]?.tree).match(/\[IOM\]/g)).toHaveLength(5)
  })

  it('stand in naskah.yaml as well; with another meaning that is an error', async () => {
    const { list, said } = await abbreviationsOf({
      'naskah.yaml': 'abbreviations:\n  PMI: Pekerja Migran Indonesia\n  UU: Undang-Undang\n',
      '1.md':
        '# Satu\n\n*[PMI]: Palang Merah Indonesia\n*[UU]: undang-undang\n\nPekerja Migran Indonesia (PMI).',
    })
    expect(list).toEqual(['PMI = Pekerja Migran Indonesia'])
    expect(said).toEqual(['1.md:3:1 error duplicate', 'naskah.yaml:3:7 info unused'])
  })
})

describe('the first use', () => {
  const said = async (text: string, files: Readonly<Record<string, string>> = {}) =>
    (await abbreviationsOf({ '1.md': `${IOM}\n\n${text}`, ...files })).said

  it.each([
    'International Organization for Migration (IOM) bekerja.',
    'IOM (International Organization for Migration) bekerja.',
    'Organisasi Internasional untuk Migrasi (IOM) bekerja.',
    'IOM (Organisasi Internasional untuk Migrasi) bekerja.',
    '*International\nOrganization for Migration*, selanjutnya disebut IOM, bekerja.',
    '# Kerja Sama IOM\n\n> IOM berkata.\n\nKata “IOM itu”.\n\nInternational Organization for Migration (IOM).\n\nIOM.',
    '`IOM` dan KIOM dan IOMx.\n\nInternational Organization for Migration (IOM).',
    '# Kata Pengantar\n\nIOM.\n\n# Satu\n\nInternational Organization for Migration (IOM).',
  ])('is right: %s', async (text) => {
    expect(await said(text)).toEqual([])
  })

  it.each([
    ['Menurut IOM, jumlahnya naik.', '1.md:3:9'],
    ['Jumlahnya\nnaik \\*menurut **IOM (2020)**.', '1.md:4:18'],
    [
      'Laporan (IOM, 2020) dan International Organization.\n\nInternational Organization for Migration (IOM).',
      '1.md:3:10',
    ],
  ])('is bare: %s', async (text, place) => {
    expect(await said(text)).toEqual([`${place} info undefined-first-use`])
  })

  it('is a warning once a profile is chosen, and told once', async () => {
    const files = { 'naskah.yaml': 'profile: generic-id\n', '2.md': '# Dua\n\nIOM.' }
    expect(await said('# Satu\n\nIOM dan IOM.', files)).toEqual(['1.md:5:1 warning undefined-first-use'])
  })
})
