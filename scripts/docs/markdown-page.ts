/**
 * Makes `docs/markdown.md`: every construct of the dialect, its Markdown beside a picture of what the page shows. The
 * constructs are the sections of a thesis that uses them all (`tests/cases/semua-bentuk/`).
 */

/** A section of that thesis. */
export interface Construct {
  /** The anchor of its heading: the label its author gave. */
  readonly label: string
  readonly title: string
  /** What it shows, in English; the title says it in Indonesian. */
  readonly about: string
  /** The Markdown below its heading. */
  readonly markdown: string
}

const HEADING = /^## (.+?) \{#sec:([\w-]+)\}$/
const ABOUT = /^<!-- en: (.+) -->$/

/** The constructs of a chapter's file, in order. @throws when a section lacks its label or its English line */
export function constructsOf(markdown: string): Construct[] {
  const [, ...sections] = markdown.split(/^(?=## )/m)
  return sections.map((section) => {
    const [heading = '', , about = '', ...lines] = section.split('\n')
    const [, title, label] = HEADING.exec(heading) ?? []
    const [, words] = ABOUT.exec(about) ?? []
    if (!title || !label || !words) throw new Error(`A section without label or English line: ${heading}`)
    return { label, title, about: words, markdown: lines.join('\n').trim() }
  })
}

/** @param pictures file names of the pictures of a construct, by its label */
export function markdownPage(
  constructs: readonly Construct[],
  pictures: ReadonlyMap<string, readonly string[]>,
): string {
  const sections = constructs.map(({ label, title, about, markdown }) => {
    const shown = (pictures.get(label) ?? []).map((name) => `![${title}](images/markdown/${name})`)
    const fence = '`'.repeat(Math.max(3, longestFence(markdown) + 1))
    return `<a id="${label}"></a>\n\n## ${title}\n\n_${about}_\n\n${fence}markdown\n${markdown}\n${fence}\n\n${shown.join('\n')}`
  })
  const contents = constructs.map(({ label, title }) => `[${title}](#${label})`).join(' · ')
  return `${HEAD}\n\n${contents}\n\n${sections.join('\n\n')}\n`
}

const HEAD = `<!-- Dibuat dari tests/cases/semua-bentuk dengan \`npm run docs\`; jangan disunting. Generated; do not edit. -->

# Markdown untuk skripsi

Setiap bentuk di bawah ini ditulis seperti di kotaknya dan tercetak seperti di gambarnya. Gambarnya diambil dari
halaman yang dibuat Naskah sendiri.

_Every construct, as it is written and as it is printed. The pictures are of pages made by Naskah itself._`

function longestFence(markdown: string): number {
  return Math.max(0, ...[...markdown.matchAll(/^`{3,}/gm)].map(([fence]) => fence.length))
}
