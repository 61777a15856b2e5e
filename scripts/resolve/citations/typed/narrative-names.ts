/** The names that stand before "(2022)": where they may begin, and what stands before them. */
import { folded, PARTICLES, SMALL_WORDS } from './words.ts'

export interface NameStart {
  /** In the text. */
  readonly start: number
  /**
   * `free`: what stands before is no part of the name. `bound`: it may be: "Siti Midhol", "Putra, Midhol", "dan Midhol".
   */
  readonly edge: 'free' | 'bound'
}

/** Farther back no name begins, in characters. */
const REACH = 200
const MOST_WORDS = 16

const CONNECTORS: ReadonlySet<string> = new Set(['dan', 'and', 'serta', '&'])
const ET_AL: ReadonlySet<string> = new Set([
  'dkk',
  'et',
  'al',
  'kawan-kawan',
  'lain-lain',
  'lainnya',
  'others',
])

/** Words written with a capital before a name which are none: they begin a sentence, or say what somebody wrote or is. */
const LEADS: ReadonlySet<string> = new Set(
  `menurut oleh dari dalam pada bagi kata ungkap seperti sebagaimana sementara sedangkan namun akan tetapi tetapi selain
  selanjutnya kemudian lalu adapun juga sejalan senada berbeda berdasarkan mengacu merujuk mengikuti mengutip melalui
  dengan untuk bahwa ketika saat setelah sebelum sejak hal lihat bandingkan karena jika bila meskipun walaupun
  penelitian riset studi kajian teori konsep model pendapat karya buku artikel jurnal tulisan laporan data hasil temuan
  analisis definisi pandangan pemikiran argumen survei tesis skripsi disertasi makalah esai sumber kerangka gagasan
  according to by as in while however following see also both when if since although from research study theory concept
  report book article work findings source
  prof profesor professor dr doktor ir bapak ibu saudara peneliti ahli pakar ilmuwan sejarawan antropolog sosiolog`
    .trim()
    .split(/\s+/),
)

interface Word {
  readonly text: string
  readonly start: number
}

/**
 * @param text of the block
 * @param bracket where "(" stands
 * @returns the places where the names may begin, the farthest first, and where they end
 */
export function namesBefore(
  text: string,
  bracket: number,
): { readonly starts: readonly NameStart[]; readonly end: number } {
  const cut = Math.max(0, bracket - REACH)
  const before = text.slice(cut, bracket)
  const trimmed = before.trimEnd()
  if (trimmed.length === before.length && trimmed !== '') return { starts: [], end: bracket }
  const end = cut + trimmed.length
  // Brackets, quotations and what is no text end a name.
  const from = Math.max(...[...'()[]“”"„‘«»;!?\uFFFB\uFFFC'].map((sign) => trimmed.lastIndexOf(sign))) + 1
  const words = [...trimmed.slice(from).matchAll(/\S+/g)].map(
    ({ 0: found, index }): Word => ({ text: found, start: cut + from + index }),
  )
  // The first word may be cut in two.
  if (from === 0 && cut > 0) words.shift()
  const starts: NameStart[] = []
  for (let at = words.length - 1, seen = 0; at >= 0 && seen < MOST_WORDS; at--, seen++) {
    const word = words[at]
    if (!word || !mayBeInName(word.text, at === words.length - 1)) break
    if (mayBeginName(word.text)) starts.unshift({ start: word.start, edge: edgeBefore(words, at) })
  }
  return { starts, end }
}

/** Is the word before the names one that tells who says something: "menurut", "oleh"? */
export function isAttributed(text: string, start: number): boolean {
  return /(?:^|[^\p{L}])(?:menurut|oleh|according to)\s+$/iu.test(text.slice(Math.max(0, start - 20), start))
}

function mayBeInName(word: string, last: boolean): boolean {
  const plain = word.replace(/[.,]+$/, '').toLowerCase()
  if (ET_AL.has(plain)) return true
  // A full stop ends a sentence, save behind initials and titles.
  if (!last && /[.:]$/.test(word) && !isShort(word)) return false
  if (last && /[.:,]$/.test(word) && !isShort(word)) return false
  return /^\p{Lu}/u.test(word) || CONNECTORS.has(plain) || PARTICLES.has(plain) || SMALL_WORDS.has(plain)
}

/** "R.", "Jr.", "Dr." */
function isShort(word: string): boolean {
  return /^(?:\p{Lu}\.)+,?$|^(?:Jr|Sr|Dr|Prof|Ir|Drs|St)\.,?$/u.test(word)
}

function mayBeginName(word: string): boolean {
  return /^\p{Lu}/u.test(word) || PARTICLES.has(word)
}

function edgeBefore(words: readonly Word[], at: number): NameStart['edge'] {
  const before = words[at - 1]?.text
  if (before === undefined) return 'free'
  const plain = before.replace(/[.,]+$/, '')
  if (/[.:]$/.test(before) && !isShort(before)) return 'free'
  if (CONNECTORS.has(plain.toLowerCase())) return listedBefore(words, at - 2) ? 'bound' : 'free'
  if (before.endsWith(',')) return listedBefore(words, at - 1) ? 'bound' : 'free'
  return isNameWord(plain) ? 'bound' : 'free'
}

/** Does a list of names go on to this word? "Di Thailand," is none, for "di" is no name. */
function listedBefore(words: readonly Word[], at: number): boolean {
  const [word, previous] = [words[at]?.text, words[at - 1]?.text]
  if (word === undefined || !isNameWord(word.replace(/[.,]+$/, ''))) return false
  const lead = previous?.replace(/[.,]+$/, '').toLowerCase()
  return !(lead !== undefined && /^(?:di|ke|pada|dalam|dari|antara|in|at|for|during)$/.test(lead))
}

function isNameWord(word: string): boolean {
  return (
    /^\p{Lu}/u.test(word) &&
    !folded(word)
      .split(' ')
      .every((part) => LEADS.has(part))
  )
}

/** The names without the words that lead to them. */
export function withoutLeads(names: string): string {
  let rest = names
  for (let found = /^(\S+)\s+/.exec(rest); found?.[1]; found = /^(\S+)\s+/.exec(rest)) {
    if (isNameWord(found[1]) || PARTICLES.has(found[1])) break
    rest = rest.slice(found[0].length)
  }
  return rest
}
