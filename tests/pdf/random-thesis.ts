/** Theses that look random and are the same in every run. */
import { type Dice, dice, pick as pickOf, words } from './random-thesis-dice.ts'
import {
  BIBLIOGRAPHY,
  codeBlock,
  drawing,
  drawings,
  hanText,
  htmlBlock,
  oddWords,
  pictureInLine,
  SOURCES,
  tallWord,
} from './random-thesis-oddities.ts'

export { type Dice, dice, words }

export interface RandomOptions {
  /** At most so many chapters. */
  readonly chapters?: number
  /** At most so many blocks in each. */
  readonly blocks?: number
}

/**
 * A folder of chapters of everything a page may hold, notes everywhere. Each paragraph has a mark of its own, `M3n12x`,
 * in its beginning; each call stands behind or before `K3n12k`, and its note begins with `N3n12n` and ends with `Z3n12z`.
 */
export function randomThesis(seed: number, options: RandomOptions = {}): Record<string, string> {
  const { chapters = 3, blocks = 24 } = options
  const roll = dice(seed)
  const pick = <Item>(items: readonly Item[]): Item => pickOf(roll, items)
  /** Of a hundred sentences: with a note; of a hundred notes: long ones. */
  const noted = pick([0, 3, 8, 20, 40])
  const long = pick([0, 10, 35])
  /** Of a hundred texts: with something odd in it. */
  const odd = pick([0, 4, 10, 25])
  const cited = roll(5) === 0
  let marks = 0
  let definitions: string[] = []

  const tall = () => (roll(100) < odd ? `${tallWord(roll)} ` : '')
  const plain = (count: number) => {
    const text = words(roll, count)
    if (roll(100) < odd) return `${text} ${oddWords(roll)} ${words(roll, 1 + roll(4))}`
    return roll(7) === 0 ? `*${words(roll, 1 + roll(4))}* ${text}` : text
  }
  /** What a note may hold behind its first paragraph, indented as Markdown wants it. */
  const more = (): string => {
    const kind = roll(100)
    if (kind < 12) return plain(5 + roll(30))
    if (kind < 14) return `${plain(5 + roll(30))}\n\n${plain(5 + roll(30))}`
    if (kind >= 14 + odd * 2) return ''
    const block = roll(5)
    // An empty line at the end of a page would look as if the notes ended above its foot.
    if (block === 0) return codeBlock(roll).replace(/\n{2,}/g, '\n')
    if (block === 1) return Array.from({ length: 1 + roll(4) }, () => `- ${plain(2 + roll(20))}`).join('\n')
    if (block === 2) return table(2, 1 + roll(6), undefined)
    if (block === 3) return `![${words(roll, 3)}](${drawing(roll)}){width=${20 + roll(60)}%}`
    return hanText(roll, 20 + roll(200))
  }
  const call = (chance = noted): string => {
    if (roll(100) >= chance) return ''
    const name = `${seed}n${++marks}`
    const text = `${tall()}N${name}n ${plain(roll(100) < long ? 60 + roll(300) : 3 + roll(40))}`
    // A call behind a blank may begin a line: what stands behind it tells where it is.
    const at =
      roll(12) === 0
        ? (written: string) => ` ${written}K${name}k`
        : (written: string) => ` K${name}k${written}`
    if (roll(4) === 0) return at(`^[${text} Z${name}z.]`)
    const label = `c${marks}`
    const rest = more().replace(/^(?=.)/gm, '    ')
    const end = `${rest ? '\n\n    ' : ' '}Z${name}z.`
    definitions.push(`[^${label}]: ${text}${rest && `\n\n${rest}`}${end}`)
    return at(`[^${label}]`)
  }
  const sentence = () => {
    const picture = roll(500) < odd ? ` ${pictureInLine(roll)}` : ''
    const citation = cited && roll(5) === 0 ? ` [@${pick(SOURCES)}, hlm. ${1 + roll(200)}]` : ''
    return `${tall()}${plain(4 + roll(16))}${picture}${citation}${call()}. `
  }
  const sentences = (most: number) =>
    `${tall()}M${seed}n${++marks}x ${Array.from({ length: 1 + roll(most) }, sentence)
      .join('')
      .trim()}`
  const rows = (count: number, columns: number, note: number) =>
    Array.from({ length: count }, () => {
      const cells = Array.from({ length: columns }, () => words(roll, 1 + roll(8)) + call(note))
      return `| ${cells.join(' | ')} |`
    })
  /** @param attributes of its caption; without any, it has none and no notes, as in a note */
  function table(columns: number, count: number, attributes: string | undefined): string {
    const [head, ...body] = rows(count + 1, columns, 0)
    if (attributes !== undefined) body.splice(0, body.length, ...rows(count, columns, noted * 0.6))
    const source = roll(2) ? `\n\nSumber: ${words(roll, 3)}` : ''
    const lines = `${head}\n|${'---|'.repeat(columns)}\n${body.join('\n')}`
    if (attributes === undefined) return lines
    const caption = `Table: ${tall()}${words(roll, 2 + roll(12))}${call(noted * 0.5)}${attributes}`
    return `${caption}\n\n${lines}${source}`
  }
  const figure = () =>
    `![${tall()}${words(roll, 2 + roll(8))}${call(noted * 0.5)}](${drawing(roll)}){width=${30 + roll(70)}%}`
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
    if (kind < 20) return table(2 + roll(3), roll(5) === 0 ? 15 + roll(30) : 1 + roll(8), '')
    if (kind < 21) return table(6, 3 + roll(14), ' {.landscape}')
    if (kind < 26) return figure()
    if (kind < 36) return list(0)
    if (kind < 41) return quote()
    if (kind < 43) return `Istilah\n\n: ${sentences(2)}`
    if (kind < 43 + odd / 2) return codeBlock(roll)
    if (kind < 43 + odd) return htmlBlock(roll)
    return sentences(8)
  }
  const files: Record<string, string> = drawings()
  if (cited) files['pustaka.bib'] = BIBLIOGRAPHY
  const add = (path: string, title: string, content: readonly string[]) => {
    files[path] = [title, ...content, ...definitions].join('\n\n')
    definitions = []
  }
  if (roll(4) === 0) {
    add(
      'front/kata_pengantar.md',
      '# Kata Pengantar',
      Array.from({ length: 1 + roll(6) }, () => sentences(8)),
    )
  }
  for (let chapter = 1; chapter <= 1 + roll(chapters); chapter++) {
    const content = Array.from({ length: 3 + roll(blocks) }, block)
    add(`${chapter}0.md`, `# Bab ${words(roll, 2)}`, [sentences(2), ...content, sentences(1)])
  }
  return files
}
