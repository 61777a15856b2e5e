/** `naskah build`: the thesis as PDF and HTML, both whole or neither. */
import { basename, join, resolve } from 'node:path'
import GithubSlugger from 'github-slugger'
import { diagnose, hasErrors } from '../diagnostics.ts'
import type { Outcome } from '../model.ts'
import { type Analysis, analyse, draw, type Launch, print, render } from '../pipeline.ts'
import { pageNumbers } from '../print/index.ts'
import { fillPageNumbers } from '../render/page-numbers.ts'
import { type Stopwatch, stopwatch } from '../stopwatch.ts'
import { browserStarter } from './browser-starter.ts'
import { type BuildReport, buildJson, buildSummary, type Made, type WrittenFiles } from './build-report.ts'
import { citationCache } from './citation-cache.ts'
import { cannotWrite } from './messages.ts'
import { type CommandContext, type ExitCode, exitCode } from './options.ts'
import { progress } from './progress.ts'
import { shown, tellDiagnostics } from './tell.ts'

export interface BuildOptions {
  readonly profile?: string | undefined
  readonly out: string
  readonly draft: boolean
  readonly htmlOnly: boolean
  readonly json: boolean
}

export async function buildCommand(
  context: CommandContext,
  dir: string,
  options: BuildOptions,
): Promise<ExitCode> {
  const watch = stopwatch()
  const steps = progress(context)
  // The browser starts while Markdown is read; without a PDF it is needed by diagrams alone.
  const starter = browserStarter(context, !options.htmlOnly)
  try {
    const analysis = await analyse(
      context.host,
      dir,
      { ...options, cache: citationCache(context.host) },
      watch,
    )
    context.signal.throwIfAborted()
    steps.show('render')
    const made = await make(context, options, analysis, watch, steps.show, starter.launch)
    context.signal.throwIfAborted()
    const written = made.value ? await write(context, dir, options, made.value) : undefined
    watch.lap('write')
    steps.clear()
    const diagnostics = [...analysis.diagnostics, ...made.diagnostics, ...(written?.diagnostics ?? [])]
    const report: BuildReport = { ...made.value, ...written?.value, diagnostics, timings: watch.times() }
    if (options.json) context.output.write(buildJson(context, report, dir))
    else {
      await tellDiagnostics(context, diagnostics, dir)
      if (written?.value) context.output.tell(buildSummary(context, report))
    }
    return options.draft && written?.value ? 0 : exitCode(diagnostics)
  } finally {
    steps.clear()
    await starter.close()
  }
}

/** Errors stop it, those of the thesis, of its diagrams and a PDF that is not as planned, unless a draft is asked for. */
async function make(
  context: CommandContext,
  options: BuildOptions,
  { value: analysis, diagnostics: findings }: Outcome<Analysis | undefined>,
  watch: Stopwatch,
  onStep: (step: 'print') => void,
  launch: Launch,
): Promise<Outcome<Made | undefined>> {
  if (!analysis || (hasErrors(findings) && !options.draft)) return { value: undefined, diagnostics: [] }
  const { host } = context
  const drawn = await draw(host, analysis, launch, watch)
  if (hasErrors(drawn.diagnostics) && !options.draft)
    return { value: undefined, diagnostics: drawn.diagnostics }
  const { images, launch: goOn } = drawn.value
  const rendered = await render(
    host,
    { ...analysis, images },
    { ...options, cache: citationCache(host) },
    watch,
  )
  const page = rendered.value
  const told = [...drawn.diagnostics, ...rendered.diagnostics]
  if (!page || options.htmlOnly) {
    return { value: page && { analysis, page, document: undefined }, diagnostics: told }
  }
  onStep('print')
  const printed = await print(host, page, analysis.sources.profile, goOn, watch)
  const diagnostics = [...told, ...printed.diagnostics]
  const document = printed.value
  return {
    value:
      document && (options.draft || !hasErrors(printed.diagnostics))
        ? { analysis, page, document }
        : undefined,
    diagnostics,
  }
}

async function write(
  { host }: CommandContext,
  dir: string,
  options: BuildOptions,
  { analysis, page, document }: Made,
): Promise<Outcome<WrittenFiles | undefined>> {
  const slug = outputName(analysis.sources.config.output, page.title, dir)
  const stem = join(resolve(host.cwd, options.out), slug)
  const html = fillPageNumbers(page.html, document ? pageNumbers(document.map) : {})
  const files: { path: string; data: string | Uint8Array }[] = [{ path: `${stem}.html`, data: html }]
  if (document) files.unshift({ path: `${stem}.pdf`, data: document.bytes })
  try {
    await host.writeAll(files)
    return { value: { pdf: document && `${stem}.pdf`, html: `${stem}.html` }, diagnostics: [] }
  } catch (error) {
    const facts = { path: shown(host.cwd, files[0]?.path ?? stem), reason: reasonOf(error) }
    return { value: undefined, diagnostics: [diagnose(cannotWrite, facts)] }
  }
}

const LONGEST_NAME = 80

/** `output` of the configuration, or the title in letters that every file system takes, cut between words. */
function outputName(output: string | undefined, title: string, dir: string): string {
  if (output !== undefined) return output
  const slug = new GithubSlugger().slug(title.normalize('NFKD').replace(/\p{M}/gu, ''))
  const cut = slug.length <= LONGEST_NAME ? slug : slug.slice(0, LONGEST_NAME + 1).replace(/-[^-]*$/, '')
  return cut || new GithubSlugger().slug(basename(resolve(dir))) || 'naskah'
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
