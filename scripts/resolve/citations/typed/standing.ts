/** "IOM (2019)" in a sentence: a work of the IOM, or what happened to it in that year? */
import { BETWEEN_NAMES, isPlace } from './words.ts'
import type { Work } from './work-index.ts'

/**
 * `cited`: the work is meant. `event`: something happened there, to it or to them. `open`: one or the other.
 */
export type Standing = 'cited' | 'event' | 'open'

export interface NarrativeName {
  /** Of the block. */
  readonly text: string
  /** Where the names begin. */
  readonly start: number
  /** Behind the brackets. */
  readonly end: number
  readonly names: string
  /** Something stands in the brackets that only a citation has: a page, "dalam". */
  readonly detailed: boolean
  /** It goes on from a citation: "Midhol (2022) dan …". */
  readonly continues: boolean
}

/** Nobody writes these before the author of a work, whoever it is. */
const EVENTS = words(`
  masa era zaman jaman rezim kematian kelahiran wafatnya lahirnya meninggalnya matinya tewasnya gugurnya jatuhnya
  runtuhnya berdirinya didirikannya terbentuknya dibentuknya bubarnya dibubarkannya munculnya bangkitnya berakhirnya
  berlakunya diberlakukannya disahkannya ditandatanganinya bergabungnya masuknya keluarnya terpilihnya dilantiknya
  lengsernya kembalinya datangnya tumbangnya merdekanya pecahnya pendirian pembentukan pembubaran keruntuhan kejatuhan
  birth death founding collapse`)

/** Before a body, or a person of one name, these tell where and when; before other persons they lead to a citation. */
const BEFORE_EVENTS = words(`
  di ke dari pada sejak semenjak hingga sampai antara menuju saat ketika setelah sesudah sebelum pasca usai selama kepada
  bawah periode pemerintahan kepemimpinan kekuasaan kemerdekaan kebangkitan krisis sidang pertemuan konferensi kongres
  ktt deklarasi piagam konvensi perjanjian traktat resolusi anggota keanggotaan negara masyarakat
  in at since until till during after before to from under`)

/** The names are those of a work by nobody else than bodies and persons of one name. */
export function standingOf(name: NarrativeName, works: readonly Work[]): Standing {
  const { text, start, end, names, detailed, continues } = name
  if (arePlaces(names)) return 'event'
  const before = text.slice(Math.max(0, start - 120), start)
  const last = lastWord(before)
  if (EVENTS.has(last)) return 'event'
  if (!works.every(isByBodies) || detailed || continues || isSourced(before)) return 'cited'
  if (BEFORE_EVENTS.has(last)) return 'event'
  return beginsClause(before) || SAYS.test(text.slice(end, end + 80)) ? 'cited' : 'open'
}

export function isByBodies({ authors }: Work): boolean {
  return authors.list.every((author) => author.kind === 'body')
}

/** A country or a city is where a law or a person is from; it says nothing. */
export function arePlaces(names: string): boolean {
  return names
    .split(BETWEEN_NAMES)
    .filter((part) => part !== '')
    .every(isPlace)
}

/** Is the word before names, or before the title that leads to them ("masa Presiden Soekarno"), one of events? */
export function isAtEvent(text: string, start: number): boolean {
  const before = text
    .slice(Math.max(0, start - 120), start)
    .trimEnd()
    .split(/\s+/)
  for (let word = before.pop(); word !== undefined; word = before.pop()) {
    if (EVENTS.has(word.toLowerCase()) || BEFORE_EVENTS.has(word.toLowerCase())) return true
    if (!/^\p{Lu}[\p{L}\p{M}’'-]*$/u.test(word)) return false
  }
  return false
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

function lastWord(before: string): string {
  return /(\p{L}+)\s+(?:(?:the|of|para|sang)\s+)*$/iu.exec(before)?.[1]?.toLowerCase() ?? ''
}

const SOURCE_NOUNS =
  'laporan|data|studi|penelitian|riset|kajian|survei|publikasi|terbitan|dokumen|buku|artikel|makalah|panduan|pedoman|' +
  'definisi|catatan|estimasi|perkiraan|statistik|temuan|rilis|siaran pers|situs|laman|analisis|pendapat|pandangan|' +
  'pemikiran|teori|argumen|karya|tulisan|pernyataan|rekomendasi|indeks|reports?|study|survey|guidelines|book'
const SAID =
  'ditulis(?:kan)?|disebut(?:kan)?|dikemukakan|dinyatakan|dijelaskan|dilaporkan|diungkap(?:kan)?|dicatat|didefinisikan|' +
  'dirilis|diterbitkan|dipublikasikan|dirumuskan|dipaparkan|diuraikan|disampaikan|ditegaskan|ditunjukkan|digambarkan|' +
  'dikutip|dilansir|kata|ujar|ungkap|tulis|published|reported|written|defined'
/** What was founded by somebody was not written by them. */
const FOUNDED =
  /(?:dibentuk|didirikan|dibangun|disahkan|diratifikasi|ditandatangani|diadopsi|dibubarkan|dipimpin|diselenggarakan|diprakarsai|diproklamasikan|founded|adopted|led|established|signed|created)\s+(?:oleh|by)\s+$/iu
const SOURCED = new RegExp(
  `(?<!\\p{L})(?:menurut|oleh|by|according to|berdasarkan|mengutip|melansir|versi|(?:mengacu|merujuk|berpedoman)(?: pada| ke)?|` +
    `(?:sejalan|senada) dengan|(?:${SOURCE_NOUNS})(?: (?:tahunan|resmi|terbaru|terakhir|akhir|bersama|global|khusus))?` +
    `(?: (?:dari|milik|of|by|from))?|(?:${SAID})(?: (?:dalam|dari|oleh|in|by))?)(?: the)?\\s+$`,
  'iu',
)

/** Do the words before say that something was written: "menurut", "oleh", "laporan", "disebutkan dalam"? */
function isSourced(before: string): boolean {
  return SOURCED.test(before) && !FOUNDED.test(before)
}

const SAYS = new RegExp(
  '^,?\\s*(?:(?:juga|pun|turut|yang|telah|sendiri|sudah|kemudian|lalu|also|has)\\s+){0,2}' +
    '(?:menyebut|menyatakan|menulis|mencatat|melaporkan|menjelaskan|menegaskan|mengemukakan|mengungkap|memaparkan|' +
    'menguraikan|mendefinisikan|mengartikan|berpendapat|berargumen|berpandangan|memperkirakan|' +
    'merilis|mengatakan|menyimpulkan|menekankan|menggambarkan|merekomendasikan|mengidentifikasi|' +
    'menyoroti|mengklasifikasi|merumuskan|menganalisis|menambahkan|mengklaim|' +
    '(?:state|note|report|argue|write|define|suggest|describe|explain|estimate|conclude|record)[sd]?\\b|' +
    `stated|reported|says|said|wrote|${SAID})`,
  'iu',
)

/** A clause begins behind a sign, or behind a word that joins clauses. */
function beginsClause(before: string): boolean {
  // Notes stand where nothing does.
  const rest = before.replace(/[\s\uFFFC]+$/u, '')
  // "Sejak ASEAN (2015), IOM (2019)" is a list.
  if (/\)\s*,$/.test(rest)) return false
  return (
    /(?:^|[.!?:;,([{“"„‘«–—])$/u.test(rest) ||
    /(?<!\p{L})(?:bahwa|namun|tetapi|sedangkan|sementara|adapun|that|but|while|whereas)$/iu.test(rest)
  )
}
