import { faultsOf, type Wanted } from '../outline/faults.ts'
import { marks, named, quotedList, wantedName } from '../outline/phrases.ts'
import { defineRule, ruleMessage } from '../rule.ts'

const title = ruleMessage<{ wanted: Wanted; found: { number: string; title: string } }>({
  text: ({ wanted, found }) =>
    found.title === ''
      ? {
          id: `“${named(found)}” tidak berjudul; di sini diharapkan “${wantedName(wanted)}”.`,
          en: `“${named(found)}” has no title; “${wantedName(wanted)}” is expected here.`,
        }
      : {
          id: `Judul “${named(found)}” tidak sesuai kerangka; di sini diharapkan “${wantedName(wanted)}”.`,
          en: `The title “${named(found)}” is not that of the outline; “${wantedName(wanted)}” is expected here.`,
        },
  hint: ({ wanted: { section, depth } }) => {
    const aliases = section.aliases ?? []
    const also = aliases.length > 0
    return {
      id: `Tulis “${marks(depth)} ${section.title}”${also ? `; diterima juga ${quotedList(aliases)}` : ''}.`,
      en: `Write “${marks(depth)} ${section.title}”${also ? `; ${quotedList(aliases)} will do as well` : ''}.`,
    }
  },
})

/** A title that is neither the canonical one nor an alias. Case, spaces, punctuation and accents do not count. */
export const outlineTitle = defineRule({
  id: 'outline/title',
  severity: 'error',
  title: { id: 'Judul tidak sesuai kerangka', en: 'A title differs from the outline' },
  why: {
    id: 'Judul baku membuat bagian itu ditemukan; salah ketik di judul ikut tercetak di daftar isi.',
    en: 'By its standard title a section is found; a typo in a title is printed in the contents too.',
  },
  messages: { title },
  check(thesis, report) {
    for (const { wanted, heading } of faultsOf(thesis.faults, 'title')) {
      const { file, place } = heading
      report(title, { wanted, found: heading }, { file, place, expected: wanted.section.title })
    }
  },
})
