/**
 * What `npm test` runs: types and style side by side, then the tests. `check.mjs slow` runs the slow tests alone.
 * Everything runs even if something fails before, so that one run tells all; the exit code is then 1.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refresh } from './compile.mjs'

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)))
/** What npm would start by a script of the shell; started by Node they run on Windows, too. */
const PROGRAMS = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  vitest: 'node_modules/vitest/vitest.mjs',
}

process.exitCode = await main(process.argv.slice(2))

async function main([which]) {
  if (which !== undefined && which !== 'slow') {
    console.error('usage: node scripts/check.mjs [slow]')
    return 2
  }
  try {
    await refresh()
  } catch (error) {
    if (error.name !== 'CompileError') throw error
    return 1
  }
  if (which === 'slow') return (await tests('slow')) ? 0 : 1
  const checks = await Promise.all([
    quietly('tsc', ['-p', '.', ...(process.stdout.isTTY ? ['--pretty'] : [])]),
    quietly('biome', ['ci', ...(process.stdout.isTTY ? ['--colors=force'] : []), '.']),
  ])
  const passed = await tests('test')
  return passed && checks.every(Boolean) ? 0 : 1
}

/** Runs one of several programs at once: its output comes in one piece. */
async function quietly(name, args) {
  const child = start(name, args, ['ignore', 'pipe', 'pipe'])
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const passed = (await exitOf(child)) === 0
  console.log(`${passed ? '✓' : '✗'} ${name} ${args.filter((arg) => !arg.startsWith('--')).join(' ')}`)
  if (!passed) console.log(output.trimEnd())
  return passed
}

/** Runs vitest and ends with a plain line of its counts, for those who read the log by program. */
async function tests(mode) {
  const folder = mkdtempSync(join(tmpdir(), 'naskah-check-'))
  const report = join(folder, 'report.json')
  try {
    const args = [
      'run',
      '--mode',
      mode,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]
    const passed = (await exitOf(start('vitest', args, 'inherit'))) === 0
    const counts = count(report)
    console.log(`${counts.passed} passed, ${counts.failed} failed`)
    return passed && counts.failed === 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that fails before its first test counts as one failure, and so does a run that leaves no report. */
function count(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const broken = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    )
    return { passed: numPassedTests, failed: numFailedTests + broken.length }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function start(name, args, stdio) {
  return spawn(process.execPath, [join(ROOT, PROGRAMS[name]), ...args], { cwd: ROOT, stdio })
}

/** @returns {Promise<number>} */
function exitOf(child) {
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => done(code ?? 1))
  })
}
