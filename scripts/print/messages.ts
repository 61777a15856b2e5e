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

export const moved = message<{ what: string; page: string }>({
  id: 'pdf/moved',
  severity: 'error',
  title: { id: 'Letak di PDF bergeser', en: 'Something moved in the PDF' },
  text: ({ what, page }) => ({
    id: `“${what}” di halaman ${page} tidak tercetak pada tinggi yang disusun.`,
    en: `“${what}” on page ${page} is not printed at the height it was laid out.`,
  }),
  hint: () => faultOfProgram,
})

export const lineMoved = message<{ page: string; start: string }>({
  id: 'pdf/line-moved',
  severity: 'error',
  title: { id: 'Teks halaman bergeser', en: 'The text of a page moved' },
  text: ({ page, start }) => ({
    id: `Baris terakhir halaman ${page} (“${start} …”) tidak tercetak pada tinggi yang disusun.`,
    en: `The last line of page ${page} (“${start} …”) is not printed at the height it was laid out.`,
  }),
  hint: () => faultOfProgram,
})

export const wrongMargins = message<{ page: string; planned: string; found: string }>({
  id: 'pdf/margins',
  severity: 'error',
  title: { id: 'Tepi halaman tercetak salah', en: 'The margin of a page is printed wrong' },
  text: ({ page, planned, found }) => ({
    id: `Di tepi halaman ${page} seharusnya tercetak ${quoted(planned, 'id')}, yang tercetak ${quoted(found, 'id')}.`,
    en: `The margin of page ${page} should read ${quoted(planned, 'en')} and reads ${quoted(found, 'en')}.`,
  }),
  hint: () => faultOfProgram,
})

export const wrongNumber = message<{ page: string; planned: string; found: string }>({
  id: 'pdf/list-number',
  severity: 'error',
  title: { id: 'Nomor halaman di daftar tercetak salah', en: 'A page number of a list is printed wrong' },
  text: ({ page, planned, found }) => ({
    id: `Di halaman ${page} seharusnya tercetak nomor ${quoted(planned, 'id')}, yang tercetak ${quoted(found, 'id')}.`,
    en: `On page ${page} the number should read ${quoted(planned, 'en')} and reads ${quoted(found, 'en')}.`,
  }),
  hint: () => faultOfProgram,
})

export const lettersDiffer = message<{ page: string; start: string; missing: number; extra: number }>({
  id: 'pdf/text',
  severity: 'error',
  title: { id: 'Teks halaman hilang atau berganda', en: 'Text of a page is lost or doubled' },
  text: ({ page, start, missing, extra }) => ({
    id: `Halaman ${page} (“${start} …”) tidak memuat teks yang disusun untuknya: ${missing} huruf hilang, ${extra} huruf berlebih.`,
    en: `Page ${page} (“${start} …”) does not hold the text laid out for it: ${missing} letters lost, ${extra} too many.`,
  }),
  hint: () => faultOfProgram,
})

export const lostNote = message<{ number: string }>({
  id: 'pdf/lost-note',
  severity: 'error',
  title: { id: 'Catatan kaki tidak ada di PDF', en: 'A footnote is not in the PDF' },
  text: ({ number }) => ({
    id: `Catatan kaki ${number} atau panggilannya tidak ditemukan di PDF.`,
    en: `Footnote ${number} or its call was not found in the PDF.`,
  }),
  hint: () => ({
    id: 'Bila catatannya memuat gambar atau tabel yang lebih tinggi daripada halaman, pindahkan isinya ke dalam teks. Bila tidak, ini kesalahan Naskah: tolong laporkan.',
    en: 'If the note holds a picture or table taller than a page, move it into the text. If not, this is a fault of Naskah: please report it.',
  }),
})

export const noteElsewhere = message<{ number: string; call: string; note: string }>({
  id: 'pdf/note-page',
  severity: 'error',
  title: { id: 'Catatan kaki di tempat yang salah', en: 'A footnote is in the wrong place' },
  text: ({ number, call, note }) => ({
    id: `Catatan kaki ${number} dipanggil di halaman ${call} dan tercetak di halaman ${note}, tidak seperti yang disusun.`,
    en: `Footnote ${number} is called on page ${call} and printed on page ${note}, not as it was laid out.`,
  }),
  hint: () => faultOfProgram,
})

export const lateNote = message<{ number: string; call: string; note: string }>({
  id: 'footnote/late',
  severity: 'warning',
  title: { id: 'Catatan kaki mulai di halaman berikutnya', en: 'A footnote begins on a later page' },
  text: ({ number, call, note }) => ({
    id: `Catatan kaki ${number} dipanggil di halaman ${call}, tetapi baru mulai di halaman ${note}: tempat di kaki halaman tidak cukup.`,
    en: `Footnote ${number} is called on page ${call} but begins on page ${note}: there is no room at the foot of the page.`,
  }),
  hint: () => ({
    id: 'Persingkat catatan di halaman itu, atau pindahkan isinya ke dalam teks. Di tabel panjang, pakai baris “Catatan:” di bawah tabel.',
    en: 'Shorten the notes of that page or move them into the text. In a long table, use a line of notes below it.',
  }),
})

