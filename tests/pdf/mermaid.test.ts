/** Diagrams: drawn once, part of the document, harmless; and what cannot be drawn told at its line. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cacheIn } from '../../scripts/cache/index.ts'
import type { Host } from '../../scripts/host.ts'
import type { Diagnostic, ImageFile, Outcome, Page } from '../../scripts/model.ts'
import { analyse, type Drawn, draw, type Launch, print, render } from '../../scripts/pipeline.ts'
import { inlineSvg } from '../../scripts/render/svg.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../thesis-host.ts'
import { type ReadPdf, readPdfFile } from './read-pdf.ts'
import { sharedBrowser } from './shared-browser.ts'

const shared = sharedBrowser()
let base: string

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'naskah-test-'))
})
afterAll(() => rm(base, { recursive: true, force: true }))

const watch = stopwatch()

/** The browser of this file, which nobody ends; every print has a page of its own. */
function launcher(): { readonly launch: Launch; readonly count: () => number } {
  let launches = 0
  const launch: Launch = async () => {
    launches++
    const launched = shared()
    const page = await launched.browser.newPage()
    return { value: { ...launched, page, close: () => page.close() }, diagnostics: [] }
  }
  return { launch, count: () => launches }
}

interface DrawnThesis extends Outcome<Drawn> {
  readonly host: Host
  readonly analysis: NonNullable<Awaited<ReturnType<typeof analyse>>['value']>
  readonly launches: number
}

interface DrawChanges {
  readonly limit_ms?: number
  /** A module in mermaid's place. */
  readonly mermaid?: string
}

async function drawThesis(markdown: string, cache: string, changes: DrawChanges = {}): Promise<DrawnThesis> {
  const { limit_ms = 20_000, mermaid } = changes
  const real = thesisHost({ '1.md': markdown })
  const read: Host['read'] = async (path) =>
    mermaid !== undefined && path.endsWith('mermaid.esm.min.mjs')
      ? new TextEncoder().encode(mermaid)
      : real.read(path)
  const host = { ...real, read }
  const { value: analysis } = await analyse(host, THESIS, {}, watch)
  if (!analysis) throw new Error('the thesis cannot be read')
  const { launch, count } = launcher()
  const drawn = await draw(host, analysis, launch, watch, { cache: cacheIn(join(base, cache)), limit_ms })
  return { ...drawn, host, analysis, launches: count() }
}

async function rendered({ host, analysis, value }: DrawnThesis): Promise<Page> {
  const { images } = value
  const { value: page } = await render(host, { ...analysis, images }, { draft: false }, watch)
  if (!page) throw new Error('the thesis cannot be rendered')
  return page
}

function svgOf(image: ImageFile | undefined): string {
  return image ? new TextDecoder().decode(image.data) : ''
}

const block = (source: string, attributes = '') => `\`\`\`mermaid ${attributes}\n${source}\n\`\`\`\n`

const FLOW = 'flowchart LR\n  A[Zmulai] --> B{"Data <b>lengkap</b>?"}\n  B -->|Zya| C(Selesai)'
const SEQUENCE =
  'sequenceDiagram\n  actor M as Zmahasiswa\n  M->>D: Zkirim naskah\n  Note right of D: Zcatatan'
/** All that a stranger could try. */
const HOSTILE = `%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}, "fontFamily": "Courier", "themeCSS": "* { font-family: Courier; fill: red }", "theme": "dark"}}%%
flowchart TD
  X["<img src=x onerror=alert(1)>Zgambar"] --> Y["<script>alert(2)</script>Ztulisan"]
  click X "javascript:alert(3)"
  click Y call alert()
  style Y font-family:Courier,fill:#ffff00`

