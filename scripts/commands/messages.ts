/** What the commands themselves say. */
import { message } from '../diagnostics.ts'
import type { Text } from '../model.ts'

const NOT_ALLOWED: Text = { id: 'izin ditolak', en: 'permission denied' }
const NO_FOLDER: Text = {
  id: 'di tempat folder itu ada sebuah berkas',
  en: 'a file stands where the folder should be',
}

/** What the codes mean that a system gives as the reason. */
const REASONS: Readonly<Record<string, Text>> = {
  ENOSPC: { id: 'disk penuh', en: 'the disk is full' },
  EDQUOT: { id: 'kuota disk habis', en: 'the disk quota is used up' },
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: { id: 'disk hanya dapat dibaca', en: 'the disk is read-only' },
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  EISDIR: { id: 'di tempat berkas itu ada sebuah folder', en: 'a folder stands where the file should be' },
  EBUSY: { id: 'berkas itu sedang dipakai program lain', en: 'another program holds the file open' },
  ENAMETOOLONG: { id: 'namanya terlalu panjang', en: 'its name is too long' },
}

/** `ENOSPC: no space left on device, write '/tmp/…'` -> "disk penuh (ENOSPC)"; what is not known stays as it is. */
function inWords(reason: string): Text {
  const code = /^(E[A-Z]+)\b/.exec(reason)?.[1]
  const words = code === undefined ? undefined : REASONS[code]
  if (!words) return { id: reason, en: reason }
  return { id: `${words.id} (${code})`, en: `${words.en} (${code})` }
}

export const cannotWrite = message<{ path: string; reason: string }>({
  id: 'output/write',
  severity: 'error',
  title: { id: 'Hasil tidak dapat ditulis', en: 'Output cannot be written' },
  text: ({ path, reason }) => ({
    id: `Hasil tidak dapat ditulis ke “${path}”: ${inWords(reason).id}. Berkas lama tidak berubah.`,
    en: `The output cannot be written to “${path}”: ${inWords(reason).en}. Earlier files are unchanged.`,
  }),
  hint: () => ({
    id: 'Periksa izin folder dan sisa ruang disk, tutup berkas PDF bila sedang dibuka, atau pilih folder lain dengan --out.',
    en: 'Check the permissions and free space, close the PDF if a program holds it open, or choose another folder with --out.',
  }),
})

/** Of the author's own files, which are mended where they are: there is no other folder to write them to. */
export const cannotRewrite = message<{ path: string; reason: string }>({
  id: 'output/rewrite',
  severity: 'error',
  title: { id: 'Berkas tidak dapat ditulis', en: 'File cannot be written' },
  text: ({ path, reason }) => ({
    id: `Berkas “${path}” tidak dapat ditulis: ${inWords(reason).id}. Tidak ada berkas yang berubah.`,
    en: `The file “${path}” cannot be written: ${inWords(reason).en}. No file has changed.`,
  }),
  hint: () => ({
    id: 'Periksa izin berkasnya, dan tutup program lain yang sedang membukanya.',
    en: 'Check the permissions of the file, and close any other program that holds it open.',
  }),
})

export const folderNotEmpty = message<{ folder: string; files: readonly string[] }>({
  id: 'config/folder-not-empty',
  severity: 'error',
  title: { id: 'Folder sudah berisi', en: 'Folder is not empty' },
  text: ({ folder, files }) => ({
    id: `“${folder}” sudah berisi ${files.join(', ')}; tidak ada yang ditimpa.`,
    en: `“${folder}” already holds ${files.join(', ')}; nothing was overwritten.`,
  }),
  hint: () => ({
    id: 'Pilih folder lain, misalnya `naskah init skripsi`.',
    en: 'Choose another folder, e.g. `naskah init thesis`.',
  }),
})

export const noSuchFile = message<{ path: string }>({
  id: 'config/no-file',
  severity: 'error',
  title: { id: 'Berkas tidak ada', en: 'No such file' },
  text: ({ path }) => ({ id: `Berkas “${path}” tidak ada.`, en: `There is no file “${path}”.` }),
  hint: () => ({
    id: 'Periksa ejaannya dan folder tempat perintah ini dijalankan.',
    en: 'Check its spelling and the folder the command runs in.',
  }),
})

export const notInThesis = message<{ path: string; folder: string }>({
  id: 'config/not-in-thesis',
  severity: 'info',
  title: { id: 'Bukan bagian naskah', en: 'Not part of the thesis' },
  text: ({ path, folder }) => ({
    id: `“${path}” bukan berkas naskah di “${folder}”, jadi tidak diperiksa.`,
    en: `“${path}” is not a file of the thesis in “${folder}” and is not checked.`,
  }),
  hint: () => ({
    id: 'Sebutkan satu folder naskah, atau berkas dari satu naskah; bab didaftar di naskah.yaml.',
    en: 'Name one thesis folder, or files of one thesis; chapters are listed in naskah.yaml.',
  }),
})

export const noBibliography = message<{ folder: string }>({
  id: 'config/no-bibliography',
  severity: 'info',
  title: { id: 'Tidak ada berkas pustaka', en: 'No bibliography file' },
  text: ({ folder }) => ({
    id: `Naskah di “${folder}” tidak mempunyai berkas pustaka.`,
    en: `The thesis in “${folder}” has no bibliography file.`,
  }),
  hint: () => ({
    id: 'Simpan ekspor Zotero atau Mendeley sebagai pustaka.bib di folder itu, atau tulis “bibliography:” di naskah.yaml.',
    en: 'Save an export of Zotero or Mendeley as pustaka.bib in that folder, or write “bibliography:” in naskah.yaml.',
  }),
})

export const notTidy = message<{ count: number; total: number }>({
  id: 'bibliography/not-tidy',
  severity: 'error',
  title: { id: 'Berkas pustaka belum rapi', en: 'Bibliography file is not tidy' },
  text: ({ count, total }) => ({
    id: `${count} dari ${total} entri belum rapi; ini yang pertama.`,
    en: `${count} of ${total} entries are not tidy; this is the first.`,
  }),
  hint: () => ({
    id: 'Jalankan `naskah cite format` tanpa --check.',
    en: 'Run `naskah cite format` without --check.',
  }),
})

export const notFormatted = message<{ path: string }>({
  id: 'bibliography/not-formatted',
  severity: 'info',
  title: { id: 'Format ini tidak dirapikan', en: 'This format is not tidied' },
  text: ({ path }) => ({
    id: `“${path}” bukan berkas .bib, jadi dibiarkan apa adanya.`,
    en: `“${path}” is not a .bib file and is left as it is.`,
  }),
  hint: () => ({
    id: 'Hanya BibTeX dan BibLaTeX (.bib) yang dirapikan.',
    en: 'Only BibTeX and BibLaTeX (.bib) are tidied.',
  }),
})
