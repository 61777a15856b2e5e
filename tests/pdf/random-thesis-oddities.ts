/** What is rare in a thesis and hard on a page: tall letters, words without end, other scripts, HTML, code, pictures. */
import { type Dice, pick, words } from './random-thesis-dice.ts'

/** All words of the drawings: they are painted at sizes and places of their own. */
export const DRAWN_WORD = 'Lukisan'

/** Letters that stand higher than others: on a page's first line they must not be cut off. */
const TALL = ['Éka', 'Žižek', 'Šidik', 'Åsa', 'Ágnes', 'Ğazali', 'Ấn']
const HAN = '國際關係研究分析合作機構訪談影響能力政策比較方法'
const ARABIC = ['السلام', 'عليكم', 'العلاقات', 'الدولية', 'كتاب']
const THAI = 'การวิเคราะห์ความสัมพันธ์ระหว่างประเทศ'

export function tallWord(roll: Dice): string {
  return pick(roll, TALL)
}

export function hanText(roll: Dice, count: number): string {
  const signs = Array.from({ length: count }, (_, at) => (at % 17 === 16 ? '，' : HAN[roll(HAN.length)]))
  return `${signs.join('')}。`
}

/** A few words for the middle of a line, wherever text may stand. */
export function oddWords(roll: Dice): string {
  const kind = roll(11)
  if (kind === 0) return tallWord(roll)
  if (kind === 1) return 'ketidakbertanggungjawaban'.repeat(2 + roll(8))
  if (kind === 2)
    return `https://contoh.ac.id/${words(roll, 4 + roll(14)).replaceAll(' ', pick(roll, ['/', '-', '_']))}?id=${roll(9999)}`
  if (kind === 3) return `kata${pick(roll, ['—', ' — ', '–', ' – '])}kata${pick(roll, ['—', ' — '])}kata`
  if (kind === 4) return Array.from({ length: 1 + roll(4) }, () => pick(roll, ARABIC)).join(' ')
  if (kind === 5) return hanText(roll, 4 + roll(60))
  if (kind === 6) return THAI.repeat(1 + roll(3))
  if (kind === 7) return `x<sup>${roll(99)}</sup> dan H<sub>2</sub>O`
  if (kind === 8) return `satu<br>dua`
  if (kind === 9) return `\`kode_${roll(99)}()\``
  return `${roll(2030)} dan ${roll(1000)},${roll(99)}%`
}

/** A picture among the words of a line, perhaps a link. */
export function pictureInLine(roll: Dice): string {
  const picture = `![x](${drawing(roll)}){width=${5 + roll(40)}%}`
  return roll(2) ? `[${picture}](https://example.org)` : picture
}

export function drawing(roll: Dice): string {
  return `${1 + roll(5)}.svg`
}

export function drawings(): Record<string, string> {
  const draw = (height: number, content = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="${height}">${content}<rect width="500" height="${height}" fill="#ddd"/></svg>`
  const text = `<text x="20" y="60" font-size="40">${DRAWN_WORD}</text>`
  return {
    '1.svg': draw(120),
    '2.svg': draw(300),
    '3.svg': draw(700),
    '4.svg': draw(150, `<g>${text}</g>`),
    // A style sheet is not let into the document: the drawing is shown as an image, its words painted as text.
    '5.svg': draw(150, `<style>text{fill:#333}</style>${text}`),
  }
}

export function codeBlock(roll: Dice): string {
  const lines = Array.from({ length: 1 + roll(roll(3) ? 6 : 30) }, (_, at) =>
    roll(6) === 0 ? '' : `${'  '.repeat(roll(4))}baris${at} = ${words(roll, 1 + roll(roll(4) ? 5 : 25))}`,
  )
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``
}

/** HTML typed by hand. */
export function htmlBlock(roll: Dice): string {
  const kind = roll(3)
  if (kind === 0) {
    const items = Array.from({ length: 1 + roll(5) }, () => `<li>${words(roll, 2 + roll(20))}</li>`)
    return `<ol type="${pick(roll, ['a', 'A', 'i', '1'])}">\n${items.join('\n')}\n</ol>`
  }
  if (kind === 1) {
    const inner = `${words(roll, 5 + roll(50))}\n\n${words(roll, 5 + roll(20))}`
    return `<details>\n<summary>${words(roll, 3)}</summary>\n\n${inner}\n\n</details>`
  }
  const row = (cell: string) =>
    `<tr>${Array.from({ length: 3 }, () => `<${cell}>${words(roll, 1 + roll(6))} ${roll(999)}</${cell}>`).join('')}</tr>`
  const rows = Array.from({ length: 1 + roll(roll(4) ? 6 : 30) }, () => row('td')).join('\n')
  const [caption, foot] = [roll(3), roll(2)]
  return `<table>\n${caption ? `<caption>${words(roll, 4)}</caption>\n` : ''}<thead>${row('th')}</thead>\n${
    foot ? `<tfoot>${row('td')}</tfoot>\n` : ''
  }<tbody>\n${rows}\n</tbody>\n</table>`
}

/** Keys of {@link BIBLIOGRAPHY}. */
export const SOURCES = ['zizek1989', 'agnes2004', 'panjang2010']

export const BIBLIOGRAPHY = `@book{zizek1989, author = {Žižek, Š.}, title = {Objek Luhur Ideologi}, publisher = {Penerbit Åsa}, year = {1989}}
@article{agnes2004, author = {Ágnes, Éva and Ğazali, Ấn}, title = {Kerja sama antarnegara}, journal = {Jurnal Kajian}, volume = {12}, number = {3}, pages = {44--61}, year = {2004}}
@online{panjang2010, author = {Panjang, Siti}, title = {Laporan}, year = {2010}, url = {https://contoh.ac.id/laporan-penelitian-kerja-sama-antarnegara-yang-panjang-sekali/halaman/2010/12/31/unduh}}
`
