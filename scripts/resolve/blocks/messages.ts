/** What is said about divs and quotations. */
import { didYouMean, message } from '../../diagnostics.ts'

export const unclosedDiv = message({
  id: 'block/unclosed',
  severity: 'error',
  title: { id: 'Bagian berpagar tidak ditutup', en: 'A fenced div is not closed' },
  text: () => ({
    id: 'Bagian yang dibuka dengan ::: di sini tidak ditutup.',
    en: 'The part opened with ::: here is not closed.',
  }),
  hint: () => ({
    id: 'Tambahkan satu baris berisi ::: setelah isinya, di dalam daftar atau kutipan yang sama.',
    en: 'Add a line with ::: behind it, inside of the same list or quotation.',
  }),
})

export const unopenedDiv = message({
  id: 'block/unopened',
  severity: 'error',
  title: { id: 'Penutup ::: tanpa pembuka', en: 'A closing ::: without an opening one' },
  text: () => ({
    id: 'Baris ::: ini menutup bagian yang tidak pernah dibuka.',
    en: 'This ::: closes a part that was never opened.',
  }),
  hint: () => ({
    id: 'Hapus baris ini, atau beri nama pada pembukanya, misalnya ::: landscape.',
    en: 'Remove the line, or name what it opens, as in ::: landscape.',
  }),
})

export const deepDiv = message<{ deepest: number }>({
  id: 'block/too-deep',
  severity: 'warning',
  title: { id: 'Terlalu banyak bagian berpagar bersarang', en: 'Too many fenced divs inside of one another' },
  text: ({ deepest }) => ({
    id: `Bagian ::: ini berada di dalam ${deepest} bagian ::: lain; isinya dicetak tanpa bagian ini.`,
    en: `This ::: stands inside of ${deepest} others; what is in it is printed without it.`,
  }),
  hint: () => ({
    id: 'Tutup bagian yang sudah selesai dengan satu baris ::: sebelum membuka yang berikutnya.',
    en: 'Close each part that is done with a line of ::: before the next is opened.',
  }),
})

export const unreadableDiv = message<{ written: string }>({
  id: 'block/attributes',
  severity: 'warning',
  title: { id: 'Keterangan pada ::: tidak terbaca', en: 'What stands behind ::: cannot be read' },
  text: ({ written }) => ({
    id: `“${written}” di belakang ::: tidak dapat dibaca; isinya dicetak seperti biasa.`,
    en: `“${written}” behind ::: cannot be read; what is in it is printed as usual.`,
  }),
  hint: () => ({
    id: 'Tulis misalnya ::: {.center}, ::: {#nama .landscape}, atau ::: {lang=ar dir=rtl}.',
    en: 'Write ::: {.center}, ::: {#name .landscape} or ::: {lang=ar dir=rtl}, for instance.',
  }),
})

export const unknownClass = message<{ name: string; near: readonly string[]; known: readonly string[] }>({
  id: 'block/unknown-class',
  severity: 'info',
  title: { id: 'Nama bagian tidak dikenal', en: 'The name of a div is not known' },
  text: ({ name }) => ({
    id: `“${name}” tidak dikenal; isinya dicetak seperti biasa.`,
    en: `“${name}” is not known; what is in it is printed as usual.`,
  }),
  hint: ({ near, known }) =>
    didYouMean(near, { id: `Yang dikenal: ${known.join(', ')}.`, en: `Known are: ${known.join(', ')}.` }),
})

export const longInlineQuote = message<{ words: number; least: number }>({
  id: 'quote/long-inline',
  severity: 'info',
  title: { id: 'Kutipan panjang di dalam alinea', en: 'A long quotation within a paragraph' },
  text: ({ words, least }) => ({
    id: `Kutipan di alinea ini ${words} kata; menurut profil, kutipan ${least} kata atau lebih ditulis sebagai alinea tersendiri yang menjorok.`,
    en: `The quotation in this paragraph has ${words} words; by the profile, one of ${least} words and more stands by itself, stepped in.`,
  }),
  hint: () => ({
    id: 'Tulis kutipannya sebagai alinea yang diawali “> ”, tanpa tanda kutip.',
    en: 'Write it as a paragraph that begins with “> ”, without quotation marks.',
  }),
})
