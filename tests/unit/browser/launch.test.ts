import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { diskHost, type Host } from '../../../scripts/host.ts'
import { browserFlags } from '../../../scripts/print/browser/flags.ts'
import { launchBrowser } from '../../../scripts/print/browser/launch.ts'

/** Profiles go into a folder of this test alone, so that what is left behind can be seen. */
let temporary: string
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'naskah-test-'))
})
afterAll(() => rm(temporary, { recursive: true, force: true }))
beforeEach(() => {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary)
})
afterEach(() => vi.unstubAllEnvs())

const profiles = async () => (await readdir(temporary)).filter((name) => name.startsWith('naskah-browser-'))

async function launched(signal?: AbortSignal) {
  const { value, diagnostics } = await launchBrowser(diskHost(), { signal })
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return value
}

// The first run on a machine unpacks the browser.
describe('launchBrowser', { timeout: 60_000 }, () => {
  it('opens a page that prints, and leaves nothing', async () => {
    const { page, version, close } = await launched()
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(131)
    expect(await profiles()).toHaveLength(1)
    await page.setContent('<h1>Pendahuluan</h1>')
    const pdf = Buffer.from(await page.pdf({ outline: true, tagged: true })).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toContain('/Outlines')
    await Promise.all([close(), close()])
    expect(await profiles()).toEqual([])
  })

  it('leaves no profile of a browser that is killed', async () => {
    const { browser, close } = await launched()
    const gone = new Promise((resolve) => browser.once('disconnected', resolve))
    const session = await browser.target().createCDPSession()
    session.send('Browser.crash').catch(() => undefined)
    await gone
    await close()
    expect(await profiles()).toEqual([])
  })

  it('ends with the signal', async () => {
    const controller = new AbortController()
    const { browser, close } = await launched(controller.signal)
    const gone = new Promise((resolve) => browser.once('disconnected', resolve))
    controller.abort()
    await gone
    await close()
    expect(await profiles()).toEqual([])
  })

  it.each([0, 20, 100])('stops on its way %i ms after the start', async (ms) => {
    await expect(launchBrowser(diskHost(), { signal: AbortSignal.timeout(ms) })).rejects.toThrow(
      /abort|timeout/i,
    )
    expect(await profiles()).toEqual([])
  })
})

describe.runIf(process.platform !== 'win32')('a browser that does not run', () => {
  async function failing(script: string) {
    const program = join(temporary, 'failing')
    await writeFile(program, `#!/bin/sh\n${script}\n`)
    await chmod(program, 0o700)
    const host: Host = { ...diskHost(), env: { ...process.env, NASKAH_BROWSER: program } }
    const { value, diagnostics } = await launchBrowser(host)
    expect(value).toBeUndefined()
    expect(await profiles()).toEqual([])
    return diagnostics
  }

  it('is told with its last words', async () => {
    const [told] = await failing('echo "libnss3.so: cannot open shared object file" >&2; exit 127')
    expect(told?.ruleId).toBe('browser/failed')
    expect(told?.message.en).toContain('libnss3.so: cannot open shared object file')
    expect(told?.hint?.id).toContain('NASKAH_BROWSER')
  })

  it('is told by its signal when it says nothing', async () => {
    const [told] = await failing('kill -9 $$')
    expect(told?.message.id).toContain('SIGKILL')
  })

  it.runIf(process.getuid?.() !== 0)('is told when it runs without its sandbox only', async () => {
    const [told] = await failing(
      'case "$*" in *--no-sandbox*) echo "second try" >&2;; *) echo "No usable sandbox!" >&2;; esac; exit 1',
    )
    expect(told?.message.en).toContain('second try')
  })

  it('is told to be too old', async () => {
    // Answers what puppeteer asks first, as an old browser would; reads requests that end in a zero byte.
    const answers = `const {createReadStream,createWriteStream}=require('fs')
const out=createWriteStream('',{fd:4});let rest=''
createReadStream('',{fd:3}).on('data',(d)=>{rest+=d;for(let i;(i=rest.indexOf('\\0'))>=0;rest=rest.slice(i+1)){
const {id,method}=JSON.parse(rest.slice(0,i))
const result=method==='Browser.getVersion'?{product:'Chrome/109.0.1'}:method==='Target.getBrowserContexts'?{browserContextIds:[]}:method==='Target.createTarget'?undefined:{}
if(result)out.write(JSON.stringify({id,result})+'\\0')
else out.write(JSON.stringify({id,error:{code:1,message:'no'}})+'\\0')
if(method==='Browser.close')process.exit()}})`
    await writeFile(join(temporary, 'old.cjs'), answers)
    const [told] = await failing(`exec "${process.execPath}" "${join(temporary, 'old.cjs')}"`)
    expect(told?.ruleId).toBe('browser/too-old')
    expect(told?.message.en).toContain('109.0.1')
  })
})

describe('browserFlags', () => {
  const flags = (sandbox: boolean) => browserFlags({ profile: '/p', sandbox, platform: 'linux' })

  it('keeps web security and the sandbox', () => {
    for (const flag of flags(true)) {
      expect(flag).not.toMatch(/no-sandbox|single-process|disable-web-security|insecure|site-isolation/)
    }
    expect(flags(false).filter((flag) => !flags(true).includes(flag))).toEqual(['--no-sandbox'])
  })

  it('names every flag once and opens one page', () => {
    const names = flags(false).map((flag) => flag.split('=')[0])
    expect(new Set(names).size).toBe(names.length)
    expect(names.at(-1)).toBe('about:blank')
  })
})
