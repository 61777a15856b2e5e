/** What the resolving of citations says. */
import { didYouMean, message } from '../../diagnostics.ts'
import type { Text } from '../../model.ts'

export const unknownCitationKey = message<{ key: string; near: readonly string[] }>({
  id: 'citation/unknown-key',
  severity: 'error',
  title: { id: 'Kunci sitasi tidak ada di pustaka', en: 'Citation key not in the bibliography' },
  text: ({ key }) => ({
    id: `“@${key}” tidak ada di berkas pustaka.`,
    en: `“@${key}” is not in the bibliography.`,
  }),
  hint: ({ key, near }) =>
    didYouMean(near, {
      id: `Tambahkan entri “${key}” ke berkas pustaka, atau periksa ejaan kuncinya.`,
      en: `Add an entry “${key}” to the bibliography, or check the spelling of the key.`,
    }),
})

export const unknownStyle = message<{ name: string; known: readonly string[]; near: readonly string[] }>({
  id: 'citation/unknown-style',
  severity: 'error',
  title: { id: 'Gaya sitasi tidak dikenal', en: 'Unknown citation style' },
  text: ({ name }) => ({
    id: `Gaya sitasi “${name}” tidak dikenal.`,
    en: `There is no citation style “${name}”.`,
  }),
  hint: ({ known, near }) =>
    didYouMean(near, {
      id: `Pakai ${known.join(', ')}, atau jalur ke berkas .csl di folder skripsi.`,
      en: `Use ${known.join(', ')}, or the path of a .csl file in the thesis folder.`,
    }),
})

const WHOLE_STYLE: Text = {
  id: 'Unduh gaya yang lengkap (bukan gaya turunan) dari zotero.org/styles, atau pakai “apa”.',
  en: 'Download a complete style (not a dependent one) from zotero.org/styles, or use “apa”.',
}

export const unusableStyle = message<{ reason: string }>({
  id: 'citation/unusable-style',
  severity: 'error',
  title: { id: 'Gaya sitasi tidak dapat dipakai', en: 'Citation style cannot be used' },
  text: ({ reason }) => ({
    id: `Berkas gaya sitasi (.csl) tidak dapat dipakai: ${reason}`,
    en: `The citation style (.csl) cannot be used: ${reason}`,
  }),
  hint: () => WHOLE_STYLE,
})

export const styleChanged = message<{ what: string; times: number; found: number }>({
  id: 'citation/style-changed',
  severity: 'warning',
  title: { id: 'Gaya sitasi terpasang berbeda', en: 'The installed citation style differs' },
  text: ({ what, times, found }) => ({
    id: `Penyesuaian gaya sitasi bawaan (${what}) seharusnya berlaku ${times} kali, tetapi ${found} kali.`,
    en: `An edit of the style that comes along (${what}) should apply ${times} times but applied ${found} times.`,
  }),
  hint: () => ({
    id: 'Pasang kembali paket dengan versi dari package-lock.json; periksa daftar pustaka.',
    en: 'Install the versions of package-lock.json again; check the list of references.',
  }),
})

export const styleNotXml = message<object>({
  id: 'citation/style-not-csl',
  severity: 'error',
  title: { id: 'Berkas .csl bukan gaya sitasi', en: 'A .csl file that is no citation style' },
  text: () => ({
    id: 'Isi berkas ini bukan gaya sitasi: elemen <style> tidak ditemukan.',
    en: 'What this file holds is no citation style: it has no element <style>.',
  }),
  hint: () => WHOLE_STYLE,
})

export const styleIsHtml = message<object>({
  id: 'citation/style-is-html',
  severity: 'error',
  title: { id: 'Berkas .csl berisi halaman web', en: 'A .csl file that holds a web page' },
  text: () => ({
    id: 'Berkas ini halaman web (HTML), bukan gaya sitasi.',
    en: 'This file is a web page (HTML), no citation style.',
  }),
  hint: () => ({
    id: 'Unduh kembali dari zotero.org/styles: klik nama gayanya, bukan menyimpan halamannya. Di GitHub, pakai tombol “Raw”.',
    en: 'Download it again from zotero.org/styles: click the name of the style instead of saving the page. On GitHub, use the button “Raw”.',
  }),
})