export const brokenTable = message<{ start: string }>({
  id: 'pdf/narrow-table',
  severity: 'warning',
  title: { id: 'Kata di tabel dipotong agar muat', en: 'Words of a table are broken to make it fit' },
  text: ({ start }) => ({
    id: `Tabel “${start} …” lebih lebar daripada halaman. Hurufnya dikecilkan dan katanya dipotong agar muat.`,
    en: `The table “${start} …” is wider than the page. It is set smaller and its words are broken to make it fit.`,
  }),
  hint: () => widerPage,
})

export const tooWide = message<{ start: string }>({
  id: 'pdf/too-wide',
  severity: 'error',
  title: { id: 'Lebih lebar daripada halaman', en: 'Wider than the page' },
  text: ({ start }) => ({
    id: `Tabel atau gambar yang berisi “${start} …” lebih lebar daripada halaman: sebagian isinya tidak tercetak.`,
    en: `The table or figure with “${start} …” is wider than the page: a part of it is not printed.`,
  }),
  hint: () => widerPage,
})

export const wideFormula = message<{ tex: string }>({
  id: 'pdf/wide-formula',
  severity: 'error',
  title: { id: 'Rumus lebih lebar daripada halaman', en: 'A formula is wider than the page' },
  text: ({ tex }) => ({
    id: `Rumus “${shortened(tex)}” lebih lebar daripada halaman meski sudah dikecilkan: sebagian tidak tercetak.`,
    en: `The formula “${shortened(tex)}” is wider than the page although it is set smaller: a part of it is not printed.`,
  }),
  hint: () => ({
    id: 'Bagi menjadi beberapa baris: \\begin{aligned} … &= … \\\\ &\\quad + … \\end{aligned}; rumus panjang di dalam kalimat, tulis dengan $$ … $$.',
    en: 'Divide it into lines: \\begin{aligned} … &= … \\\\ &\\quad + … \\end{aligned}; write a long formula inside a sentence with $$ … $$.',
  }),
})

function shortened(tex: string): string {
  return tex.length > 60 ? `${tex.slice(0, 60)} …` : tex
}

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

function quoted(text: string, language: 'id' | 'en'): string {
  if (text === '') return language === 'id' ? 'kosong' : 'nothing'
  return `“${text}”`
}

const widerPage = {
  id: 'Taruh di halaman lanskap dengan {.landscape} di ujung judul tabelnya, kurangi kolomnya, atau pecah menjadi dua tabel.',
  en: 'Put it on a landscape page with {.landscape} at the end of its caption, use fewer columns, or make two tables of it.',
}

const faultOfProgram = {
  id: 'Ini kesalahan Naskah, bukan kesalahan Anda. Tolong laporkan beserta naskahnya.',
  en: 'This is a fault of Naskah, not yours. Please report it together with the thesis.',
}

export const lostPdfPage = message<{ pages: readonly number[] }>({
  id: 'pdf/lost-page',
  severity: 'error',
  title: { id: 'Halaman sisipan hilang', en: 'A page set in is lost' },
  text: ({ pages }) => ({
    id: `Halaman PDF yang disisipkan (halaman ${pages.join(', ')}) tidak ada dalam berkas hasil.`,
    en: `Pages of a PDF that were to be set in (page ${pages.join(', ')}) are not in the finished file.`,
  }),
  hint: () => ({
    id: 'Ini kesalahan Naskah; laporkan bersama berkas PDF-nya. Sementara itu, sisipkan halamannya sebagai gambar.',
    en: 'This is a fault of Naskah; please report it with the PDF. Meanwhile, show the pages as images.',
  }),
})

export const ownFont = message<{ font: string }>({
  id: 'pdf/own-font',
  severity: 'info',
  title: { id: 'Huruf dari komputer ini', en: 'A font of this computer' },
  text: ({ font }) => ({
    id: `Naskah dicetak dengan huruf “${font}” yang terpasang di komputer ini.`,
    en: `The thesis is printed with the font “${font}” of this computer.`,
  }),
  hint: () => ({
    id: 'Di komputer lain, huruf dengan nama yang sama dapat memecah baris di tempat lain.',
    en: 'On another computer a font of the same name may end lines elsewhere.',
  }),
})

export const fontNotInstalled = message<{ font: string; instead: string }>({
  id: 'pdf/font-not-installed',
  severity: 'warning',
  title: { id: 'Huruf tidak terpasang', en: 'Font not installed' },
  text: ({ font, instead }) => ({
    id: `Huruf “${font}” yang diminta naskah.yaml tidak terpasang di komputer ini; dipakai ${instead}.`,
    en: `The font “${font}” that naskah.yaml asks for is not installed on this computer; ${instead} is used.`,
  }),
  hint: ({ instead }) => ({
    id: `Pasang hurufnya, atau hapus “font” dari naskah.yaml: ${instead} selebar Times New Roman dan ikut tertanam di PDF.`,
    en: `Install it, or remove “font” from naskah.yaml: ${instead} is as wide as Times New Roman and embedded in the PDF.`,
  }),
})
