/** Dates as authors type them in a bibliography. */

const UNDATED = /^(?:t\.?\s*t\.?(?:h\.?)?|n\.?\s*d\.?|s\.?\s*a\.?|tanpa (?:tahun|tanggal)|no date|-+|)$/i
const COMING =
  /^\(?(?:in press|forthcoming|to appear|in preparation|submitted|accepted|dalam proses|(?:akan|segera) terbit|sedang terbit)\)?$/i
/** Reckoned otherwise than from the birth of Christ: nobody can say what is in the future. */
const OTHER_ERA = /\b(?:B\.?E|B\.?C(?:\.?E)?|S\.?M|H|AH|Saka|M)\b|^-/
const YEAR = /(?<![\p{L}\p{N}])(\d{4})[a-z]?(?![\p{L}\p{N}])/u

const MONTHS = new Map(
  [
    'januari january jan',
    'februari february feb',
    'maret march mar',
    'april apr',
    'mei may',
    'juni june jun',
    'juli july jul',
    'agustus august agt aug',
    'september sep sept',
    'oktober october okt oct',
    'november nopember nov',
    'desember december des dec',
  ].flatMap((names, index) =>
    names.split(' ').map((name) => [name, String(index + 1).padStart(2, '0')] as const),
  ),
)

/** Does this say that a work has no date: t.t., n.d.? */
export function saysUndated(text: string): boolean {
  return UNDATED.test(text.trim())
}

/** "2019-2021", "Agustus 2020", "17 Agustus 2020", "2020/8/17" in the form of ISO 8601; undefined for anything else. */
export function isoDate(text: string): string | undefined {
  const typed = text.trim().replaceAll(/\s+/g, ' ')
  const range = /^(\d{4}) ?(?:\/|-{1,3}|–) ?(\d{4})$/.exec(typed)
  if (range) return `${range[1]}/${range[2]}`
  const numbers = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(typed)
  if (numbers) {
    const [, year, month = '', day] = numbers
    if (Number(month) < 1 || Number(month) > 12) return undefined
    return [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-')
  }
  const words = /^(?:(\d{1,2}) )?(\p{L}{3,9})\.?,? (\d{4})$/u.exec(typed)
  const month = MONTHS.get(words?.[2]?.toLowerCase() ?? '')
  if (!words || month === undefined) return undefined
  return [words[3], month, ...(words[1] === undefined ? [] : [words[1].padStart(2, '0')])].join('-')
}

/** The same as CSL has it. */
export function dateParts(iso: string): number[][] {
  return iso.split('/').map((date) => date.split('-').map(Number))
}

export interface YearDoubt {
  readonly kind: 'unreadable' | 'future'
  /** The year that was surely meant. */
  readonly meant: string | undefined
}

/** What is odd about a year: "2O20", "202", one that is still to come. A work may be out a year ahead. */
export function yearDoubt(text: string, thisYear: number | undefined): YearDoubt | undefined {
  const typed = text.trim()
  if (saysUndated(typed) || COMING.test(typed) || OTHER_ERA.test(typed)) return undefined
  const year = YEAR.exec(typed)?.[1]
  if (year !== undefined) {
    return thisYear !== undefined && Number(year) > thisYear + 1
      ? { kind: 'future', meant: undefined }
      : undefined
  }
  const meant = typed.replaceAll(/[Oo]/g, '0').replaceAll(/[lI|]/g, '1')
  return { kind: 'unreadable', meant: /^[12]\d{3}$/.test(meant) ? meant : undefined }
}
