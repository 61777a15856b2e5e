/** What is said about page templates that an author wrote. */
import { didYouMean, message, quoted } from '../../diagnostics.ts'
import type { Text } from '../../model.ts'
import type { TemplateFault } from './check-template.ts'

type Facts = Pick<TemplateFault, 'kind' | 'name' | 'near' | 'known'>

const FOUND: Readonly<Record<Facts['kind'], (name: string) => Text>> = {
  'unclosed-tag': (name) => ({
    id: `Tanda “${name}” tidak ditutup dengan “}}”.`,
    en: `The tag “${name}” is not closed with “}}”.`,
  }),
  'unclosed-section': (name) => ({
    id: `“{{#${name}}}” tidak ditutup dengan “{{/${name}}}”.`,
    en: `“{{#${name}}}” is not closed with “{{/${name}}}”.`,
  }),
  'unopened-section': (name) => ({
    id: `“{{/${name}}}” menutup bagian yang tidak dibuka dengan “{{#${name}}}”.`,
    en: `“{{/${name}}}” closes a section that “{{#${name}}}” never opened.`,
  }),
  delimiters: () => ({
    id: 'Tanda pembatas baru (`{{= =}}`) tidak terbaca.',
    en: 'The new delimiters (`{{= =}}`) cannot be read.',
  }),
  'unknown-name': (name) => ({
    id: `Tidak ada data bernama “${name}” untuk halaman ini.`,
    en: `There is no data called “${name}” for this page.`,
  }),
  'not-text': (name) => ({
    id: `“${name}” bukan teks, melainkan kumpulan data.`,
    en: `“${name}” is no text, but holds other data.`,
  }),
  'list-in-list': (name) => ({
    id: `Daftar “${name}” berada di dalam daftar lain.`,
    en: `The list “${name}” is inside another list.`,
  }),
  'unknown-partial': (name) => ({
    id: `Potongan “${name}” tidak ada.`,
    en: `There is no fragment “${name}”.`,
  }),
  'partial-in-partial': (name) => ({
    id: `Potongan “${name}” dipakai di dalam potongan lain.`,
    en: `The fragment “${name}” is used inside another fragment.`,
  }),
}

const FIX: Readonly<Partial<Record<Facts['kind'], Text>>> = {
  delimiters: {
    id: 'Tulis dua pembatas yang dipisahkan spasi, misalnya `{{=<% %>=}}`.',
    en: 'Write two delimiters with a blank between them, e.g. `{{=<% %>=}}`.',
  },
  'unclosed-tag': {
    id: 'Tulis tanda penutupnya, misalnya `{{title}}`.',
    en: 'Write what closes it, e.g. `{{title}}`.',
  },
  'unclosed-section': {
    id: 'Tambahkan tanda penutup itu; periksa juga ejaannya.',
    en: 'Add the closing tag; look at its spelling, too.',
  },
  'unopened-section': {
    id: 'Tambahkan tanda pembukanya atau hapus tanda ini.',
    en: 'Add the tag that opens it, or remove this one.',
  },
  'list-in-list': {
    id: 'Tutup daftar yang satu sebelum membuka yang lain.',
    en: 'Close one list before the other begins.',
  },
  'partial-in-partial': {
    id: 'Salin isinya ke sini, atau pakai kedua potongan itu pada halamannya.',
    en: 'Copy what it holds to this place, or use both fragments on the page itself.',
  },
}

export const badTemplate = message<Facts>({
  id: 'front/template',
  severity: 'error',
  title: { id: 'Templat halaman tidak terbaca', en: 'A page template cannot be read' },
  text: ({ kind, name }) => FOUND[kind](name),
  hint: ({ kind, near, known }) => {
    const fix = FIX[kind]
    if (fix) return fix
    if (known.length === 0) return { id: 'Hapus tanda ini.', en: 'Remove this tag.' }
    return didYouMean(near, { id: `Yang ada: ${quoted(known)}.`, en: `There are ${quoted(known)}.` })
  },
})
