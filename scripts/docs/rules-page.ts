/** The page that explains every message: `docs/rules.md`, in Indonesian with English beneath. Pure. */
import type { Diagnostic, Language, Severity, Text } from '../model.ts'
import { ruleUrl, severityWord } from '../report/location.ts'

/** A message or a rule of the linter, as the page shows it. */
export interface RuleEntry {
  /** `group/name` */
  readonly id: string
  readonly severity: Severity
  readonly title: Text
  /** Rules of the linter say why somebody cares. */
  readonly why?: Text
  /** A finding of it. */
  readonly example: Diagnostic
}

/** The groups in the order of the page: what an author meets first comes first. */
const GROUPS: Readonly<Record<string, Text>> = {
  outline: { id: 'Kerangka', en: 'Outline' },
  numbering: { id: 'Penomoran', en: 'Numbering' },
  citation: { id: 'Sitasi', en: 'Citations' },
  reference: { id: 'Rujukan silang', en: 'Cross-references' },
  abbreviation: { id: 'Singkatan', en: 'Abbreviations' },
  footnote: { id: 'Catatan kaki', en: 'Footnotes' },
  bibliography: { id: 'Berkas pustaka', en: 'Bibliography files' },
  block: { id: 'Bagian berpagar', en: 'Fenced divs' },
  quote: { id: 'Kutipan', en: 'Quotations' },
  text: { id: 'Huruf', en: 'Letters' },
  math: { id: 'Rumus', en: 'Math' },
  code: { id: 'Kode', en: 'Code' },
  table: { id: 'Tabel', en: 'Tables' },
  caption: { id: 'Takarir', en: 'Captions' },
  image: { id: 'Gambar', en: 'Images' },
  diagram: { id: 'Diagram', en: 'Diagrams' },
  thesis: { id: 'Berkas naskah', en: 'Files of the thesis' },
  front: { id: 'Bagian awal', en: 'Front matter' },
  config: { id: 'Konfigurasi', en: 'Configuration' },
  browser: { id: 'Peramban', en: 'Browser' },
  pdf: { id: 'PDF', en: 'PDF' },
  output: { id: 'Hasil', en: 'Output' },
}

const HEAD = `<!-- Dibuat dari sumber program dengan \`npm run docs\`; jangan disunting. Made from the sources; do not edit. -->

# Pesan Naskah

Setiap pesan menyebut apa yang ditemukan, apa yang diharapkan, dan cara memperbaikinya. **Kesalahan** menghentikan
\`naskah build\` (kecuali dengan \`--draft\`); **peringatan** dan **catatan** tidak. Pesan kerangka (\`outline/…\`) hanya
menjadi catatan apabila tidak ada profil yang dipilih.

_Each message says what was found, what is expected and how to mend it. An **error** stops \`naskah build\` (unless with
\`--draft\`); **warnings** and **notes** do not. Messages about the outline (\`outline/…\`) are notes when no profile was
chosen._
`

/**
 * @param entries each id once; in a group they keep their order
 * @throws {Error} for an entry of a group that the page does not know
 */
export function rulesPage(entries: readonly RuleEntry[]): string {
  for (const { id } of entries) {
    if (!(groupOf(id) in GROUPS)) throw new Error(`docs/rules.md has no heading for the group of ${id}`)
  }
  const groups = Object.entries(GROUPS).map(([group, name]) => ({
    name,
    members: entries.filter(({ id }) => groupOf(id) === group),
  }))
  const shown = groups.filter(({ members }) => members.length > 0)
  const contents = shown.map(({ name, members }) => {
    const links = members.map(({ id }) => `[${id}](#${anchorOf(id)})`)
    return `- ${headingOf(name)}: ${links.join(', ')}`
  })
  const chapters = shown.map(
    ({ name, members }) => `## ${headingOf(name)}\n\n${members.map(entryText).join('\n')}`,
  )
  return [HEAD, `${contents.join('\n')}\n`, ...chapters].join('\n')
}

/** The part of a message's address behind `#`. */
export function anchorOf(id: string): string {
  return ruleUrl(id).split('#')[1] ?? ''
}

function groupOf(id: string): string {
  return id.split('/')[0] ?? ''
}

function headingOf({ id, en }: Text): string {
  return id === en ? id : `${id} / ${en}`
}

function entryText(entry: RuleEntry): string {
  return `<a id="${anchorOf(entry.id)}"></a>

### ${entry.id}

${inLanguage(entry, 'id', { example: 'Contoh', fix: 'Perbaikan' })}
${inLanguage(entry, 'en', { example: 'Example', fix: 'How to fix it' })}`
}

function inLanguage(
  { severity, title, why, example }: RuleEntry,
  language: Language,
  words: { readonly example: string; readonly fix: string },
): string {
  const reason = why ? ` ${escaped(why[language])}` : ''
  const lines = [
    `**${escaped(title[language])}** (${severityWord(severity, language)}).${reason}`,
    '',
    `> ${words.example}: ${escaped(example.message[language])}`,
  ]
  // A line break of its own, or Markdown runs the two into one.
  if (example.hint) {
    const hint = escaped(example.hint[language]).replaceAll('\n', ' ')
    lines.splice(-1, 1, `${lines.at(-1)}\\`, `> ${words.fix}: ${hint}`)
  }
  return `${lines.join('\n')}\n`
}

/** Text as Markdown shows it; what stands between backticks is code already. */
function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[\\*_<>[\]~]/g, '\\$&')))
    .join('')
}
