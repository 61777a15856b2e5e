/** Theses in memory for the tests of the front matter. */
import type { Diagnostic, Page } from '../../../scripts/model.ts'
import { analyse, render } from '../../../scripts/pipeline.ts'
import { stopwatch } from '../../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../../thesis-host.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** One pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const DATA = `title: Kerja Sama *Antarnegara*
author: { name: Sari Dewi, id: "14010420130123" }
supervisors: Dr. Siti Aminah
examiners: Dr. Budi Santoso
degree: Sarjana Hubungan Internasional
programme: Hubungan Internasional
university: Universitas Contoh
city: Semarang
year: 2024
`

export async function renderFront(
  files: Files,
  draft = false,
): Promise<{ page: Page; said: readonly Diagnostic[] }> {
  const host = thesisHost({ '01.md': '# Pendahuluan\n\nTeks.', 'naskah.yaml': DATA, ...files })
  const analysis = await analyse(host, THESIS, {}, stopwatch())
  if (!analysis.value) throw new Error(JSON.stringify(analysis.diagnostics))
  const { value: page, diagnostics } = await render(host, analysis.value, { draft }, stopwatch())
  if (!page) throw new Error('the thesis cannot be rendered')
  return { page, said: [...analysis.diagnostics, ...diagnostics] }
}

/** The HTML of a part. */
export function sectionOf({ html }: Page, id: string): string {
  const from = html.indexOf(`<section id="bagian.${id}"`)
  return from < 0 ? '' : html.slice(from, html.indexOf('</section>', from))
}

/** What is said of a folder: place, rule and message, a line each. */
export async function sayings(files: Files): Promise<string[]> {
  const host = thesisHost({ '01.md': '# Pendahuluan\n\nTeks.', 'naskah.yaml': DATA, ...files })
  const { diagnostics } = await analyse(host, THESIS, {}, stopwatch())
  return diagnostics
    .filter(({ ruleId }) => !ruleId.startsWith('outline/'))
    .map(
      ({ file, place, ruleId, message, hint }) =>
        `${file}:${place?.start.line}:${place?.start.column} ${ruleId} ${message.id} ${hint?.id ?? ''}`,
    )
}
