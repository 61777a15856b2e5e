/** What a name in BibTeX becomes in CSL, and what is told about it. */
import { describe, expect, it } from 'vitest'
import { readBibliography } from '../../../scripts/read/bibliography/index.ts'

async function read(author: string) {
  const text = `@book{a, author = {${author}}, title = {Judul}, publisher = {P}, year = {2000}}`
  const { value, diagnostics } = await readBibliography([{ path: 'a.bib', text }])
  const told = diagnostics.map(({ ruleId }) => ruleId.replace('bibliography/', ''))
  return { names: value.get('a')?.item.author, told, diagnostics }
}

const family = (name: string, given?: string) => ({ family: name, ...(given === undefined ? {} : { given }) })
const literal = (name: string) => ({ literal: name })

type Row = readonly [typed: string, ...names: Readonly<Record<string, string>>[]]
/** A table row has one type for all its columns. */
const each = (rows: readonly Row[]) => rows.map(([typed, ...names]) => ({ typed, names }))

const RIGHT: readonly Row[] = [
  ['Sukarno', family('Sukarno')],
  ['Hartana and Made Dwi Wahyuni', family('Hartana'), family('Wahyuni', 'Made Dwi')],
  ['Hartana and {Made Dwi Wahyuni}', family('Hartana'), literal('Made Dwi Wahyuni')],
  ['I Gede Putu Wirawan', family('Wirawan', 'I Gede Putu')],
  ['Ni Luh Ayu', family('Ayu', 'Ni Luh')],
  ['Wirawan, I Gede Putu', family('Wirawan', 'I Gede Putu')],
  ['Togar M. Simatupang', family('Simatupang', 'Togar M.')],
  ['Ahmad bin Abdullah', literal('Ahmad bin Abdullah')],
  ['Siti Nur binti Haji Umar', literal('Siti Nur binti Haji Umar')],
  ['Abdullah, Ahmad bin', family('Abdullah', 'Ahmad bin')],
  ['Ibnu Sina', family('Sina', 'Ibnu')],
  ['Martin van Bruinessen', { ...family('Bruinessen', 'Martin'), 'non-dropping-particle': 'van' }],
  ['van Bruinessen, Martin', { ...family('Bruinessen', 'Martin'), 'non-dropping-particle': 'van' }],
  ['de la Cruz, Juan', { ...family('Cruz', 'Juan'), 'non-dropping-particle': 'de la' }],
  ['Muhammad al-Ghazali', { ...family('Ghazali', 'Muhammad'), 'non-dropping-particle': 'al-' }],
  ['{Badan Pusat Statistik}', literal('Badan Pusat Statistik')],
  [
    '{UNODC (United Nations Office on Drugs and Crime)}',
    literal('UNODC (United Nations Office on Drugs and Crime)'),
  ],
  ['{IOM} and {UNODC}', literal('IOM'), literal('UNODC')],
  ['{Barnes \\& Noble}', literal('Barnes & Noble')],
  ['King, Jr., Martin Luther', { ...family('King', 'Martin Luther'), suffix: 'Jr.' }],
  ['Omega, Rita and others', family('Omega', 'Rita'), family('others')],
  ['Omega, Rita and dkk.', family('Omega', 'Rita'), family('others')],
  ['Omega, Rita, dkk', family('Omega', 'Rita'), family('others')],
  ['Omega et al.', family('Omega'), family('others')],
  // These may be titles, and may be initials: nothing is said.
  ['Nasution, S.H.', family('Nasution', 'S.H.')],
  ['Nasution, M.A.', family('Nasution', 'M.A.')],
  ['Van Dyke, S.H.', family('Van Dyke', 'S.H.')],
  ['García Lorca, M.A.', family('García Lorca', 'M.A.')],
  ['Lincoln, Y. S.', family('Lincoln', 'Y. S.')],
  ['H. Agus Salim', family('Salim', 'H. Agus')],
  ['K.H. Dewantara', family('Dewantara', 'K.H.')],
  ['Irwan Prayitno', family('Prayitno', 'Irwan')],
  ['Roy Kantor', family('Kantor', 'Roy')],
  ['Banks, Roy', family('Banks', 'Roy')],
  ['Melati Dr. Suwandi', family('Suwandi', 'Melati Dr.')],
]

