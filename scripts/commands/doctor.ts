/** `naskah doctor`: is everything there that a build needs, and what to do for each thing that is not. */
import { randomBytes } from 'node:crypto'
import { rm, rmdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { hasErrors } from '../diagnostics.ts'
import { FONT_FAMILY } from '../fonts/index.ts'
import type { Diagnostic, Text } from '../model.ts'
import { type FoundBrowser, launchBrowser } from '../print/browser/index.ts'
import { isInstalled } from '../print/installed-font.ts'
import { knownProfiles, readProfile } from '../read/profile.ts'
import { embeddedFonts } from '../render/fonts.ts'
import type { CommandContext, ExitCode } from './options.ts'

interface Finding {
  readonly ok: boolean
  readonly text: Text
  readonly help?: Text | undefined
}

/** A thesis may ask for it by name; what stands in for it is as wide. */
const TIMES = 'Times New Roman'

export const OLDEST_NODE = [20, 19] as const

export async function doctorCommand(context: CommandContext): Promise<ExitCode> {
  const { output, language } = context
  const findings: Finding[] = []
  for (const check of [checkNode, checkBrowser, checkFonts, checkProfiles, checkOutput]) {
    const finding = await check(context)
    findings.push(finding)
    output.write(`${finding.ok ? '✓' : '✗'} ${finding.text[language]}\n`)
    if (finding.help) output.write(`    → ${finding.help[language].replaceAll('\n', '\n      ')}\n`)
  }
  return findings.every((finding) => finding.ok) ? 0 : 2
}

async function checkNode(): Promise<Finding> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  const wanted = OLDEST_NODE.join('.')
  return {
    ok,
    text: same(`Node.js ${process.versions.node} (${process.platform} ${process.arch})`),
    help: ok
      ? undefined
      : { id: `Pasang Node.js ${wanted} atau yang lebih baru.`, en: `Install Node.js ${wanted} or newer.` },
  }
}

async function checkBrowser({ host, signal }: CommandContext): Promise<Finding> {
  const launched = await launchBrowser(host, { signal })
  if (!launched.value) return failure(launched.diagnostics)
  const { found, version, page } = launched.value
  const hasTimes = await isInstalled(page, TIMES)
  await launched.value.close()
  const source = SOURCES[found.source]
  return {
    ok: true,
    text: {
      id: `Peramban ${version} (${source.id}): ${found.path}; ${TIMES} ${hasTimes ? 'terpasang' : 'tidak terpasang'}`,
      en: `Browser ${version} (${source.en}): ${found.path}; ${TIMES} ${hasTimes ? 'is' : 'is not'} installed`,
    },
    help: launched.diagnostics[0]?.message,
  }
}

const SOURCES: Readonly<Record<FoundBrowser['source'], Text>> = {
  environment: { id: 'dari variabel lingkungan', en: 'from the environment' },
  installed: { id: 'terpasang', en: 'installed' },
  puppeteer: { id: 'dari Puppeteer', en: 'from Puppeteer' },
  npm: { id: 'dari npm', en: 'from npm' },
}

async function checkFonts({ host }: CommandContext): Promise<Finding> {
  try {
    await embeddedFonts(host, 'Aa', new Set())
    return {
      ok: true,
      text: {
        id: `Huruf ${FONT_FAMILY} (selebar Times New Roman) ditanam di PDF`,
        en: `Font ${FONT_FAMILY} (as wide as Times New Roman) is embedded in the PDF`,
      },
    }
  } catch {
    return {
      ok: false,
      text: { id: `Huruf ${FONT_FAMILY} tidak ada`, en: `The font ${FONT_FAMILY} is missing` },
      help: { id: 'Jalankan `npm ci`.', en: 'Run `npm ci`.' },
    }
  }
}

async function checkProfiles({ host }: CommandContext): Promise<Finding> {
  const names = await knownProfiles(host)
  const read = await Promise.all(names.map((name) => readProfile(host, name, {})))
  const faults = read.flatMap((profile) => profile.diagnostics)
  if (hasErrors(faults)) return failure(faults)
  return { ok: true, text: { id: `Profil: ${names.join(', ')}`, en: `Profiles: ${names.join(', ')}` } }
}

async function checkOutput({ host }: CommandContext): Promise<Finding> {
  const folder = resolve(host.cwd, 'build')
  const probe = join(folder, `.naskah-${randomBytes(4).toString('hex')}`)
  const present = await host.kind(folder)
  try {
    await host.writeAll([{ path: probe, data: '' }])
    await rm(probe)
    // It was made to look, not to stay.
    if (present === undefined) await rmdir(folder).catch(() => undefined)
    return { ok: true, text: { id: `Dapat menulis ke ${folder}`, en: `Can write to ${folder}` } }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      text: { id: `Tidak dapat menulis ke ${folder}: ${reason}`, en: `Cannot write to ${folder}: ${reason}` },
      help: {
        id: 'Periksa izin folder, atau pakai --out untuk folder lain.',
        en: 'Check the permissions of the folder, or use --out for another.',
      },
    }
  }
}

function failure([first]: readonly Diagnostic[]): Finding {
  return { ok: false, text: first?.message ?? same('?'), help: first?.hint }
}

function same(text: string): Text {
  return { id: text, en: text }
}
