/** How chapters lie in files, and what follows from faults of that kind. */
import { describe, expect, it } from 'vitest'
import { checkThesis } from '../../../scripts/check/run.ts'
import type { OutlineSection } from '../../../scripts/model.ts'
import { parseChapters } from '../../rules/parse.ts'

const outline: OutlineSection[] = [
  { title: 'Pendahuluan', others: false, sections: [{ title: 'Latar Belakang' }, { title: 'Metode' }] },
  { title: 'Gambaran Umum' },
  { title: 'Analisis' },
  { title: 'Penutup', others: false, sections: [{ title: 'Kesimpulan' }, { title: 'Saran' }] },
]
const BAB_I = '# Pendahuluan\n\n## Latar Belakang\n\nIsi.\n\n## Metode\n\nIsi.\n'
const BAB_II = '# Gambaran Umum\n\n## Negara\n\nIsi.\n\n## Lembaga\n\nIsi.\n'
const BAB_III = '# Analisis\n\n## Upaya\n\nIsi.\n'
const BAB_IV = '# Penutup\n\n## Kesimpulan\n\nIsi.\n\n## Saran\n\nIsi.\n'

function check(files: Readonly<Record<string, string>>, explicitProfile = true): string[] {
  const chapters = parseChapters(files)
  return checkThesis({ chapters, outline, explicitProfile, profileName: 'contoh' }).map(
    (found) =>
      `${found.file}:${found.place?.start.line} ${found.severity} ${found.ruleId} ${found.expected ?? '-'}`,
  )
}

const headless = (text: string) => text.replace(/^# .*\n\n/, '')

describe('files', () => {
  it('may hold several chapters, or a part of one', () => {
    expect(check({ 'a.md': `${BAB_I}\n${BAB_II}`, 'b.md': `${BAB_III}\n${BAB_IV}` })).toEqual([])
    const [first = '', second = ''] = BAB_I.split('## Metode')
    const parts = { '1a.md': first, '1b.md': `## Metode${second}`, '2.md': BAB_II + BAB_III + BAB_IV }
    expect(check(parts)).toEqual([])
  })

  it('continue a heading whose text opens the next file', () => {
    const files = { '1.md': BAB_I, '2.md': '# Gambaran Umum\n', '2b.md': 'Isi.\n', '3.md': BAB_III + BAB_IV }
    expect(check(files)).toEqual([])
  })

  it.each([
    ['1.md', 'Pendahuluan'],
    ['2.md', 'Gambaran Umum'],
    ['3.md', 'Analisis'],
    ['4.md', 'Penutup'],
  ])('%s lacks its chapter heading', (file, title) => {
    const files = { '1.md': BAB_I, '2.md': BAB_II, '3.md': BAB_III, '4.md': BAB_IV }
    const text = files[file as keyof typeof files]
    expect(check({ ...files, [file]: headless(text) })).toEqual([`${file}:1 error outline/missing ${title}`])
  })

  it('leave out preface and references, and what stands below them', () => {
    const files = {
      '0.md': '# Kata Pengantar\n\n## Metode\n',
      '1.md': BAB_I + BAB_II,
      '2.md': `${BAB_III}${BAB_IV}\n# Daftar Pustaka\n\n## Kesimpulan\n\n#### Buku\n`,
    }
    expect(check(files)).toEqual([])
  })

  it('put what is missing before the references, where these follow in the same file', () => {
    const text = `${BAB_I}${BAB_II}${BAB_III}\n# Daftar Pustaka\n`
    const line = text.split('\n').indexOf('# Daftar Pustaka') + 1
    expect(check({ 'a.md': text })).toEqual([`a.md:${line} error outline/missing Penutup`])
  })

  it('may be none, or empty', () => {
    expect(check({})).toHaveLength(4)
    expect(check({ 'a.md': '' })).toEqual(
      ['Pendahuluan', 'Gambaran Umum', 'Analisis', 'Penutup'].map(
        (title) => `a.md:1 error outline/missing ${title}`,
      ),
    )
  })
})

describe('severity', () => {
  it('is info without an explicit profile', () => {
    const files = { '1.md': BAB_I + BAB_II, '3.md': BAB_IV }
    expect(check(files, false)).toEqual(['1.md:18 info outline/missing Analisis'])
  })
})

describe('no cascade', () => {
  it('of a chapter that is missing with all it holds', () => {
    expect(check({ '2.md': BAB_II, '3.md': BAB_III, '4.md': BAB_IV })).toEqual([
      '2.md:1 error outline/missing Pendahuluan',
    ])
  })

  it('of a chapter heading typed as a section', () => {
    const files = { '1.md': BAB_I, '2.md': `#${BAB_II}`, '3.md': BAB_III, '4.md': BAB_IV }
    expect(check(files)).toEqual(['2.md:1 error outline/order Gambaran Umum'])
  })

  it('of sections that all stand one level too deep', () => {
    const deep = BAB_IV.replaceAll('## ', '### ')
    expect(check({ '1.md': BAB_I + BAB_II + BAB_III, '4.md': deep })).toEqual([
      '4.md:3 error outline/level-jump ##',
    ])
  })

  it('of chapters the author named otherwise', () => {
    const named = {
      '2.md': BAB_II.replace('Gambaran Umum', 'Profil'),
      '3.md': BAB_III.replace('Analisis', 'Kerja Sama'),
    }
    expect(check({ '1.md': BAB_I, ...named, '4.md': BAB_IV })).toEqual([
      '2.md:1 error outline/title Gambaran Umum',
      '3.md:1 error outline/title Analisis',
    ])
  })

  it('of an extra section and what it holds', () => {
    const extra = BAB_IV.replace('## Saran', '## Refleksi\n\n### Pribadi\n\nIsi.\n\n## Saran')
    expect(check({ '1.md': BAB_I + BAB_II + BAB_III, '4.md': extra })).toEqual([
      '4.md:7 error outline/extra -',
    ])
  })
})
