/** Ctrl-C at several moments of a build: nothing half-written, nothing left running, no stack trace. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { finished, naskah, startNaskah, withThesis } from '../cli/program.ts'

/** Far below the three minutes for which an answer of the browser is waited for. */
const PROMPTLY_MS = 20_000
const MOMENTS_MS = [150, 300, 400, 500, 700, 1000, 1400]

describe.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  it.each(MOMENTS_MS)('after %i ms', async (ms) => {
    const cwd = withThesis()
    // The program's own compilation is no part of this.
    await naskah(['--version'], { cwd })
    const temporary = join(cwd, 'tmp')
    mkdirSync(temporary)
    mkdirSync(join(cwd, 'build'))
    const files = ['html', 'pdf'].map((ending) => join(cwd, `build/judul-skripsi-anda.${ending}`))
    for (const file of files) writeFileSync(file, 'lama')
    const child = startNaskah(['build', 'skripsi'], { cwd, env: { TMPDIR: temporary } })
    const ending = finished(child)
    await pause(ms)
    child.kill(signal)
    const told = Date.now()
    const { code, stderr, stdout } = await ending
    expect(Date.now() - told).toBeLessThan(PROMPTLY_MS)

    // Before the program listens, the signal ends it as it ends any other; then there is no exit code.
    expect([0, 2, null]).toContain(code)
    expect(stdout).toBe('')
    expect(stderr).not.toMatch(/^\s+at |Error/m)
    if (code === 2) expect(stderr).toBe('Dihentikan; tidak ada yang ditulis.\n')
    const whole = files.map((file) => readFileSync(file, 'latin1').slice(0, 5))
    const [before, after] = [
      ['lama', 'lama'],
      ['<!doc', '%PDF-'],
    ]
    // A signal that comes when everything is written and the program has stopped listening still ends it by itself.
    expect(code === 0 ? [after] : code === 2 ? [before] : [before, after]).toContainEqual(whole)
    expect(readdirSync(join(cwd, 'build')).sort()).toEqual(
      ['html', 'pdf'].map((kind) => `judul-skripsi-anda.${kind}`),
    )
    expect(browsersOf(temporary)).toEqual([])
    expect(readdirSync(temporary)).toEqual([])
  })
})

/** Processes that work in a profile below a folder; only Linux shows them as files. */
function browsersOf(folder: string): string[] {
  if (!existsSync('/proc/self/cmdline')) return []
  return readdirSync('/proc').filter((id) => {
    if (!/^\d+$/.test(id)) return false
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(folder)
    } catch {
      return false
    }
  })
}
