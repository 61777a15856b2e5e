/**
 * `docs/markdown.md`: made from the thesis that uses every construct. `npm run docs` writes it and takes its pictures;
 * otherwise it is compared, and each of its pictures must be there.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Construct, constructsOf, markdownPage } from '../scripts/docs/markdown-page.ts'
import { diskHost } from '../scripts/host.ts'
import { analyse, draw, render } from '../scripts/pipeline.ts'
import { launchBrowser } from '../scripts/print/browser/index.ts'
import { pageGeometry } from '../scripts/print/geometry.ts'
import { fillNumbers, layOutDocument, openDocument } from '../scripts/print/layout.ts'
import { stopwatch } from '../scripts/stopwatch.ts'
import { sharedBrowser } from './pdf/shared-browser.ts'

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)))
const THESIS = join(ROOT, 'tests', 'cases', 'semua-bentuk')
const PAGE = join(ROOT, 'docs', 'markdown.md')
const PICTURES = join(ROOT, 'docs', 'images', 'markdown')
const WRITES = process.env.MODE === 'docs'
/** Around what a picture shows, in px. */
const EDGE = 12

const constructs = readdirSync(THESIS)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .flatMap((name) => constructsOf(readFileSync(join(THESIS, name), 'utf8')))

/** `kutipan-1.png`, `kutipan-2.png`: one for each page that a construct takes. */
function picturesThere(): Map<string, string[]> {
  const names = existsSync(PICTURES) ? readdirSync(PICTURES).sort() : []
  return new Map(
    constructs.map(({ label }) => [label, names.filter((name) => name.replace(/-\d+\.png$/, '') === label)]),
  )
}

describe.runIf(WRITES)('the pictures', () => {
  const browser = sharedBrowser()

  it('are taken', { timeout: 120_000 }, async () => {
    const host = diskHost(ROOT)
    const { value: analysis } = await analyse(host, THESIS, {}, stopwatch())
    if (!analysis) throw new Error('the thesis cannot be read')
    const drawn = await draw(host, analysis, () => launchBrowser(host), stopwatch())
    const { images, launch } = drawn.value
    const { value: page } = await render(host, { ...analysis, images }, { draft: false }, stopwatch())
    await (await launch()).value?.close()
    if (!page) throw new Error('the thesis cannot be rendered')
    const { profile } = analysis.sources
    const tab = browser().page
    const geometry = pageGeometry(profile)
    await tab.setViewport({ width: 1400, height: 1200, deviceScaleFactor: 1.5 })
    await openDocument(tab, host, page, profile, geometry)
    // Each begins at the top of a page, so that few are cut in two.
    await tab.evaluate(() => Naskah.style('docs', '@media screen{.run > h2{break-before:column}}'))
    const { value: map } = await layOutDocument(tab, page, profile, geometry, false)
    await fillNumbers(tab, map, page, profile)
    rmSync(PICTURES, { recursive: true, force: true })
    mkdirSync(PICTURES, { recursive: true })
    const shown: { readonly name: string; readonly clip: Clip }[] = []
    for (const { title, label } of constructs) {
      const clips = await tab.evaluate(clipsOf, title, geometry)
      if (clips.length === 0) throw new Error(`nothing is shown of ${title}`)
      shown.push(...clips.map((clip, at) => ({ name: `${label}-${at + 1}.png`, clip: around(clip) })))
    }
    for (const { name, clip } of shown) {
      // Moved into the window: pages stand beside each other, far outside of it.
      await tab.evaluate(({ x, y }) => {
        document.body.style.transform = `translate(${-x}px,${-y}px)`
      }, clip)
      const picture = await tab.screenshot({ clip: { ...clip, x: 0, y: 0 } })
      writeFileSync(join(PICTURES, name), picture)
    }
  })
})

interface Clip {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** In the page: what stands between a heading of level 2 and the next, page by page. */
function clipsOf(title: string, areas: ReturnType<typeof pageGeometry>): Clip[] {
  const heading = [...document.querySelectorAll('.chapter h2')].find(
    (one) => one.querySelector('.title')?.textContent === title,
  )
  const clips = new Map<string, Clip>()
  const all = [...document.querySelectorAll('.chapter .run > *')]
  for (const element of all.slice(heading ? all.indexOf(heading) + 1 : all.length)) {
    if (element.matches('h1, h2')) break
    const run = element.closest('.run') as HTMLElement
    const area = run.matches('.landscape') ? areas.landscape : areas.portrait
    const origin = run.getBoundingClientRect()
    for (const box of element.getClientRects()) {
      if (box.height === 0) continue
      const column = Math.floor((box.left - origin.left + area.stride / 10) / area.stride)
      const x = origin.left + column * area.stride + window.scrollX
      const key = `${origin.top} ${column}`
      const [top, bottom] = [box.top + window.scrollY, box.bottom + window.scrollY]
      const { y, height } = clips.get(key) ?? { y: top, height: 0 }
      const from = Math.min(y, top)
      clips.set(key, { x, y: from, width: area.width, height: Math.max(y + height, bottom) - from })
    }
  }
  return [...clips.values()]
}

function around({ x, y, width, height }: Clip): Clip {
  return { x: x - EDGE, y: y - 2, width: width + 2 * EDGE, height: height + EDGE + 2 }
}

describe('docs/markdown.md', () => {
  it('is what the thesis makes of it', () => {
    const text = markdownPage(constructs, picturesThere())
    if (WRITES) writeFileSync(PAGE, text)
    expect(
      readFileSync(PAGE, 'utf8') === text,
      'docs/markdown.md is stale; refresh it with: npm run docs',
    ).toBe(true)
  })

  it('has a picture of every construct', () => {
    const pictures = picturesThere()
    const without = constructs.filter(({ label }: Construct) => pictures.get(label)?.length === 0)
    expect(without).toEqual([])
  })
})
