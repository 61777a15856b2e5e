/** Between which words no line may end. */
import { fromHtml } from 'hast-util-from-html'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { keepWholes } from '../../../scripts/render/unbroken.ts'

/** The text with what holds together in brackets. */
function wholes(text: string): string {
  const tree = fromHtml(text, { fragment: true })
  keepWholes(tree)
  const html = unified().use(rehypeStringify).stringify(tree)
  return html.replace(/<span class="unbroken">(.*?)<\/span>/g, '[$1]')
}

describe('what holds together', () => {
  it.each([
    ['pada hlm. 5 dan hlm. 13–15', 'pada [hlm. 5] dan [hlm. 13–15]'],
    ['No. 21 Tahun 2007', '[No. 21 Tahun] 2007'],
    ['Nomor 21 Tahunan', '[Nomor 21] Tahunan'],
    ['h. 5, Vol. 3, vol. IV', '[h. 5], [Vol. 3], [vol. IV]'],
    ['di Jl. Sudirman No. 7', 'di [Jl. Sudirman] [No. 7]'],
    ['Pasal 21 ayat (2)', '[Pasal 21] [ayat (2)]'],
    ['lihat Tabel 2.1 dan Bab III', 'lihat [Tabel 2.1] dan [Bab III]'],
    ['sebesar Rp 50.000 atau Rp50.000', 'sebesar [Rp 50.000] atau Rp50.000'],
    ['US$ 5 juta dan Rp 50 miliar', '[US$ 5 juta] dan [Rp 50 miliar]'],
    ['US$5 juta, Rp2,5 triliun, Rp50.', '[US$5 juta], [Rp2,5 triliun], Rp50.'],
    ['naik 64,3 % atau 5 persen', 'naik [64,3 %] atau [5 persen]'],
    ['halaman 5 s.d. 10, s.d. akhir', '[halaman 5] s.d. 10, s.d. akhir'],
    ['nilai 5 s.d. 10', 'nilai [5 s.d. 10]'],
    ['15–17 Maret 2016, 17 Agustusan', '[15–17 Maret] 2016, 17 Agustusan'],
    ['sejauh 21 km dan 5 juta orang', 'sejauh [21 km] dan [5 juta] orang'],
    ['pada 17 Agustus 1945', 'pada [17 Agustus] 1945'],
    ['B. J. Habibie dan R. Soekarno', '[B. J. Habibie] dan [R. Soekarno]'],
    ['Prof. Dr. Soepomo dan Dr. Y. Tavares', '[Prof. Dr. Soepomo] dan [Dr. Y. Tavares]'],
    ['H. Agus Salim, Hj. Siti', '[H. Agus] Salim, [Hj. Siti]'],
    [
      '<table><tbody><tr><td>hlm. 5</td></tr></tbody></table>',
      '<table><tbody><tr><td>hlm. 5</td></tr></tbody></table>',
    ],
    ['ke-5 kali, per-17 Agustus', 'ke-5 kali, per-[17 Agustus]'],
    ['no 5, hal itu, pasal karet, ayat-ayat 5', 'no 5, hal itu, pasal karet, ayat-[ayat 5]'],
    ['menurut Omega dkk. (2023)', 'menurut [Omega dkk.] (2023)'],
    ['<span class="number">BAB I </span>', '<span class="number">BAB I </span>'],
    ['<code>hlm. 5</code>', '<code>hlm. 5</code>'],
    ['21 orang dan 5 mobil', '21 orang dan 5 mobil'],
    ['bab yang lain', 'bab yang lain'],
    ['Tabel yang lain, 2019 sampai 2023', 'Tabel yang lain, 2019 sampai 2023'],
    ['5 menit lagi', '5 menit lagi'],
    ['Akhir kalimat. Juni berikutnya', 'Akhir kalimat. Juni berikutnya'],
  ])('%s', (text, held) => {
    expect(wholes(text)).toBe(held)
  })

  it('takes time in proportion to the length', () => {
    const text = 'A. '.repeat(20_000)
    const start = performance.now()
    wholes(text)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
