/** The kind of computer the program runs on, and how a browser is installed there. */
import { homedir } from 'node:os'
import type { Host } from '../../host.ts'

export interface Machine {
  readonly platform: NodeJS.Platform
  /** As `process.arch` names it: `x64`, `arm64` … */
  readonly arch: string
  /** The user's own folder. */
  readonly home: string
}

/** The computer this process runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, arch: process.arch, home: homedir() }
}

const PUPPETEER = 'npx puppeteer browsers install chrome'

/** By the `ID` and `ID_LIKE` of `/etc/os-release`. */
const PACKAGE_MANAGERS: Readonly<Record<string, string>> = {
  debian: 'sudo apt-get install chromium',
  ubuntu: 'sudo apt-get install chromium-browser',
  fedora: 'sudo dnf install chromium',
  arch: 'sudo pacman -S chromium',
  alpine: 'sudo apk add chromium',
  suse: 'sudo zypper install chromium',
  opensuse: 'sudo zypper install chromium',
}

/** The one command that gets the user a browser. */
export async function installCommand(host: Host, machine: Machine = thisMachine()): Promise<string> {
  if (machine.platform === 'darwin') return 'brew install --cask google-chrome'
  if (machine.platform === 'win32') return 'winget install --id Google.Chrome'
  const release = new TextDecoder().decode(await host.read('/etc/os-release').catch(() => new Uint8Array()))
  const field = (name: string) => new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? ''
  for (const family of `${field('ID')} ${field('ID_LIKE')}`.split(' ')) {
    const command = PACKAGE_MANAGERS[family]
    if (command !== undefined) return command
  }
  return PUPPETEER
}