export const styleIsLocale = message<object>({
  id: 'citation/style-is-locale',
  severity: 'error',
  title: { id: 'Berkas .csl berisi istilah, bukan gaya', en: 'A .csl file that holds terms, not a style' },
  text: () => ({
    id: 'Berkas ini berisi istilah suatu bahasa (locale), bukan gaya sitasi.',
    en: 'This file holds the terms of a language (a locale), no citation style.',
  }),
  hint: () => ({
    id: 'Istilah bahasa Indonesia sudah ada di dalam program. Berikan berkas gaya, misalnya apa.csl, atau nama gaya bawaan.',
    en: 'The program knows the Indonesian terms by itself. Give the file of a style, for example apa.csl, or the name of a built-in one.',
  }),
})

export const brokenStyle = message<{
  opened?: { name: string; line: number }
  closed?: string
}>({
  id: 'citation/style-broken',
  severity: 'error',
  title: { id: 'Berkas .csl rusak atau terpotong', en: 'A .csl file that is broken or cut off' },
  text: ({ opened, closed }) => {
    const tag = opened && `<${opened.name}>`
    if (closed !== undefined) {
      return tag
        ? {
            id: `${tag} dari baris ${opened.line} ditutup oleh </${closed}>.`,
            en: `${tag} of line ${opened.line} is closed by </${closed}>.`,
          }
        : {
            id: `</${closed}> menutup apa yang tidak dibuka.`,
            en: `</${closed}> closes what was not opened.`,
          }
    }
    return tag
      ? {
          id: `Berkas rusak atau terpotong di sini: ${tag} dari baris ${opened.line} tidak ditutup.`,
          en: `The file is broken or cut off here: ${tag} of line ${opened.line} is not closed.`,
        }
      : { id: 'Berkas ini bukan XML yang utuh.', en: 'This file is no whole XML.' }
  },
  hint: () => ({
    id: 'Unduh kembali gayanya dari zotero.org/styles; jika disunting sendiri, perbaiki baris ini.',
    en: 'Download the style again from zotero.org/styles; if you edited it yourself, mend this line.',
  }),
})

export const styleWithoutCitation = message<object>({
  id: 'citation/style-without-citation',
  severity: 'error',
  title: { id: 'Gaya sitasi tanpa <citation>', en: 'A citation style without <citation>' },
  text: () => ({
    id: 'Gaya ini tidak berisi <citation> dengan <layout>, jadi tidak dapat menyusun sitasi.',
    en: 'This style has no <citation> with a <layout>, so it cannot make citations.',
  }),
  hint: () => WHOLE_STYLE,
})

export const styleWithoutList = message<object>({
  id: 'citation/style-without-list',
  severity: 'warning',
  title: { id: 'Gaya sitasi tanpa daftar pustaka', en: 'A citation style without a list of references' },
  text: () => ({
    id: 'Gaya ini tidak berisi <bibliography>: Daftar Pustaka akan kosong.',
    en: 'This style has no <bibliography>: the list of references will be empty.',
  }),
  hint: () => ({
    id: 'Pilih gaya yang juga menyusun daftar pustaka, misalnya “footnote-modern”.',
    en: 'Choose a style that makes a list too, for example “footnote-modern”.',
  }),
})

export const dependentStyle = message<{ parent: string; near: string | undefined }>({
  id: 'citation/dependent-style',
  severity: 'error',
  title: { id: 'Gaya sitasi turunan', en: 'A dependent citation style' },
  text: ({ parent }) => ({
    id: `Berkas ini hanya nama lain dari gaya “${parent}” dan tidak berisi aturan apa pun.`,
    en: `This file is only another name of the style “${parent}” and holds no rules.`,
  }),
  hint: ({ parent, near }) => ({
    id: `Unduh zotero.org/styles/${parent} dan pakai berkas itu${near === undefined ? '' : `, atau gaya bawaan “${near}”, yang serupa`}.`,
    en: `Download zotero.org/styles/${parent} and use that file${near === undefined ? '' : `, or the built-in style “${near}”, which is like it`}.`,
  }),
})

export const parentInstead = message<{ parent: string }>({
  id: 'citation/parent-style',
  severity: 'info',
  title: { id: 'Gaya turunan diganti gaya bawaan', en: 'A built-in style for a dependent one' },
  text: ({ parent }) => ({
    id: `Berkas ini hanya nama lain dari gaya “${parent}”; yang dipakai gaya bawaan dengan nama itu.`,
    en: `This file is only another name of the style “${parent}”; the built-in one of that name is used.`,
  }),
  hint: ({ parent }) => ({
    id: `Tulis saja “style: ${parent}”.`,
    en: `Simply write “style: ${parent}”.`,
  }),
})
