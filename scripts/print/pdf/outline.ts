/**
 * The bookmarks. Chromium makes one of every heading, of the letters as they are painted: words that a line's end
 * parts are glued together, and calls of notes stand among them.
 */
import { textString } from './metadata.ts'
import { objectText } from './reader.ts'
import { Structure } from './structure.ts'
import { type MarkedRun, pageTexts } from './text.ts'

interface Bookmark {
  readonly number: number
  readonly title: string
  readonly destination: string
  /** The structure element of its heading, as written. */
  readonly heading: string
  readonly kids: readonly Bookmark[]
}

/**
 * @param depth of the last level of headings that has bookmarks
 * @param calls elements that are no part of a title
 */
export function tidyOutline(structure: Structure, depth: number, calls: ReadonlySet<number>): void {
  const { pdf, changes } = structure
  const root = Structure.reference(/\/Outlines (\d+ 0 R)/.exec(objectText(pdf, pdf.root))?.[1])
  if (root === undefined) return
  const runs = runsByMark(structure)
  const title = (heading: number) => titleOf(leaves(structure, heading, calls, runs))

  const read = (parent: string): Bookmark[] => {
    const bookmarks: Bookmark[] = []
    let number = Structure.reference(entry(parent, 'First', '\\d+ 0 R'))
    while (number !== undefined) {
      const text = objectText(pdf, number)
      const heading = entry(text, 'SE', '\\d+ 0 R') ?? ''
      const element = Structure.reference(heading)
      const level = Number(/^H(\d)$/.exec((element && structure.get(element)?.type) || '')?.[1] ?? 1)
      const kids = read(text)
      if (level > depth) changes.remove(number)
      else {
        const rebuilt = element === undefined ? '' : title(element)
        const own = entry(text, 'Title', '<[^>]*>|\\((?:\\\\[\\s\\S]|[^\\\\()])*\\)') ?? '()'
        const destination = entry(text, 'Dest', '\\[[^\\]]*\\]') ?? ''
        bookmarks.push({ number, title: rebuilt ? textString(rebuilt) : own, destination, heading, kids })
      }
      number = Structure.reference(entry(text, 'Next', '\\d+ 0 R'))
    }
    return bookmarks
  }
  const write = (bookmarks: readonly Bookmark[], parent: number): void => {
    for (const [at, { number, title, destination, heading, kids }] of bookmarks.entries()) {
      const entries = [
        `/Title ${title}`,
        destination && `/Dest ${destination}`,
        heading && `/SE ${heading}`,
        `/Parent ${parent} 0 R`,
        reference('Prev', bookmarks[at - 1]),
        reference('Next', bookmarks[at + 1]),
        ...family(kids),
      ]
      changes.replace(number, `${number} 0 obj\n<<${entries.filter(Boolean).join('\n')}>>`)
      write(kids, number)
    }
  }
  const bookmarks = read(objectText(pdf, root))
  changes.replace(
    root,
    `${root} 0 obj\n<<${['/Type /Outlines', ...family(bookmarks)].filter(Boolean).join('\n')}>>`,
  )
  write(bookmarks, root)
}

function entry(text: string, key: string, value: string): string | undefined {
  return new RegExp(`/${key}\\s*(${value})`).exec(text)?.[1]
}

function reference(key: string, bookmark: Bookmark | undefined): string {
  return bookmark ? `/${key} ${bookmark.number} 0 R` : ''
}

function family(kids: readonly Bookmark[]): string[] {
  const count = (bookmarks: readonly Bookmark[]): number =>
    bookmarks.reduce((sum, bookmark) => sum + 1 + count(bookmark.kids), 0)
  return kids.length > 0
    ? [reference('First', kids[0]), reference('Last', kids.at(-1)), `/Count ${count(kids)}`]
    : []
}

/** What is painted as each marked content, by page and number. */
type RunsByMark = (page: number, mcid: number) => readonly MarkedRun[]

function runsByMark({ pdf }: Structure): RunsByMark {
  const texts = pageTexts(pdf)
  const indexes = new Map(pdf.pages.map((page, index) => [page, index]))
  return (page, mcid) => texts[indexes.get(page) ?? -1]?.runs.filter((run) => run.mcid === mcid) ?? []
}

function leaves(
  structure: Structure,
  element: number,
  calls: ReadonlySet<number>,
  runs: RunsByMark,
): MarkedRun[] {
  if (calls.has(element)) return []
  const page = Structure.reference(/\/Pg (\d+ 0 R)/.exec(structure.changes.text(element))?.[1])
  return (structure.get(element)?.kids ?? []).flatMap((kid) => {
    const number = Structure.reference(kid)
    if (number !== undefined) return leaves(structure, number, calls, runs)
    return page !== undefined && /^\d+$/.test(kid) ? [...runs(page, Number(kid))] : []
  })
}

/** A line ends where the next letters begin further left; its last blank is not painted. */
function titleOf(runs: readonly MarkedRun[]): string {
  let title = ''
  for (const [at, { text, x }] of runs.entries()) {
    const before = runs[at - 1]
    const isNewLine = before !== undefined && x <= before.x
    title += isNewLine && !/\S[-–/]$/.test(title) ? ` ${text}` : text
  }
  return title.replace(/\s+/g, ' ').trim()
}
