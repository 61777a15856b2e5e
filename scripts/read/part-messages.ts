/** What the read stage says about the files that parts of a thesis are made from. */
import { message } from '../diagnostics.ts'

export const severalFiles = message<{ part: string }>({
  id: 'front/several-files',
  severity: 'error',
  title: { id: 'Beberapa berkas untuk satu bagian', en: 'Several files for one part' },
  text: ({ part }) => ({
    id: `“${part}” menyebut beberapa berkas; daftar hanya diterima untuk gambar hasil pindai.`,
    en: `“${part}” names several files; a list is accepted for scanned images alone.`,
  }),
  hint: () => ({
    id: 'Sebut satu berkas Markdown atau HTML, atau satu atau beberapa gambar.',
    en: 'Name one Markdown or HTML file, or one or more images.',
  }),
})

export const partOverridden = message<{ path: string; used: string }>({
  id: 'front/two-files',
  severity: 'warning',
  title: { id: 'Dua berkas untuk satu bagian', en: 'Two files for one part' },
  text: ({ path, used }) => ({
    id: `“${path}” tidak dipakai: bagian yang sama sudah ditulis di “${used}”.`,
    en: `“${path}” is not used: “${used}” is the same part already.`,
  }),
  hint: () => ({
    id: 'Hapus salah satu, atau sebut yang dipakai pada `front:` di naskah.yaml.',
    en: 'Delete one of them, or name the one to use under `front:` in naskah.yaml.',
  }),
})

export const pageTooLong = message<{ path: string; letters: number; most: number }>({
  id: 'front/too-long',
  severity: 'error',
  title: { id: 'Halaman HTML terlalu panjang', en: 'A page in HTML is too long' },
  text: ({ path, letters, most }) => ({
    id: `“${path}” berisi ${letters} huruf; sebuah halaman paling banyak ${most}.`,
    en: `“${path}” has ${letters} letters; a page has ${most} at most.`,
  }),
  hint: () => ({
    id: 'Simpan gambar sebagai berkas tersendiri, dan teks yang panjang sebagai Markdown.',
    en: 'Save images as files of their own, and long text as Markdown.',
  }),
})