const TITLED: readonly Row[] = [
  ['Prof. Dr. Budi Santoso, S.H., M.Si.', family('Santoso', 'Budi')],
  ['Prof.Dr.Budi Santoso', family('Santoso', 'Budi')],
  ['Santoso, Budi, S.H., M.Si.', family('Santoso', 'Budi')],
  ['Santoso, Prof. Dr. Budi', family('Santoso', 'Budi')],
  ['Santoso, Prof. Dr.', family('Santoso')],
  ['Budi Santoso, S.H.', family('Santoso', 'Budi')],
  ['Budi Santoso, S.H. M.Hum.', family('Santoso', 'Budi')],
  ['Dr. H. Agus Salim, M.A.', family('Salim', 'Agus')],
  ['H. Dr. Agus Salim', family('Salim', 'Agus')],
  ['Drs. Mohammad Hatta', family('Hatta', 'Mohammad')],
  ['Ir. Soekarno', family('Soekarno')],
  ['KH. Ahmad Dahlan', family('Dahlan', 'Ahmad')],
  ['Sari, Dewi, M.Pd.I.', family('Sari', 'Dewi')],
  ['Dewi Sari, Ph.D.', family('Sari', 'Dewi')],
  ['Wijaya, Adi, S.E., M.M., Ak., CA', family('Wijaya', 'Adi')],
]

const BODIES = [
  'Kementerian Luar Negeri Republik Indonesia',
  'Badan Pusat Statistik',
  'Bank Indonesia',
  'Universitas Gadjah Mada',
  'Kementerian Pertahanan dan Keamanan',
  'World Health Organization',
  'International Organization for Migration',
  'Amnesty International',
]

it.each(each(RIGHT))('$typed is read without a word', async ({ typed, names }) => {
  expect(await read(typed)).toMatchObject({ names, told: [] })
})

it.each(each(TITLED))('$typed loses its titles, which is told', async ({ typed, names }) => {
  expect(await read(typed)).toMatchObject({ names, told: ['person-titles'] })
})

it.each(BODIES)('%s is a body, and braces are asked for', async (name) => {
  const { names, told, diagnostics } = await read(name)
  expect({ names, told }).toEqual({ names: [literal(name)], told: ['unbraced-body'] })
  expect(diagnostics[0]?.hint?.id).toContain(`{{${name}}}`)
})

it.each([
  ['Hartana dan Made Dwi Wahyuni', [family('Hartana'), family('Wahyuni', 'Made Dwi')]],
  ['Santoso, A.; Wahyuni, B.', [family('Santoso', 'A.'), family('Wahyuni', 'B.')]],
])('%s is parted, and “and” asked for', async (typed, names) => {
  expect(await read(typed)).toMatchObject({ names, told: ['name-separator'] })
})

describe('names in CSL', () => {
  it('lose their titles too, and bodies written like people are put right', async () => {
    const text = JSON.stringify([
      {
        id: 'a',
        type: 'document',
        title: 'Judul',
        author: [
          { family: 'Santoso', given: 'Prof. Dr. Budi', suffix: 'M.Si.' },
          { family: 'Negeri', given: 'Kementerian Luar' },
          { family: 'Nasution', given: 'S.H.' },
          { literal: 'Dr. Sutomo' },
        ],
      },
    ])
    const { value, diagnostics } = await readBibliography([{ path: 'a.json', text }])
    expect(value.get('a')?.item.author).toEqual([
      family('Santoso', 'Budi'),
      literal('Kementerian Luar Negeri'),
      family('Nasution', 'S.H.'),
      literal('Sutomo'),
    ])
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual([
      'bibliography/person-titles',
      'bibliography/unbraced-body',
      'bibliography/person-titles',
    ])
  })
})
