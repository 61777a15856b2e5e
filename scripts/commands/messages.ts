/** What the commands themselves say. */
import { message } from '../diagnostics.ts'

export const cannotWrite = message<{ path: string; reason: string }>({
  id: 'output/write',
  severity: 'error',
  title: { id: 'Hasil tidak dapat ditulis', en: 'Output cannot be written' },
  text: ({ path, reason }) => ({
    id: `Hasil tidak dapat ditulis ke “${path}”: ${reason}. Berkas lama tidak berubah.`,
    en: `The output cannot be written to “${path}”: ${reason}. Earlier files are unchanged.`,
  }),
  hint: () => ({
    id: 'Periksa izin folder dan sisa ruang disk, tutup berkas PDF bila sedang dibuka, atau pilih folder lain dengan --out.',
    en: 'Check the permissions and free space, close the PDF if a program holds it open, or choose another folder with --out.',
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
