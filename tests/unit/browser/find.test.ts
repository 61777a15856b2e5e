import { describe, expect, it } from 'vitest'
import { type Host, memoryHost } from '../../../scripts/host.ts'
import { findBrowser, installedPaths } from '../../../scripts/print/browser/find.ts'
import { installCommand, type Machine } from '../../../scripts/print/browser/machine.ts'

const LINUX: Machine = { platform: 'linux', arch: 'arm64', home: '/pengguna' }
const CACHE = '/pengguna/.cache/puppeteer'
const OLD_SHELL = `${CACHE}/chrome-headless-shell/linux-99.0.1/chrome-headless-shell-linux64/chrome-headless-shell`
const NEW_SHELL = `${CACHE}/chrome-headless-shell/linux-140.0.1/chrome-headless-shell-linux64/chrome-headless-shell`
const CACHED_CHROME = `${CACHE}/chrome/linux-150.0.1/chrome-linux64/chrome`

function hostOf(paths: readonly string[], env: Host['env'] = {}): Host {
  return { ...memoryHost(Object.fromEntries(paths.map((path) => [path, '']))), env }
}

const pathOf = async (host: Host, machine: Machine = LINUX) => (await findBrowser(host, machine)).value?.path

describe('order', () => {
  const everything = ['/own/chrome', '/other/chrome', '/usr/bin/chromium', NEW_SHELL, CACHED_CHROME]
  const env = { NASKAH_BROWSER: '/own/chrome', PUPPETEER_EXECUTABLE_PATH: '/other/chrome' }

  it('takes the one the environment names before all others, and the own variable first', async () => {
    expect((await findBrowser(hostOf(everything, env), LINUX)).value).toEqual({
      path: '/own/chrome',
      source: 'environment',
    })
    const { NASKAH_BROWSER: _, ...rest } = env
    expect(await pathOf(hostOf(everything, rest))).toBe('/other/chrome')
  })

  it('then an installed one, then the cache of puppeteer', async () => {
    expect((await findBrowser(hostOf(everything), LINUX)).value).toEqual({
      path: '/usr/bin/chromium',
      source: 'installed',
    })
    expect((await findBrowser(hostOf([CACHED_CHROME, NEW_SHELL, OLD_SHELL]), LINUX)).value).toEqual({
      path: NEW_SHELL,
      source: 'puppeteer',
    })
    expect(await pathOf(hostOf([CACHED_CHROME, `${CACHE}/chrome/linux-9.0.0/chrome-linux64/chrome`]))).toBe(
      CACHED_CHROME,
    )
  })

  it('resolves a relative path of the environment from the working folder', async () => {
    expect(await pathOf(hostOf(['/thesis/bin/chrome'], { NASKAH_BROWSER: 'bin/chrome' }))).toBe(
      '/thesis/bin/chrome',
    )
  })
})

describe('an environment variable that names no file', () => {
  it.each(['NASKAH_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'])('is told by name: %s', async (variable) => {
    const host = hostOf(['/usr/bin/chromium', '/folder/file'], { [variable]: '/folder' })
    const { value, diagnostics } = await findBrowser(host, LINUX)
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['browser/env-path'])
    expect(diagnostics[0]?.message.id).toContain(`${variable} menunjuk ke “/folder”`)
  })
})

describe('places', () => {
  it('searches PATH, and snaps after everything else', async () => {
    const env = { PATH: '/snap/bin:relative:/opt/some/bin' }
    expect(await pathOf(hostOf(['/opt/some/bin/microsoft-edge'], env))).toBe('/opt/some/bin/microsoft-edge')
    expect(await pathOf(hostOf(['/snap/bin/chromium', '/opt/some/bin/microsoft-edge'], env))).toBe(
      '/opt/some/bin/microsoft-edge',
    )
    expect(await pathOf(hostOf(['/snap/bin/chromium'], env))).toBe('/snap/bin/chromium')
    expect(installedPaths(hostOf([], env), LINUX).every((path) => path.startsWith('/'))).toBe(true)
  })

  it('knows macOS, for all users and for one', async () => {
    const mac: Machine = { platform: 'darwin', arch: 'arm64', home: '/Users/ayu' }
    const edge = '/Users/ayu/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(await pathOf(hostOf([edge]), mac)).toBe(edge)
    expect(await pathOf(hostOf([edge, chrome]), mac)).toBe(chrome)
  })

  it('knows Windows, where Edge is always there', async () => {
    const windows: Machine = { platform: 'win32', arch: 'x64', home: 'C:\\Users\\ayu' }
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const host = hostOf([edge], {
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    })
    expect(await pathOf(host, windows)).toBe(edge)
  })

  it('never takes the npm browser where it cannot run', async () => {
    const { value, diagnostics } = await findBrowser(hostOf([]), { ...LINUX, arch: 'x64' })
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['browser/none'])
  })
})

describe('the one command to run', () => {
  it.each([
    ['ID=debian\n', 'sudo apt-get install chromium'],
    ['NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', 'sudo apt-get install chromium-browser'],
    ['ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', 'sudo zypper install chromium'],
    ['ID=unheard-of\n', 'npx puppeteer browsers install chrome'],
  ])('fits the distribution: %j', async (release, command) => {
    const host = memoryHost({ '/etc/os-release': release })
    expect(await installCommand(host, LINUX)).toBe(command)
    expect((await findBrowser(host, LINUX)).diagnostics[0]?.hint?.en).toContain(command)
  })
})
