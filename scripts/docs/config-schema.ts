/** The schema of `naskah.yaml` as JSON Schema, for editors: completion, and a word on each key while one writes. */
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import { type Config, configSchema } from '../schema/config.ts'

/** What an editor shows on a key, in Indonesian, for those who write theses. */
const DESCRIPTIONS: Readonly<Record<keyof Config, string>> = {
  title: 'Judul. Kata asing boleh ditulis *miring*.',
  title_en: 'Judul dalam bahasa Inggris.',
  subtitle: 'Anak judul.',
  author: 'Penulis: nama saja, atau name dan id (NIM, di antara tanda kutip) serta data untuk riwayat hidup.',
  supervisors: 'Pembimbing, menurut urutan pada halaman pengesahan.',
  examiners: 'Penguji, menurut urutan pada halaman pengesahan.',
  chair: 'Ketua penguji.',
  secretary: 'Sekretaris penguji.',
  dean: 'Yang mengesahkan atas nama fakultas.',
  programme_head: 'Ketua program studi.',
  programme: 'Program studi, tanpa kata “Program Studi”.',
  faculty: 'Fakultas.',
  university: 'Perguruan tinggi.',
  city: 'Kota, pada sampul dan di atas tanda tangan.',
  year: 'Tahun pada sampul.',
  degree: 'Gelar yang dituju, misalnya “Sarjana Hubungan Internasional”.',
  date: 'Tanggal penandatanganan: 2024-06-17, atau sebagaimana tercetak.',
  defence_date: 'Tanggal sidang; tanpa kunci ini sama dengan date.',
  stamp_duty: 'true: tempat meterai pada surat pernyataan.',
  logo: 'Gambar untuk sampul, di dalam folder naskah.',
  stage: 'Jenis naskah; proposal hanya memeriksa bab pertama kerangka.',
  profile: 'Profil kampus: kerangka bab dan format halaman, misalnya skripsi-hi atau generic-id.',
  language: 'Bahasa naskah: id atau en.',
  font: 'Huruf yang terpasang di komputer, misalnya Times New Roman; tanpa kunci ini dipakai Tinos, yang selebar.',
  chapters: 'Berkas bab menurut urutan cetak. Tanpa kunci ini: nomor dalam nama berkas.',
  front:
    'Nama bagian dan berkasnya (.md, .html, atau gambar hasil pindai); true agar dibuat, false agar tidak. Berkas front/<nama bagian>.md ditemukan sendiri.',
  appendices:
    'Lampiran: berkas Markdown, atau PDF yang halamannya menjadi satu lampiran; file dan title untuk memberi judul.',
  bibliography: 'Berkas pustaka: .bib (BibTeX), .json (CSL-JSON), .yaml (CSL-YAML), atau .ris (RIS).',
  citation:
    'Gaya sitasi: style berisi apa, harvard, ieee, chicago-author-date, footnote, footnote-modern, atau jalur berkas .csl di folder naskah; and berisi dan atau "&" (dengan tanda kutip), kata di antara dua nama terakhir.',
  abbreviations: 'Singkatan dan kepanjangannya, misalnya IOM: International Organization for Migration.',
  keywords: 'Kata kunci: sebuah daftar, atau daftar id dan en.',
  output: 'Nama berkas hasil, tanpa akhiran. Tanpa kunci ini: dari judul.',
}

/** The JSON Schema (draft-07) of what may be written in `naskah.yaml`. */
export function configJsonSchema(): JsonSchema {
  const schema = toJsonSchema(configSchema, {
    typeMode: 'input',
    // Trimming and the like change a value once it is read; they do not change what may be written.
    ignoreActions: ['trim', 'transform'],
    overrideAction: ({ valibotAction, jsonSchema }) =>
      // JSON Schema always reads a pattern as Unicode, so the flag that says so has no place in it.
      valibotAction.type === 'regex' ? { ...jsonSchema, pattern: patternOf(valibotAction) } : undefined,
  })
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, value]) => {
      const description = DESCRIPTIONS[key as keyof Config]
      return [key, typeof value === 'object' ? { description, ...value } : value]
    }),
  )
  return { ...schema, title: 'naskah.yaml', properties }
}

function patternOf(action: object): string {
  if ('requirement' in action && action.requirement instanceof RegExp) return action.requirement.source
  throw new TypeError('A regex action has a regular expression')
}
