/** What a build tells at its end: a few lines for a person, one object for a program. */
import type { Diagnostic, Page, Pdf } from '../model.ts'
import type { Analysis } from '../pipeline.ts'
import { jsonFindings } from '../report/json.ts'
import type { CommandContext } from './options.ts'
import { baseOf, shown } from './tell.ts'

/** A finished thesis, before anything is written. */
export interface Made {
  readonly analysis: Analysis
  readonly page: Page
  /** Absent with `--html-only`. */
  readonly document: Pdf | undefined
}

/** Paths of the files written, absolute. */
export interface WrittenFiles {
  readonly pdf: string | undefined
  readonly html: string
}

export interface BuildReport extends Partial<Made>, Partial<WrittenFiles> {
  readonly diagnostics: readonly Diagnostic[]
  /** In ms, by stage. */
  readonly timings: Readonly<Record<string, number>>
}

/** The object of `build --json`, one line. */
export function buildJson({ host, language }: CommandContext, report: BuildReport, dir: string): string {
  const path = (file: string | undefined) => (file === undefined ? null : shown(host.cwd, file))
  const object = {
    pdf: path(report.pdf),
    html: path(report.html),
    pages: report.document?.map.pages.length ?? null,
    chapters: chaptersOf(report),
    timings: report.timings,
    messages: jsonFindings(report.diagnostics, { language, base: baseOf(host.cwd, dir) }),
  }
  return `${JSON.stringify(object)}\n`
}

function chaptersOf({ page, document }: BuildReport) {
  return (page?.sections ?? [])
    .filter((section) => section.zone === 'body' && section.label !== undefined)
    .map(({ id, label, title, words }) => {
      const first = document?.map.pages.find((planned) => planned.section === id)?.label
      const firstPage = first === undefined ? null : /^\d+$/.test(first) ? Number(first) : first
      return { label, title, firstPage, words }
    })
}

export function buildSummary({ host, language }: CommandContext, report: BuildReport): string {
  const pages = report.document?.map.pages.length
  const seconds = ((report.timings.total ?? 0) / 1000).toFixed(1)
  const lines = [report.pdf, report.html]
    .filter((file) => file !== undefined)
    .map((file) => `  ${shown(host.cwd, file)}`)
  if (language === 'en') {
    return `${lines.join('\n')}\n${pages === undefined ? 'HTML' : `${pages} pages`} in ${seconds} s\n`
  }
  const time = seconds.replace('.', ',')
  return `${lines.join('\n')}\n${pages === undefined ? 'HTML' : `${pages} halaman`} dalam ${time} detik\n`
}
