/**
 * What Indonesian authors write in the place of names: titles before and behind them, bodies without braces. Each answer
 * is given only where nothing else can be meant; a name that may be right stays as it is.
 */

/** Titles before a name. */
const BEFORE = /^(?:[Pp]rof|PROF|[Dd][Rr]|[Dd]r[sagh]|Ir|Hj|HJ|KH|Tgk|Apt|Ust|Ustadz|Ustadzah)\.?$/
/** May be initials (K.H. Dewantara): they go only beside another title. */
const BEFORE_BESIDE = /^(?:H|K\.H|apt|Pdt)\.$/
/** Without its dot this is a name like others. */
const NEEDS_DOT = /^(?:Ir|Apt|Ust|Tgk|KH|Hj|HJ)$/

/** A degree no initials look like: one of its parts has several letters, or it is known by itself. */
const DEGREE =
  /^(?:[SMABD]\.\s?(?:[A-Z][a-z]{1,5}|[A-Z]{2,4})(?:\.\s?[A-Z][A-Za-z]{0,4})*\.?|A\.Md\.?(?:\s?[A-Z][a-z]+\.?)*|Ph\.?\s?D\.?|LL\.?\s?[MB]\.?|Lc\.?|Sp\.\s?[A-Z][A-Za-z]{0,4}(?:\([A-Z]\))?\.?|MBA|MPA|MPH|M\.?Sc\.?|Ak\.?|CA|CPA|QIA|Ns\.?|Apt\.?|Psikolog|M\.?Phil\.?|M\.?Eng\.?|Ed\.?D\.?|D\.?Phil\.?)$/
/** Degrees that might be initials: S.H., M.A. They count beside another title. */
const SHORT_DEGREE = /^(?:S\.\s?[HETSI]|M\.\s?[AHMTS]|B\.\s?[AS]|D\.\s?E\.\s?A|M\.\s?D)\.?$/
/** The commonest of them counts behind a whole name too. */
const SURE_SHORT_DEGREE = /^S\.[HET]\.$/

/** "Prof.Dr.Budi" */
const GLUED = /^(?:(?:Prof|Dr|Drs|Dra|Ir)\.)+(?=\p{Lu})/u

/** Family names begin with these, in whatever case: what is behind "Van Dyke," is a given name. */
const PARTICLE = /^(?:van|von|de|der|den|del|della|da|di|du|la|le|ter|ten|al|el|bin|binti)$/i

interface PlainName {
  /** Without titles. */
  readonly name: string
  /** As they were typed, in order. */
  readonly titles: readonly string[]
}

/** Takes the titles off a name, be it "Given Family, Degree" or "Family, Given, Degree". */
export function withoutTitles(typed: string): PlainName {
  const parts = typed.split(/\s*,\s*/)
  const fronts = parts.map((part, at) => (at < 2 ? frontTitles(part, at === 0) : { titles: [], rest: part }))
  const before = fronts.flatMap(({ titles }) => titles)
  const [first = '', ...rest] = fronts.map((front) => front.rest)
  const degrees = degreesAmong(first, rest, before.length > 0)
  const kept = rest.slice(0, rest.length - degrees.length).filter((part) => part !== '')
  const titles = [...before, ...degrees]
  if (titles.length === 0 || first === '') return { name: typed, titles: [] }
  return { name: [first, ...kept].join(', '), titles }
}

/** @param keepLast a name is more than titles: its last word stays */
function frontTitles(part: string, keepLast: boolean): { readonly titles: string[]; readonly rest: string } {
  const words = part.replace(GLUED, (titles) => titles.replaceAll('.', '. ')).split(/\s+/)
  const isTitle = (word = '') => BEFORE.test(word) && !NEEDS_DOT.test(word)
  let count = 0
  while (count < words.length - (keepLast ? 1 : 0)) {
    const word = words[count] ?? ''
    // "H. Dr. Budi": the first is a title because the next one is.
    const beside = BEFORE_BESIDE.test(word) && (count > 0 || isTitle(words[count + 1]))
    if (!isTitle(word) && !beside) break
    count++
  }
  return count === 0
    ? { titles: [], rest: part }
    : { titles: words.slice(0, count), rest: words.slice(count).join(' ') }
}

/** The degrees at the end of the parts behind the first comma. */
function degreesAmong(first: string, parts: readonly string[], hasTitle: boolean): string[] {
  let from = parts.length
  while (from > 0 && isDegree(parts[from - 1] ?? '')) from--
  const degrees = parts.slice(from)
  const words = first.split(/\s+/)
  const isWholeName = words.length > 1 && !PARTICLE.test(words[0] ?? '') && !/(?:^|\s)\p{Ll}/u.test(first)
  // What stands in the second place may be initials: "Nasution, S.H."
  const sure =
    hasTitle ||
    from > 0 ||
    degrees.length > 1 ||
    degrees.some((degree) => degree.split(/\s+/).some((one) => DEGREE.test(one)) || DEGREE.test(degree)) ||
    (isWholeName && degrees.every((one) => SURE_SHORT_DEGREE.test(one)))
  return sure ? degrees : []
}

function isDegree(part: string): boolean {
  const one = (text: string) => DEGREE.test(text) || SHORT_DEGREE.test(text)
  if (one(part)) return true
  // "S.H. M.Si." without a comma between them.
  const several = part.split(/\s+/, 8)
  return several.length > 1 && several.length < 7 && several.every(one)
}

/** Bodies that say first what they are, as Indonesian ones do. */
const BODY_FIRST = new RegExp(
  `^(?:${[
    'kementerian|kementrian|departemen|badan|dinas|universitas|institut|politeknik|direktorat|komisi|komite|lembaga',
    'pemerintah|pemerintahan|majelis|dewan|mahkamah|pengadilan|kejaksaan|kepolisian|organisasi|yayasan|perserikatan',
    'perhimpunan|himpunan|ikatan|asosiasi|persatuan|kedutaan|kantor|biro|pusat|sekretariat|bank|partai|republik|kerajaan',
    'tentara|balai|perpustakaan|fakultas|sekolah|rumah|pt\\.?|cv\\.?|ministry|department|university|government|office',
    'embassy|institute|committee|commission|council|bureau|kingdom|republic|world',
  ].join('|')})$`,
  'i',
)
/** Words no person's name has; English bodies have them anywhere. */
const BODY_ANYWHERE =
  /^(?:organi[sz]ations?|ministry|department|university|commission|committee|council|association|institute|foundation|government|nations|international|agency|federation|secretariat|programme|bureau|embassy|corporation|inc\.?|ltd\.?|tbk\.?|for|untuk)$/i

/** Is this surely a body that stands where a person is expected? Braces and commas say otherwise. */
export function looksLikeBody(name: string): boolean {
  if (/[,{}]/.test(name)) return false
  const words = name.trim().split(/\s+/)
  if (words.length < 2 || words.some((word) => /^\p{Lu}\.$/u.test(word))) return false
  return (
    BODY_FIRST.test(words[0] ?? '') ||
    words.slice(1).some((word) => BODY_ANYWHERE.test(word)) ||
    /^international$/i.test(words[0] ?? '')
  )
}

/** Names that say whose child one is are cited whole: Ahmad bin Abdullah. */
export function hasPatronymic(name: string): boolean {
  const words = /[,{}]/.test(name) ? [] : name.trim().split(/\s+/)
  return words.some(
    (word, at) => at > 0 && at < words.length - 1 && /^(?:bin|binti|bt|bte|ibn|ibnu)\.?$/.test(word),
  )
}
