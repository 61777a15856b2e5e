/** What the print stage says. */
import { message } from '../diagnostics.ts'

export const wrongPage = message<{ entry: string; planned: string; found: string }>({
  id: 'pdf/wrong-page',
  severity: 'error',
  title: { id: 'Nomor halaman di daftar tidak benar', en: 'A page number in a list is wrong' },
  text: ({ entry, planned, found }) => ({
    id: `Daftar menyebut “${entry}” di halaman ${planned}, padahal di PDF ada di halaman ${found}.`,
    en: `The lists say “${entry}” is on page ${planned}, but in the PDF it is on page ${found}.`,
  }),
  hint: () => faultOfProgram,
})

export const lostAnchor = message<{ entry: string }>({
  id: 'pdf/lost-anchor',
  severity: 'error',
  title: { id: 'Judul di daftar tidak ada di PDF', en: 'An entry of a list is not in the PDF' },
  text: ({ entry }) => ({
    id: `“${entry}” ada di daftar, tetapi tidak ditemukan di PDF.`,
    en: `“${entry}” is in a list but was not found in the PDF.`,
  }),
  hint: () => faultOfProgram,
})

export const wrongPageCount = message<{ planned: number; found: number }>({
  id: 'pdf/page-count',
  severity: 'error',
  title: { id: 'Jumlah halaman tidak cocok', en: 'The number of pages differs' },
  text: ({ planned, found }) => ({
    id: `PDF berisi ${found} halaman, padahal direncanakan ${planned}.`,
    en: `The PDF has ${found} pages, but ${planned} were planned.`,
  }),
  hint: () => faultOfProgram,
})

export const tooWide = message<{ start: string }>({
  id: 'pdf/too-wide',
  severity: 'warning',
  title: { id: 'Lebih lebar daripada halaman', en: 'Wider than the page' },
  text: ({ start }) => ({
    id: `Tabel atau gambar yang berisi “${start} …” lebih lebar daripada halaman; tepinya terpotong.`,
    en: `The table or figure with “${start} …” is wider than the page; its edge is cut off.`,
  }),
  hint: () => ({
    id: 'Kurangi kolomnya, persingkat isinya, atau pecah menjadi dua tabel.',
    en: 'Use fewer columns, shorten their text, or make two tables of it.',
  }),
})

export const noFont = message<{ fonts: readonly string[] }>({
  id: 'pdf/font',
  severity: 'error',
  title: { id: 'Huruf tidak termuat', en: 'A font could not be loaded' },
  text: ({ fonts }) => ({
    id: `Huruf ${fonts.join(', ')} tidak dapat dimuat peramban.`,
    en: `The browser could not load the font ${fonts.join(', ')}.`,
  }),
  hint: () => ({
    id: 'Jalankan `naskah doctor`, atau pasang ulang dengan `npm ci`.',
    en: 'Run `naskah doctor`, or install again with `npm ci`.',
  }),
})

export const browserDied = message<{ reason: string }>({
  id: 'browser/died',
  severity: 'error',
  title: { id: 'Peramban berhenti di tengah jalan', en: 'The browser stopped half-way' },
  text: ({ reason }) => ({
    id: `Peramban berhenti dua kali saat mencetak (${reason}).`,
    en: `The browser stopped twice while printing (${reason}).`,
  }),
  hint: () => ({
    id: 'Biasanya memori habis: tutup program lain, perkecil gambar yang besar, lalu coba lagi.',
    en: 'Memory is usually the cause: close other programs, shrink large images, and try again.',
  }),
})

const faultOfProgram = {
  id: 'Ini kesalahan Naskah, bukan kesalahan Anda. Tolong laporkan beserta naskahnya.',
  en: 'This is a fault of Naskah, not yours. Please report it together with the thesis.',
}
