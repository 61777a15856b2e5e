/** What the read stage says about a thesis folder, its configuration and its files. */
import { didYouMean, message } from '../diagnostics.ts'
import type { Text } from '../model.ts'
import type { YamlFault } from './yaml-errors.ts'

export const yamlSyntax = message<YamlFault>({
  id: 'config/syntax',
  severity: 'error',
  title: { id: 'YAML tidak terbaca', en: 'YAML cannot be read' },
  text: ({ reason }) => ({
    id: `YAML tidak terbaca: ${reason.id}.`,
    en: `This is not valid YAML: ${reason.en}.`,
  }),
  hint: ({ hint }) => hint,
})

export const unknownKey = message<{ key: string; near: readonly string[]; known: readonly string[] }>({
  id: 'config/unknown-key',
  severity: 'error',
  title: { id: 'Kunci tidak dikenal', en: 'Unknown key' },
  text: ({ key }) => ({ id: `Kunci “${key}” tidak dikenal.`, en: `“${key}” is not a known key.` }),
  hint: ({ near, known }) =>
    didYouMean(near, {
      id: `Kunci yang dikenal: ${known.join(', ')}.`,
      en: `Known keys: ${known.join(', ')}.`,
    }),
})

/** `key` is empty for the file as a whole. */
export const wrongType = message<{ key: string; expected: Text; found: Text }>({
  id: 'config/type',
  severity: 'error',
  title: { id: 'Nilai berjenis salah', en: 'Value of the wrong type' },
  text: ({ key, expected, found }) => ({
    id: `${key ? `“${key}”` : 'Isi berkas ini'} seharusnya ${expected.id}, tetapi ditemukan ${found.id}.`,
    en: `${key ? `“${key}”` : 'This file'} should be ${expected.en}, but ${found.en} was found.`,
  }),
})

export const missingKey = message<{ key: string }>({
  id: 'config/missing-key',
  severity: 'error',
  title: { id: 'Kunci wajib tidak ada', en: 'Required key missing' },
  text: ({ key }) => ({ id: `Kunci “${key}” wajib ada.`, en: `The key “${key}” is required.` }),
})

export const unknownProfile = message<{ name: string; near: readonly string[]; known: readonly string[] }>({
  id: 'config/unknown-profile',
  severity: 'error',
  title: { id: 'Profil kampus tidak dikenal', en: 'Unknown campus profile' },
  text: ({ name }) => ({ id: `Profil “${name}” tidak dikenal.`, en: `There is no profile “${name}”.` }),
  hint: ({ near, known }) => {
    const list = {
      id: `Profil yang ada: ${known.join(', ')}.`,
      en: `Known profiles: ${known.join(', ')}.`,
    }
    const guess = didYouMean(near, { id: '', en: '' })
    return { id: `${guess.id} ${list.id}`.trim(), en: `${guess.en} ${list.en}`.trim() }
  },
})

export const noFolder = message<{ folder: string; isFile: boolean }>({
  id: 'config/no-folder',
  severity: 'error',
  title: { id: 'Folder tidak ada', en: 'No such folder' },
  text: ({ folder, isFile }) =>
    isFile
      ? {
          id: `“${folder}” adalah berkas; yang diharapkan folder naskah.`,
          en: `“${folder}” is a file; the folder of a thesis is expected.`,
        }
      : { id: `Folder “${folder}” tidak ada.`, en: `There is no folder “${folder}”.` },
  hint: () => ({
    id: 'Periksa ejaannya, atau mulai skripsi baru dengan `naskah init`.',
    en: 'Check its spelling, or start a new thesis with `naskah init`.',
  }),
})

export const noMarkdown = message<{ folder: string }>({
  id: 'config/no-markdown',
  severity: 'error',
  title: { id: 'Tidak ada berkas Markdown', en: 'No Markdown files' },
  text: ({ folder }) => ({
    id: `Tidak ada bab (berkas .md) di folder “${folder}”.`,
    en: `There are no chapters (.md files) in the folder “${folder}”.`,
  }),
  hint: () => ({
    id: 'Simpan setiap bab sebagai berkas .md di folder itu, atau mulai dengan `naskah init`.',
    en: 'Save each chapter as an .md file in that folder, or start with `naskah init`.',
  }),
})

export const missingFile = message<{ path: string; near: readonly string[] }>({
  id: 'config/missing-file',
  severity: 'error',
  title: { id: 'Berkas yang disebut tidak ada', en: 'A file that is named is missing' },
  text: ({ path }) => ({
    id: `Berkas “${path}” disebut di sini, tetapi tidak ada.`,
    en: `The file “${path}” is named here, but it does not exist.`,
  }),
  hint: ({ near }) =>
    didYouMean(near, {
      id: 'Buat berkas itu atau hapus baris ini.',
      en: 'Create the file or remove this line.',
    }),
})

