/** Theses that look random and are the same in every run. */

const WORDS =
  'penelitian ini menganalisis pengaruh kerja sama antarnegara terhadap kemampuan lembaga berdasarkan wawancara'.split(
    ' ',
  )

/** A die: numbers from 0 below its faces. */
export function dice(seed: number): (faces: number) => number {
  let state = seed
  return (faces) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % faces
  }
}

export type Dice = ReturnType<typeof dice>

export function words(roll: Dice, count: number): string {
  return Array.from({ length: count }, () => WORDS[roll(WORDS.length)]).join(' ')
}

/** A folder of 1 to 4 chapters of everything a page may hold; each paragraph begins with a mark of its own, `M3n12x`. */
export function randomThesis(seed: number): Record<string, string> {
  const roll = dice(seed)
  let marks = 0
  const sentence = () => `M${seed}n${++marks}x ${words(roll, 3 + roll(90))}.`
  const table = () => {
    const columns = 2 + roll(3)
    const row = () => `| ${Array.from({ length: columns }, () => words(roll, 1 + roll(8))).join(' | ')} |`
    const rows = Array.from({ length: 2 + roll(roll(6) === 0 ? 40 : 8) }, row)
    return `: Tabel ${words(roll, 2 + roll(12))}\n\n${row()}\n|${'---|'.repeat(columns)}\n${rows.join('\n')}\n\nSumber: ${words(roll, 3)}`
  }
  const figure = () => `![Gambar ${words(roll, 2 + roll(8))}](${1 + roll(3)}.svg){width=${30 + roll(70)}%}`
  const list = () => Array.from({ length: 1 + roll(5) }, () => `- ${sentence()}`).join('\n')
  const block = () => {
    const kind = roll(20)
    if (kind < 2) return `## ${words(roll, 1 + roll(10))}`
    if (kind < 4) return `## ${words(roll, 2)}\n\n### ${words(roll, 1 + roll(4))}\n\n#### ${words(roll, 2)}`
    if (kind === 4) return table()
    if (kind === 5) return figure()
    if (kind < 8) return list()
    return kind === 8 ? `> ${sentence()}` : sentence()
  }
  const drawing = (height: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="${height}"><rect width="500" height="${height}" fill="#ddd"/></svg>`
  const files: Record<string, string> = {
    '1.svg': drawing(120),
    '2.svg': drawing(300),
    '3.svg': drawing(700),
  }
  for (let chapter = 1; chapter <= 1 + roll(4); chapter++) {
    const blocks = Array.from({ length: 8 + roll(60) }, block)
    files[`${chapter}0.md`] = [`# Bab ${words(roll, 2)}`, sentence(), ...blocks, sentence()].join('\n\n')
  }
  return files
}
