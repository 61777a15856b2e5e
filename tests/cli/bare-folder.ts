/** A thesis written for no tool in particular: Word habits, hand-typed numbers, a typed Daftar Pustaka. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILES: Readonly<Record<string, string>> = {
  'BAB_I_PENDAHULUAN.md': `# BAB I

# PENDAHULUAN

Kalimat pembuka.

## 1.1 Latar Belakang

Isi latar (Omega dkk, 2023), US$5 juta sampai US$10 juta, pukul 10:30.

## 1.2 Rumusan Masalah

1. Bagaimana?
`,
  'BAB_II_TINJAUAN_PUSTAKA.md': `# BAB II
# TINJAUAN PUSTAKA

## 2.1 Teori

Tabel 2.1 Contoh tabel

| A | B |
|---|---|
| 1 | 2 |

Sumber: penulis
`,
  'BAB_III_METODE.md':
    '# BAB III\n\n# METODE PENELITIAN\n\n## 3.1 Desain\n\nIsi desain.\n\n## 3.2 Data\n\nIsi data.\n',
  'BAB_IV_HASIL.md': '# BAB IV\n\n# HASIL DAN PEMBAHASAN\n\n## 4.1 Hasil\n\nIsi hasil.\n',
  'BAB_V_PENUTUP.md': '# BAB V\n\n# PENUTUP\n\n## 5.1 Kesimpulan\n\nIsi kesimpulan.\n',
  'DAFTAR_PUSTAKA.md': '# DAFTAR PUSTAKA\n\nOmega, A., dkk. (2023). *Judul*. Kota: Penerbit.\n',
  'KATA_PENGANTAR.md': '# KATA PENGANTAR\n\nPuji syukur.\n',
  'README.md': '# Catatan untuk saya sendiri\n',
}

/** Writes it as `naskah` into a folder. */
export function writeBareFolder(cwd: string): void {
  mkdirSync(join(cwd, 'naskah'))
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(cwd, 'naskah', name), text)
}