export const outsideFolder = message<{ path: string }>({
  id: 'config/outside-folder',
  severity: 'error',
  title: { id: 'Berkas di luar folder skripsi', en: 'File outside the thesis folder' },
  text: ({ path }) => ({
    id: `“${path}” berada di luar folder skripsi dan tidak dibaca.`,
    en: `“${path}” lies outside the thesis folder and is not read.`,
  }),
  hint: () => ({
    id: 'Salin berkas itu ke dalam folder skripsi, lalu tulis jalur relatifnya.',
    en: 'Copy the file into the thesis folder and write its relative path.',
  }),
})

export const notUtf8 = message<{ encoding: string }>({
  id: 'thesis/not-utf8',
  severity: 'error',
  title: { id: 'Berkas tidak berenkode UTF-8', en: 'File is not UTF-8' },
  text: ({ encoding }) => ({
    id: `Berkas ini tidak berenkode UTF-8 (tampaknya ${encoding}).`,
    en: `This file is not encoded in UTF-8 (it looks like ${encoding}).`,
  }),
  hint: () => ({
    id: 'Buka berkas ini di editor, lalu simpan ulang dengan pilihan “UTF-8”.',
    en: 'Open the file in an editor and save it again with the encoding “UTF-8”.',
  }),
})

export const missingImage = message<{ path: string; near: readonly string[] }>({
  id: 'image/missing',
  severity: 'error',
  title: { id: 'Gambar tidak ada', en: 'Image missing' },
  text: ({ path }) => ({ id: `Gambar “${path}” tidak ada.`, en: `There is no image “${path}”.` }),
  hint: ({ near }) =>
    didYouMean(near, {
      id: 'Jalur dihitung dari folder skripsi; periksa ejaannya, juga huruf besar dan kecil.',
      en: 'Paths start at the thesis folder; check the spelling, upper and lower case too.',
    }),
})

export const badImage = message<{ path: string; bytes: number }>({
  id: 'image/unreadable',
  severity: 'error',
  title: { id: 'Gambar tidak terbaca', en: 'Image cannot be read' },
  text: ({ path, bytes }) => ({
    id: `“${path}” (${bytes} bita) bukan gambar yang dikenal.`,
    en: `“${path}” (${bytes} bytes) is not an image of a known kind.`,
  }),
  hint: () => ({
    id: 'Pakai PNG, JPEG, WebP, GIF, atau SVG, dan simpan ulang bila berkasnya rusak.',
    en: 'Use PNG, JPEG, WebP, GIF or SVG, and save it again if the file is broken.',
  }),
})

export const remoteImage = message<{ url: string }>({
  id: 'image/remote',
  severity: 'error',
  title: { id: 'Gambar dari internet', en: 'Image from the internet' },
  text: ({ url }) => ({
    id: `Gambar “${url}” ada di internet; skripsi hanya memuat gambar dari foldernya sendiri.`,
    en: `The image “${url}” is on the internet; a thesis shows images of its own folder only.`,
  }),
  hint: () => ({
    id: 'Unduh gambarnya ke folder skripsi dan tulis jalurnya.',
    en: 'Save the image in the thesis folder and write its path.',
  }),
})

export const unreadable = message<{ path: string; reason: string }>({
  id: 'config/unreadable',
  severity: 'error',
  title: { id: 'Berkas tidak dapat dibuka', en: 'File cannot be opened' },
  text: ({ path, reason }) => ({
    id: `Berkas “${path}” tidak dapat dibuka: ${reason}.`,
    en: `The file “${path}” cannot be opened: ${reason}.`,
  }),
  hint: () => ({
    id: 'Periksa izin berkas itu, dan tutup program yang sedang memakainya.',
    en: 'Check the permissions of the file, and close the program that uses it.',
  }),
})

export const unknownPart = message<{ path: string; near: readonly string[]; known: readonly string[] }>({
  id: 'thesis/unknown-part',
  severity: 'warning',
  title: {
    id: 'Berkas di front/ yang bukan bagian skripsi',
    en: 'A file in front/ that is no part of a thesis',
  },
  text: ({ path }) => ({
    id: `“${path}” bukan nama bagian skripsi, jadi tidak dicetak.`,
    en: `“${path}” is not the name of a part of a thesis and is not printed.`,
  }),
  hint: ({ near, known }) =>
    didYouMean(near, {
      id: `Bagian yang dikenal: ${known.join(', ')}.`,
      en: `Known parts: ${known.join(', ')}.`,
    }),
})
