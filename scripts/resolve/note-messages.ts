/** What is said about footnotes. */
import { didYouMean, message } from '../diagnostics.ts'

export const undefinedNote = message<{ label: string; near: readonly string[] }>({
  id: 'footnote/undefined',
  severity: 'error',
  title: { id: 'Catatan kaki yang dipanggil tidak ada', en: 'A footnote is called that does not exist' },
  text: ({ label }) => ({
    id: `Catatan kaki “[^${label}]” dipanggil di sini, tetapi isinya tidak ada di berkas ini.`,
    en: `The footnote “[^${label}]” is called here, but this file has no note of that name.`,
  }),
  hint: ({ label, near }) =>
    didYouMean(
      near.map((name) => `[^${name}]`),
      {
        id: `Tulis isinya di berkas yang sama, pada baris tersendiri: “[^${label}]: …”. Jika bukan catatan kaki, tulis “\\[^${label}]”.`,
        en: `Write it in the same file, on a line of its own: “[^${label}]: …”. If it is no footnote, write “\\[^${label}]”.`,
      },
    ),
})

export const unusedNote = message<{ label: string }>({
  id: 'footnote/unused',
  severity: 'warning',
  title: { id: 'Catatan kaki tidak dipanggil', en: 'A footnote is never called' },
  text: ({ label }) => ({
    id: `Catatan kaki “[^${label}]” tidak dipanggil di berkas ini, jadi tidak tercetak.`,
    en: `The footnote “[^${label}]” is not called in this file, so it is not printed.`,
  }),
  hint: ({ label }) => ({
    id: `Tulis “[^${label}]” di tempat catatan itu dipanggil, atau hapus catatannya.`,
    en: `Write “[^${label}]” where the note is called, or remove the note.`,
  }),
})

export const duplicateNote = message<{ label: string; line: number }>({
  id: 'footnote/duplicate',
  severity: 'error',
  title: { id: 'Nama catatan kaki dipakai dua kali', en: 'The name of a footnote is used twice' },
  text: ({ label, line }) => ({
    id: `Catatan kaki “[^${label}]” sudah ada pada baris ${line}; yang ini tidak akan tercetak.`,
    en: `The footnote “[^${label}]” already stands on line ${line}; this one would not be printed.`,
  }),
  hint: () => ({
    id: 'Beri salah satunya nama lain, juga di tempat ia dipanggil.',
    en: 'Give one of them another name, where it is called too.',
  }),
})

export const nestedNote = message<{ call: string }>({
  id: 'footnote/nested',
  severity: 'error',
  title: { id: 'Catatan kaki di dalam catatan kaki', en: 'A footnote inside a footnote' },
  text: ({ call }) => ({
    id: `“${call}” dipanggil di dalam catatan kaki; catatan kaki tidak dapat memiliki catatan kaki.`,
    en: `“${call}” is called inside a footnote; a footnote cannot have footnotes.`,
  }),
  hint: () => ({
    id: 'Gabungkan isinya dengan catatan yang memanggilnya.',
    en: 'Merge its text with the note that calls it.',
  }),
})

export const emptyNote = message<{ note: string }>({
  id: 'footnote/empty',
  severity: 'warning',
  title: { id: 'Catatan kaki tanpa isi', en: 'A footnote without text' },
  text: ({ note }) => ({
    id: `Catatan kaki “${note}” tidak berisi apa-apa.`,
    en: `The footnote “${note}” has no text.`,
  }),
  hint: () => ({
    id: 'Tulis isinya, atau hapus catatan beserta panggilannya.',
    en: 'Write it, or remove the note and its call.',
  }),
})
