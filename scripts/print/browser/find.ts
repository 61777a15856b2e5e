/**
 * Finds the browser to print with. Cheap: it looks at paths and starts nothing. A thesis never has a say in it, for
 * that would let a stranger's files run a program.
 */
import { posix, resolve, win32 } from 'node:path'
import { diagnose } from '../../diagnostics.ts'
import type { Host } from '../../host.ts'
import type { Outcome } from '../../model.ts'
import { installCommand, type Machine, thisMachine } from './machine.ts'
import { environmentPath, noBrowser } from './messages.ts'
import { npmChromium } from './npm-chromium.ts'

export interface FoundBrowser {
  /** The program to start; for `npm`, where it stands once unpacked. */
  readonly path: string
  /** Who provides it: the user's environment, the system, `puppeteer browsers install`, or the npm package. */
  readonly source: 'environment' | 'installed' | 'puppeteer' | 'npm'
}

const VARIABLES = ['NASKAH_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'] as const

/**
 * The first of: the one the environment names, an installed Chrome, Chromium or Edge, puppeteer's cache, npm's.
 * A variable that names no file is an error of its own, so that nobody prints with another browser than the one meant.
 */
export async function findBrowser(
  host: Host,
  machine: Machine = thisMachine(),
): Promise<Outcome<FoundBrowser | undefined>> {
  for (const variable of VARIABLES) {
    const named = host.env[variable]
    if (!named) continue
    const path = resolve(host.cwd, named)
    if ((await host.kind(path)) === 'file') return found(path, 'environment')
    return { value: undefined, diagnostics: [diagnose(environmentPath, { variable, path })] }
  }
  const installed = await firstFile(host, installedPaths(host, machine))
  if (installed !== undefined) return found(installed, 'installed')
  const cached = await cachedByPuppeteer(host, machine)
  if (cached !== undefined) return found(cached, 'puppeteer')
  const fromNpm = await npmChromium(host, machine)
  if (fromNpm !== undefined) return found(fromNpm.program, 'npm')
  const command = await installCommand(host, machine)
  return { value: undefined, diagnostics: [diagnose(noBrowser, { command })] }
}

function found(path: string, source: FoundBrowser['source']): Outcome<FoundBrowser> {
  return { value: { path, source }, diagnostics: [] }
}

async function firstFile(host: Host, paths: readonly string[]): Promise<string | undefined> {
  const kinds = await Promise.all(paths.map((path) => host.kind(path).catch(() => undefined)))
  return paths.find((_, index) => kinds[index] === 'file')
}

const MAC_PROGRAMS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]
const LINUX_PROGRAMS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/** Where an installed browser may stand, best first. */
export function installedPaths(host: Host, { platform, home }: Machine): string[] {
  if (platform === 'darwin') {
    return MAC_PROGRAMS.flatMap((name) =>
      ['', home].map((base) => `${base}/Applications/${name}.app/Contents/MacOS/${name}`),
    )
  }
  if (platform === 'win32') {
    const bases = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => host.env[name])
    return WINDOWS_PROGRAMS.flatMap((program) =>
      bases.flatMap((base) => (base ? [win32.join(base, program)] : [])),
    )
  }
  const folders = new Set(['/usr/local/bin', '/usr/bin', '/opt/google/chrome'])
  for (const folder of (host.env.PATH ?? '').split(':')) if (posix.isAbsolute(folder)) folders.add(folder)
  // A snap sees neither the temporary folder nor hidden ones: only if there is nothing else.
  const [snaps, ordinary] = [[...folders].filter(isSnap), [...folders].filter((folder) => !isSnap(folder))]
  const inside = (some: string[]) =>
    LINUX_PROGRAMS.flatMap((name) => some.map((folder) => posix.join(folder, name)))
  return [...inside(ordinary), ...inside(snaps)]
}

function isSnap(folder: string): boolean {
  return folder.startsWith('/snap/') || folder.startsWith('/var/lib/snapd/')
}

/** What `npx puppeteer browsers install` leaves: `<cache>/<browser>/<platform>-<version>/<folder>/<program>`. */
async function cachedByPuppeteer(host: Host, machine: Machine): Promise<string | undefined> {
  const cache = host.env.PUPPETEER_CACHE_DIR || posix.join(machine.home, '.cache/puppeteer')
  // The shell starts faster and prints alike.
  for (const browser of ['chrome-headless-shell', 'chrome']) {
    const folder = posix.join(cache, browser)
    const versions = (await host.list(folder).catch(() => [])).map(({ name }) => name)
    versions.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    for (const version of versions) {
      const platform = version.split('-')[0] ?? ''
      const program = cachedProgram(browser, platform)
      const path = program === undefined ? undefined : posix.join(folder, version, program)
      if (path !== undefined && (await host.kind(path)) === 'file') return path
    }
  }
  return undefined
}

/** Chrome's download folders are called otherwise than puppeteer's platforms. */
const DOWNLOAD_FOLDERS: Readonly<Record<string, string>> = {
  linux: 'linux64',
  linux_arm: 'linux-arm64',
  mac: 'mac-x64',
  mac_arm: 'mac-arm64',
  win32: 'win32',
  win64: 'win64',
}

function cachedProgram(browser: string, platform: string): string | undefined {
  const folder = DOWNLOAD_FOLDERS[platform]
  if (folder === undefined) return undefined
  if (platform.startsWith('win')) return `${browser}-${folder}/${browser}.exe`
  if (browser === 'chrome' && platform.startsWith('mac')) {
    return `chrome-${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`
  }
  return `${browser}-${folder}/${browser}`
}
