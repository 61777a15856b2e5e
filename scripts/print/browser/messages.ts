/** What the program says about the browser it prints with. */
import { message } from '../../diagnostics.ts'

const tryAgain = (command: string) => ({
  id: `Pasang peramban dengan satu perintah ini, lalu ulangi: ${command}`,
  en: `Install a browser with this one command, then try again: ${command}`,
})

export const noBrowser = message<{ command: string }>({
  id: 'browser/none',
  severity: 'error',
  title: { id: 'Peramban tidak ditemukan', en: 'No browser found' },
  text: () => ({
    id: 'PDF dicetak oleh Chrome, Chromium, atau Edge, tetapi tidak satu pun ditemukan.',
    en: 'The PDF is printed by Chrome, Chromium or Edge, but none of them was found.',
  }),
  hint: ({ command }) => tryAgain(command),
})

export const environmentPath = message<{ variable: string; path: string }>({
  id: 'browser/env-path',
  severity: 'error',
  title: { id: 'Jalur peramban salah', en: 'Wrong path of the browser' },
  text: ({ variable, path }) => ({
    id: `${variable} menunjuk ke “${path}”, tetapi tidak ada berkas di sana.`,
    en: `${variable} points to “${path}”, but there is no such file.`,
  }),
  hint: ({ variable }) => ({
    id: `Isi ${variable} dengan jalur program Chrome, Chromium, atau Edge, atau hapus variabel itu agar peramban dicari sendiri.`,
    en: `Set ${variable} to the program file of Chrome, Chromium or Edge, or unset it to have a browser searched for.`,
  }),
})

export const notUnpacked = message<{ folder: string; reason: string }>({
  id: 'browser/unpack',
  severity: 'error',
  title: { id: 'Peramban tidak dapat dibongkar', en: 'The browser cannot be unpacked' },
  text: ({ folder, reason }) => ({
    id: `Peramban dari npm tidak dapat dibongkar ke “${folder}”: ${reason}`,
    en: `The browser that comes with npm cannot be unpacked to “${folder}”: ${reason}`,
  }),
  hint: () => ({
    id: 'Diperlukan 200 MB di folder milik Anda sendiri; tunjuk folder lain dengan XDG_CACHE_HOME.',
    en: 'It takes 200 MB in a folder of your own; name another one with XDG_CACHE_HOME.',
  }),
})

export const browserFailed = message<{ path: string; reason: string; command: string }>({
  id: 'browser/failed',
  severity: 'error',
  title: { id: 'Peramban tidak dapat dijalankan', en: 'The browser does not start' },
  text: ({ path, reason }) => ({
    id: `Peramban “${path}” tidak dapat dijalankan: ${reason}`,
    en: `The browser “${path}” does not start: ${reason}`,
  }),
  hint: ({ command }) => ({
    id: `Perbaiki pemasangannya atau pasang peramban lain (${command}); NASKAH_BROWSER memilih peramban tertentu.`,
    en: `Repair it or install another browser (${command}); NASKAH_BROWSER picks a certain one.`,
  }),
})

export const browserTooOld = message<{ path: string; version: string; oldest: number; command: string }>({
  id: 'browser/too-old',
  severity: 'error',
  title: { id: 'Peramban terlalu lama', en: 'The browser is too old' },
  text: ({ path, version, oldest }) => ({
    id: `Peramban “${path}” berversi ${version}; nomor halaman memerlukan versi ${oldest} atau lebih baru.`,
    en: `The browser “${path}” is version ${version}; page numbers need version ${oldest} or later.`,
  }),
  hint: ({ command }) => ({
    id: `Perbarui peramban itu, atau pasang yang baru: ${command}`,
    en: `Update it, or install a new one: ${command}`,
  }),
})

export const noSandbox = message<{ path: string }>({
  id: 'browser/no-sandbox',
  severity: 'info',
  title: { id: 'Peramban berjalan tanpa sandbox', en: 'The browser runs without its sandbox' },
  text: ({ path }) => ({
    id: `Sistem ini tidak mengizinkan sandbox peramban “${path}”, maka dijalankan tanpa sandbox.`,
    en: `This system does not allow the sandbox of the browser “${path}”, so it runs without one.`,
  }),
  hint: () => ({
    id: 'Chrome atau Chromium dari pemasang paket sistem membawa izinnya sendiri.',
    en: 'Chrome or Chromium from the package manager of the system brings its own permission.',
  }),
})
