/** What the resolving of citations says. */
import { didYouMean, message } from '../../diagnostics.ts'

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

export const unknownStyle = message<{ name: string; known: readonly string[] }>({
  id: 'citation/unknown-style',
  severity: 'error',
  title: { id: 'Gaya sitasi tidak dikenal', en: 'Unknown citation style' },
  text: ({ name }) => ({
    id: `Gaya sitasi “${name}” tidak dikenal.`,
    en: `There is no citation style “${name}”.`,
  }),
  hint: ({ known }) => ({
    id: `Pakai ${known.join(', ')}, atau jalur ke berkas .csl di folder skripsi.`,
    en: `Use ${known.join(', ')}, or the path of a .csl file in the thesis folder.`,
  }),
})

export const unusableStyle = message<{ reason: string }>({
  id: 'citation/unusable-style',
  severity: 'error',
  title: { id: 'Gaya sitasi tidak dapat dipakai', en: 'Citation style cannot be used' },
  text: ({ reason }) => ({
    id: `Berkas gaya sitasi (.csl) tidak dapat dipakai: ${reason}`,
    en: `The citation style (.csl) cannot be used: ${reason}`,
  }),
  hint: () => ({
    id: 'Unduh gaya yang lengkap (bukan gaya turunan) dari zotero.org/styles, atau pakai “apa”.',
    en: 'Download a complete style (not a dependent one) from zotero.org/styles, or use “apa”.',
  }),
})

export const styleChanged = message<{ what: string; times: number; found: number }>({
  id: 'citation/style-changed',
  severity: 'warning',
  title: { id: 'Gaya APA terpasang berbeda', en: 'The installed APA style differs' },
  text: ({ what, times, found }) => ({
    id: `Penyesuaian bahasa Indonesia pada gaya APA (${what}) seharusnya berlaku ${times} kali, tetapi ${found} kali.`,
    en: `An Indonesian edit of the APA style (${what}) should apply ${times} times but applied ${found} times.`,
  }),
  hint: () => ({
    id: 'Pasang kembali paket dengan versi dari package-lock.json; periksa daftar pustaka.',
    en: 'Install the versions of package-lock.json again; check the list of references.',
  }),
})
