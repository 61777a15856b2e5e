/** The columns are a forecast, the PDF is the fact: where they differ, the numbers follow the PDF. */
import { expect, it } from 'vitest'
import { analyse, render } from '../../scripts/pipeline.ts'
import { launchBrowser } from '../../scripts/print/browser/index.ts'
import { printDocument } from '../../scripts/print/index.ts'
import type { Profile } from '../../scripts/schema/profile.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { fixedHost } from './build.ts'
import { readPdfFile } from './read-pdf.ts'

it('plans anew from the file when print breaks pages elsewhere than the screen did', async () => {
  const host = fixedHost()
  const { value: analysis } = await analyse(host, 'chapters', {}, stopwatch())
  if (!analysis) throw new Error('the sample cannot be read')
  const { value: page } = await render(host, analysis, { draft: false }, stopwatch())
  if (!page) throw new Error('the sample cannot be rendered')
  const profile: Profile = analysis.sources.profile
  const loose = '<style>@media print { .chapter p { padding-bottom: 14pt } }</style></head>'
  const launched = await launchBrowser(host)
  if (!launched.value) throw new Error(JSON.stringify(launched.diagnostics))
  try {
    const html = page.html.replace('</head>', () => loose)
    const steps: string[] = []
    const printed = await printDocument(launched.value.page, host, { ...page, html }, profile, (step) =>
      steps.push(step),
    )
    // Printed, found to differ, planned anew, printed again.
    expect(steps.filter((step) => step === 'print')).toHaveLength(2)
    expect(printed.diagnostics).toEqual([])
    const { pages } = await readPdfFile(printed.value.bytes)
    const contents = pages.flatMap(({ lines }) => lines).find(({ text }) => /^BAB IV PENUTUP \d+$/.test(text))
    const number = contents?.text.split(' ').at(-1)
    const chapter = pages.find(({ label }) => label === number)
    expect(chapter?.lines[0]?.text).toBe('BAB IV')
    expect(chapter?.lines.at(-1)?.text).toBe(number)
  } finally {
    await launched.value.close()
  }
}, 60_000)
