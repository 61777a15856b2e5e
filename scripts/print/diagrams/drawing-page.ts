/**
 * The page of the browser that draws diagrams: blank, of an address that does not exist, with mermaid in it. It gets
 * mermaid's own files and nothing else, from nowhere. What it loads is what a kind of diagram needs.
 */
import { basename, join } from 'node:path'
import type { Browser, HTTPRequest, Page } from 'puppeteer'
import type { Host } from '../../host.ts'
import { compiledPath } from '../../templates.ts'
import type * as InPage from './in-page/index.ts'
import { ENTRY, type MermaidFiles } from './mermaid.ts'

declare global {
  /** What the script of `in-page/` is called inside the page. */
  var NaskahDiagrams: typeof InPage
}

/** The name of the script of `in-page/` in the compiled program. */
export const SCRIPT = 'diagrams-in-page.js'

/** Reserved for what is not there (RFC 6761). */
const ORIGIN = 'https://mermaid.invalid'
const MODULE = `${ORIGIN}/${ENTRY}`
const SERVED = /^\/(?:chunks\/mermaid\.esm\.min\/)?[\w.-]+\.mjs$/
const POLICY = `default-src 'none'; script-src ${ORIGIN}; style-src 'unsafe-inline'; font-src data:; img-src data:`

export interface DrawingPage {
  /** @returns undefined when it takes too long; then the page is of no more use */
  draw(source: string): Promise<InPage.DrawnOrNot | undefined>
  /** Ends it, whatever it is doing. */
  close(): Promise<void>
}

/**
 * @param fonts `@font-face` rules with their files inside
 * @param limit_ms for each diagram
 */
export async function openDrawingPage(
  browser: Browser,
  host: Host,
  files: MermaidFiles,
  fonts: string,
  limit_ms: number,
): Promise<DrawingPage> {
  const page = await browser.newPage()
  // Asked for while it can still answer.
  const session = await page.createCDPSession()
  const close = async () => {
    // A script that never ends would keep its page from closing.
    await session.send('Runtime.terminateExecution').catch(() => undefined)
    await page.close().catch(() => undefined)
  }
  try {
    await page.setRequestInterception(true)
    page.on('request', (request) => void answer(request, host, files, fonts))
    await page.goto(`${ORIGIN}/`, { waitUntil: 'load', timeout: 0 })
    const script = new TextDecoder().decode(await host.read(compiledPath(SCRIPT)))
    await page.evaluate(`${script};globalThis.NaskahDiagrams=Naskah`)
    await page.evaluate((entry) => NaskahDiagrams.ready(entry), MODULE)
  } catch (error) {
    await close()
    throw error
  }
  return { draw: (source) => withinLimit(drawIn(page, source), limit_ms), close }
}

function drawIn(page: Page, source: string): Promise<InPage.DrawnOrNot> {
  return page.evaluate((entry, text) => NaskahDiagrams.draw(entry, text), MODULE, source)
}

async function withinLimit<Value>(work: Promise<Value>, limit_ms: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit_ms)
  })
  // Whatever becomes of work that nobody waits for any longer.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

async function answer(request: HTTPRequest, host: Host, files: MermaidFiles, fonts: string): Promise<void> {
  try {
    const { origin, pathname } = new URL(request.url())
    if (origin === ORIGIN && pathname === '/') {
      const headers = { 'Content-Security-Policy': POLICY }
      await request.respond({ contentType: 'text/html; charset=utf-8', headers, body: blankPage(fonts) })
    } else if (origin === ORIGIN && SERVED.test(pathname)) {
      const folder = pathname.startsWith('/chunks/')
        ? join(files.folder, 'chunks', 'mermaid.esm.min')
        : files.folder
      const body = await host.read(join(folder, basename(pathname)))
      await request.respond({ contentType: 'text/javascript; charset=utf-8', body })
    } else await request.abort()
  } catch {
    // The page is gone, or the file is: then what wanted it says so.
    await request.abort().catch(() => undefined)
  }
}

/** Letters are as wide here as in the document, whatever a diagram asks for. */
function blankPage(fonts: string): string {
  return `<!doctype html><meta charset="utf-8"><style>
${fonts}
body { margin: 0; text-rendering: geometricPrecision; font-variant-ligatures: none; font-kerning: none; }
body, body * { font-family: Tinos, "Times New Roman", Times, serif !important; }
</style><body></body>`
}