describe('a thesis with diagrams', () => {
  let thesis: DrawnThesis
  let page: Page
  let pdf: ReadPdf
  let diagnostics: readonly Diagnostic[]

  beforeAll(async () => {
    const markdown = `# Metode

Lihat @fig:alur dan @fig:urut.

${block(FLOW, '{#fig:alur caption="Alur *penelitian*"}')}
${block(SEQUENCE, '{#fig:urut width=60%}')}
Gambar 1.2 Urutan

Sumber: penulis

${block(HOSTILE)}`
    thesis = await drawThesis(markdown, 'first')
    page = await rendered(thesis)
    const { host, analysis, value } = thesis
    const printed = await print(host, page, analysis.sources.profile, value.launch, watch)
    diagnostics = [...thesis.diagnostics, ...printed.diagnostics]
    pdf = await readPdfFile(printed.value?.bytes ?? new Uint8Array())
  }, 60_000)

  it('has their words as text in its own font', () => {
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    const lines = pdf.pages.flatMap(({ lines: all }) => all)
    expect(lines.some(({ text }) => text.includes('Data lengkap?'))).toBe(true)
    for (const word of ['Zmulai', 'Zya', 'Zmahasiswa', 'Zkirim naskah', 'Zcatatan', 'Zgambar', 'Ztulisan']) {
      const line = lines.find(({ text }) => text.includes(word))
      expect([word, line?.fonts]).toEqual([word, ['Tinos-Regular']])
    }
  })

  it('numbers and lists them, and prints in the browser that drew', () => {
    expect(page.entries.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Gambar 1.1 Alur penelitian', 'Gambar 1.2 Urutan']),
    )
    expect(thesis.launches).toBe(1)
  })

  it('has them in the document, read out by their captions, and nothing that acts', () => {
    const body = page.html.slice(page.html.indexOf('<body>'))
    expect(body).toMatch(/<svg[^>]*role="img" aria-label="Alur penelitian" style="width:[\d.]+px/)
    expect(body).toMatch(/<svg[^>]*aria-label="Urutan" style="width:60%/)
    expect(body).toMatch(/<svg[^>]*aria-label="Diagram"/)
    expect(body.match(/<svg[^>]*role="img"/g)).toHaveLength(3)
    const tags = body.match(/<[^>]*>/g)?.join('') ?? ''
    expect(tags).not.toMatch(/<(?:script|style|foreignObject|image|img|iframe|a href="(?!#))/i)
    expect(tags).not.toMatch(/javascript:|\son[a-z]+=|Courier|example\.org|fill="(?:red|#ff0000)"/i)
    // A colour of a single box is its author's.
    expect(tags).toContain('#ffff00')
  })

  it('is the same when built again, without a browser to draw in', async () => {
    const again = await drawThesis(String(thesis.analysis.chapters[0]?.file.value), 'first')
    expect(again.launches).toBe(0)
    expect((await rendered(again)).html).toBe(page.html)
  })
})

describe('drawings', () => {
  const KINDS: Readonly<Record<string, string>> = {
    flowchart: FLOW,
    sequence: SEQUENCE,
    class:
      'classDiagram\n  class Hewan {\n    +String nama\n    +bersuara() void\n  }\n  Hewan <|-- Kucing : jenis',
    state:
      'stateDiagram-v2\n  [*] --> Diam\n  Diam --> Gerak: mulai\n  note right of Diam\n   Catatan\n  end note',
    er: 'erDiagram\n  DOSEN ||--o{ SKRIPSI : membimbing\n  DOSEN {\n    string nip PK\n  }',
    pie: 'pie showData title Responden\n  "Perempuan" : 60\n  "Laki-laki" : 40',
    gantt: 'gantt\n  dateFormat YYYY-MM-DD\n  section Awal\n  Proposal :a1, 2024-01-01, 30d',
    mindmap: 'mindmap\n  root((Perdagangan manusia))\n    Penyebab\n      Kemiskinan\n    [Aktor]',
    timeline: 'timeline\n  title Sejarah\n  2000 : Protokol\n  2007 : UU TPPO',
  }
  const WORDS = 'Zmulai Zmahasiswa bersuara Catatan membimbing Perempuan Proposal Kemiskinan Protokol'.split(
    ' ',
  )

  it('of every common kind are plain, with their words, and do not depend on what was drawn before', async () => {
    const blocks = Object.values(KINDS).map((source) => block(source))
    const one = await drawThesis(blocks.join('\n'), 'forwards')
    // Of these the layout throws dice, or ids are counted.
    const counted = [KINDS.mindmap, KINDS.class, KINDS.flowchart].map((source = '') => block(source))
    const other = await drawThesis(counted.join('\n'), 'backwards')
    for (const [address, image] of other.value.images)
      expect(svgOf(image)).toBe(svgOf(one.value.images.get(address)))
    expect(other.value.images.size).toBe(counted.length)
    expect([one.diagnostics, one.value.images.size]).toEqual([[], blocks.length])
    for (const [at, svg] of [...one.value.images.values()].map(svgOf).entries()) {
      expect(svg.replace(/<[^>]*>/g, ' ')).toContain(WORDS[at])
      expect(inlineSvg(svg, 'x')).toBeDefined()
      expect(svg).not.toMatch(/\sclass=|\sstyle=|NaN|undefined/)
    }
  }, 60_000)

  it('are no larger than what they show', async () => {
    const { value } = await drawThesis(block(KINDS.gantt ?? ''), 'forwards')
    const [image] = value.images.values()
    expect(image?.width).toBeLessThan(640)
    expect(image?.height).toBeLessThan(200)
  })

  it('too small to read are told, at their place', async () => {
    const wide = `flowchart LR\n${Array.from({ length: 20 }, (_, at) => `  n${at}[Langkah ${at}] --> n${at + 1}`).join('\n')}`
    const { diagnostics, value } = await drawThesis(`Teks\n\n${block(wide, '{#fig:x}')}`, 'wide')
    expect(value.images.size).toBe(1)
    expect(diagnostics).toMatchObject([{ ruleId: 'diagram/small-letters', file: '1.md' }])
    expect(diagnostics[0]?.place?.start.line).toBe(3)
  })
})

describe('what cannot be drawn', () => {
  it('is told at its line, wherever it stands, and the others are drawn', async () => {
    const remote = 'flowchart TD\n  A@{ img: "https://example.org/x.png" }'
    const broken = 'flowchart TD\n  %% komentar\n  A --> B[tutup'
    const markdown = [
      '# Metode',
      block(broken),
      `> ${block('grafik TD').trim().replaceAll('\n', '\n> ')}\n`,
      block(remote),
      block(`pie\n  "${'x'.repeat(50_001)}" : 1`),
      block(broken),
      block(FLOW),
    ].join('\n')
    const thesis = await drawThesis(markdown, 'faults')
    const found = thesis.diagnostics.map(({ ruleId, place }) => `${place?.start.line} ${ruleId}`)
    expect(found).toEqual([
      '5 diagram/syntax',
      '12 diagram/failed',
      '17 diagram/too-large',
      '25 diagram/syntax',
    ])
    expect([...thesis.value.images.values()].map(svgOf).join()).toContain('Zmulai')
    // What is no drawing is not kept, and shown as it was typed.
    expect(await readdir(join(base, 'faults'))).toHaveLength(1)
    const { html } = await rendered(thesis)
    const [first = '', ...others] = broken.split('\n')
    for (const line of [first, ...others].filter((one) => one.trim() !== ''))
      expect(html).toContain(`<span class="unresolved">${line}</span>`)
  }, 60_000)

  it('for it never ends is given up, and its page with it', async () => {
    const mermaid = `export default {
      initialize() {},
      async render(id, source) {
        while (source.includes('endless')) {}
        return { svg: '<svg><text>' + source + '</text></svg>' }
      },
    }`
    const markdown = ['one', 'endless', 'two', 'endless'].map((source) => block(source)).join('\n')
    const thesis = await drawThesis(markdown, 'endless', { limit_ms: 1000, mermaid })
    expect(thesis.diagnostics).toMatchObject([
      { ruleId: 'diagram/too-slow', place: { start: { line: 5 } } },
      { ruleId: 'diagram/too-slow', place: { start: { line: 13 } } },
    ])
    expect(
      [...thesis.value.images.values()]
        .map(svgOf)
        .join()
        .match(/one|two/g),
    ).toEqual(['one', 'two'])
    const { value } = await thesis.value.launch()
    expect(await value?.page.evaluate(() => 1 + 1)).toBe(2)
    await value?.close()
  }, 60_000)
})
