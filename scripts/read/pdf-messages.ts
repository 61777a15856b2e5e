/** What is said of PDF files whose pages are set in. */
import { message } from '../diagnostics.ts'

export const badPdf = message<{ path: string; bytes: number }>({
  id: 'image/pdf-unreadable',
  severity: 'error',
  title: { id: 'Berkas PDF tidak terbaca', en: 'PDF cannot be read' },
  text: ({ path, bytes }) => ({
    id: `“${path}” (${bytes} bita) bukan PDF yang dapat dibaca.`,
    en: `“${path}” (${bytes} bytes) is not a PDF that can be read.`,
  }),
  hint: () => ({
    id: 'Buka berkas itu dan simpan ulang sebagai PDF (cetak ke PDF), atau sisipkan gambarnya sebagai PNG atau JPEG.',
    en: 'Open the file and save it again as a PDF (print to PDF), or show it as a PNG or JPEG image.',
  }),
})

export const lockedPdf = message<{ path: string }>({
  id: 'image/pdf-locked',
  severity: 'error',
  title: { id: 'Berkas PDF terkunci', en: 'PDF is locked' },
  text: ({ path }) => ({
    id: `“${path}” dikunci dengan sandi; halamannya tidak dapat disisipkan.`,
    en: `“${path}” is encrypted; its pages cannot be set in.`,
  }),
  hint: () => ({
    id: 'Simpan salinannya tanpa sandi (cetak ke PDF), lalu pakai salinan itu.',
    en: 'Save a copy without encryption (print to PDF) and use that.',
  }),
})

export const noSuchPdfPage = message<{ path: string; wanted: string; count: number }>({
  id: 'image/pdf-page',
  severity: 'error',
  title: { id: 'Halaman PDF tidak ada', en: 'No such page in a PDF' },
  text: ({ path, wanted, count }) => ({
    id: `“${path}” mempunyai ${count} halaman; “#page=${wanted}” tidak menunjuk halaman di dalamnya.`,
    en: `“${path}” has ${count} pages; “#page=${wanted}” names none of them.`,
  }),
  hint: ({ path }) => ({
    id: `Tulis misalnya ${path}#page=1 atau ${path}#page=1-2, atau tanpa #page untuk semua halaman.`,
    en: `Write ${path}#page=1 or ${path}#page=1-2, or no #page at all for every page.`,
  }),
})
