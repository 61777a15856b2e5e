/** What the read stage says about a profile that asks too much of the margins of its pages. */
import { message } from '../diagnostics.ts'
import type { NumberPosition, Text } from '../model.ts'
import type { MarginClash, Occupant } from '../schema/margin-clash.ts'
import type { Zone } from '../schema/margins.ts'

const POSITIONS: Readonly<Record<NumberPosition, Text>> = {
  'top-left': { id: 'kiri atas', en: 'top left' },
  'top-center': { id: 'tengah atas', en: 'top centre' },
  'top-right': { id: 'kanan atas', en: 'top right' },
  'bottom-left': { id: 'kiri bawah', en: 'bottom left' },
  'bottom-center': { id: 'tengah bawah', en: 'bottom centre' },
  'bottom-right': { id: 'kanan bawah', en: 'bottom right' },
}

const PAGES: Readonly<Record<MarginClash['pages'], Text>> = {
  all: { id: 'halaman', en: 'the page' },
  left: { id: 'halaman kiri', en: 'left-hand pages' },
  right: { id: 'halaman kanan', en: 'right-hand pages' },
}

const ZONES: Readonly<Record<Zone, Text>> = {
  front: { id: 'bagian awal', en: 'front parts' },
  body: { id: 'bab', en: 'chapters' },
  back: { id: 'bagian akhir', en: 'back parts' },
}

function nameOf(occupant: Occupant): Text {
  if (occupant.kind === 'running') return { id: `teks “${occupant.text}”`, en: `the text “${occupant.text}”` }
  const { id, en } = ZONES[occupant.zone]
  return occupant.first
    ? { id: `nomor halaman pertama ${id}`, en: `the number of the first page of ${en}` }
    : { id: `nomor halaman ${id}`, en: `the page number of ${en}` }
}

export const marginClash = message<MarginClash>({
  id: 'config/margin-clash',
  severity: 'error',
  title: { id: 'Dua hal di satu tempat di tepi halaman', en: 'Two things in one place of the margin' },
  text: ({ over, earlier, later, position, pages }) => {
    const [a, b] = [nameOf(later), nameOf(earlier)]
    const id = `di ${POSITIONS[position].id} ${PAGES[pages].id}`
    const en = `at the ${POSITIONS[position].en} of ${PAGES[pages].en}`
    return over === 'place'
      ? {
          id: `${begin(a.id)} dan ${b.id} sama-sama ditempatkan ${id}, padahal di sana hanya ada tempat untuk satu.`,
          en: `${begin(a.en)} and ${b.en} both stand ${en}, where there is room for one only.`,
        }
      : {
          id: `${begin(a.id)} dan ${b.id} berbeda huruf, padahal keduanya ditempatkan ${id}: satu tempat hanya punya satu huruf.`,
          en: `${begin(a.en)} and ${b.en} are in different fonts, but both stand ${en}: a place has one font only.`,
        }
  },
  hint: ({ over }) =>
    over === 'place'
      ? {
          id: 'Ubah `position` teks itu, atau batasi dengan `zones` atau `first_pages`.',
          en: 'Change the `position` of the text, or restrict it with `zones` or `first_pages`.',
        }
      : {
          id: 'Samakan `size_pt`, `bold`, dan `italic` (nomor halaman berhuruf seperti isi skripsi), atau ubah `position`.',
          en: 'Give both the same `size_pt`, `bold` and `italic` (page numbers are set like the text), or change `position`.',
        },
})

function begin(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
