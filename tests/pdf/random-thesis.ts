/** Theses that look random and are the same in every run. */

const WORDS =
  'penelitian ini menganalisis pengaruh kerja sama antarnegara terhadap kemampuan lembaga berdasarkan wawancara'.split(
    ' ',
  )

/** A die: numbers from 0 below its faces. */
export function dice(seed: number): (faces: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0
  return (faces) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % faces
  }
}

export type Dice = ReturnType<typeof dice>

export function words(roll: Dice, count: number): string {
  return Array.from({ length: count }, () => WORDS[roll(WORDS.length)]).join(' ')
}

export interface RandomOptions {
  /** At most so many chapters. */
  readonly chapters?: number
  /** At most so many blocks in each. */
  readonly blocks?: number
}

/**
 * A folder of chapters of everything a page may hold, notes everywhere. Each paragraph begins with a mark of its own,
 * `M3n12x`; each call stands behind `K3n12k`, and its note begins with `N3n12n` and ends with `Z3n12z`.
 */
export function randomThesis(seed: number, options: RandomOptions = {}): Record<string, string> {
  const { chapters = 3, blocks = 24 } = options
  const roll = dice(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[roll(items.length)] as Item
  /** Of a hundred sentences: with a note; of a hundred notes: long ones. */
  const noted = pick([0, 3, 8, 20, 40])
  const long = pick([0, 10, 35])
  let marks = 0
  let definitions: string[] = []

  const plain = (count: number) => {
    const text = words(roll, count)
    return roll(7) === 0 ? `*${words(roll, 1 + roll(4))}* ${text}` : text
  }
  const call = (chance = noted): string => {
    if (roll(100) >= chance) return ''
    const name = `${seed}n${++marks}`
    const text = `N${name}n ${plain(roll(100) < long ? 60 + roll(300) : 3 + roll(40))}`
    if (roll(4) === 0) return ` K${name}k^[${text} Z${name}z.]`
    const second = roll(8) === 0 ? `\n\n    ${plain(5 + roll(30))}` : ''
    definitions.push(`[^c${marks}]: ${text}${second} Z${name}z.`)
    return ` K${name}k[^c${marks}]`
  }
  const sentence = () => `${plain(4 + roll(16))}${call()}. `
  const sentences = (most: number) =>
    `M${seed}n${++marks}x ${Array.from({ length: 1 + roll(most) }, sentence)
      .join('')
      .trim()}`
  const rows = (count: number, columns: number, note: number) =>
    Array.from({ length: count }, () => {
      const cells = Array.from({ length: columns }, () => words(roll, 1 + roll(8)) + call(note))
      return `| ${cells.join(' | ')} |`
    })
  const table = (columns: number, count: number, attributes = '') => {
    const [head, ...body] = rows(count + 1, columns, 0)
    body.splice(0, body.length, ...rows(count, columns, noted * 0.6))
    const source = roll(2) ? `\n\nSumber: ${words(roll, 3)}` : ''
    const caption = `Table: ${words(roll, 2 + roll(12))}${call(noted * 0.5)}${attributes}`
    return `${caption}\n\n${head}\n|${'---|'.repeat(columns)}\n${body.join('\n')}${source}`
  }
  const figure = () =>
    `![${words(roll, 2 + roll(8))}${call(noted * 0.5)}](${1 + roll(3)}.svg){width=${30 + roll(70)}%}`
  const list = (depth: number): string => {
    const marker = roll(2) ? '-' : '1.'
    const indent = ' '.repeat(depth * 3)
    return Array.from({ length: 1 + roll(4) }, () => {
      const nested = depth === 0 && roll(6) === 0 ? `\n${list(1)}` : ''
      const second = roll(6) === 0 ? `\n\n${indent}   ${sentences(3)}\n` : ''
      return `${indent}${marker} ${sentences(3)}${second}${nested}`
    }).join('\n')
  }
  const quote = () => `> ${sentences(4)}${roll(3) === 0 ? `\n>\n> ${sentences(2)}` : ''}`
  const heading = (level: number, most: number) =>
    `${'#'.repeat(level)} ${words(roll, 1 + roll(most))}${call(noted * 0.3)}`
  const block = (): string => {
    const kind = roll(100)
    if (kind < 8) return heading(2, 10)
    if (kind < 14) return [heading(2, 2), heading(3, 4), heading(4, 2)].join('\n\n')
    if (kind < 20) return table(2 + roll(3), roll(5) === 0 ? 15 + roll(30) : 1 + roll(8))
    if (kind < 21) return table(6, 3 + roll(14), ' {.landscape}')
    if (kind < 26) return figure()
    if (kind < 36) return list(0)
    if (kind < 41) return quote()
    return sentences(8)
  }
  const drawing = (height: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="${height}"><rect width="500" height="${height}" fill="#ddd"/></svg>`
  const files: Record<string, string> = {
    '1.svg': drawing(120),
    '2.svg': drawing(300),
    '3.svg': drawing(700),
  }
  for (let chapter = 1; chapter <= 1 + roll(chapters); chapter++) {
    definitions = []
    const content = Array.from({ length: 3 + roll(blocks) }, block)
    const whole = [`# Bab ${words(roll, 2)}`, sentences(2), ...content, sentences(1), ...definitions]
    files[`${chapter}0.md`] = whole.join('\n\n')
  }
  return files
}
