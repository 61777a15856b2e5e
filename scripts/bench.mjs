/**
 * How long the program takes, measured as its users wait for it: whole processes, one after the other.
 *
 *   node scripts/bench.mjs [--runs 9] [--dir chapters] [--json]
 *
 * A first run of each command is not counted: it compiles the sources and unpacks the browser. In a `first build` nothing
 * is kept of earlier ones: diagrams are drawn, sources read and citations set. Figures are good only on a machine that
 * does nothing else.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)))
const PROGRAM = join(ROOT, 'scripts', 'naskah.mjs')

class CommandError extends Error {}

process.exitCode = await main()

async function main() {
  const options = readOptions()
  if (options === undefined) {
    console.error('usage: node scripts/bench.mjs [--runs n] [--dir folder] [--json]')
    return 2
  }
  const { runs, dir } = options
  const on = machine()
  const folder = mkdtempSync(join(tmpdir(), 'naskah-bench-'))
  const cache = join(folder, 'cache')
  try {
    const command = ['build', dir, '--out', join(folder, 'out'), '--json']
    const first = await measure(command, runs, cache, () => forget(cache))
    const build = await measure(command, runs, cache)
    const lint = await measure(['lint', dir], runs, cache)
    const version = await measure(['--version'], runs, cache)
    const reports = build.outputs.map((output) => JSON.parse(output))
    const result = {
      machine: on,
      runs,
      pages: reports[0].pages,
      ms: { 'first build': first.ms, build: build.ms, lint: lint.ms, version: version.ms },
      stages: stagesOf(reports.map((report) => report.timings)),
    }
    console.log(options.json ? JSON.stringify(result) : table(result))
    return 0
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.error(error.message)
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        runs: { type: 'string', default: '9' },
        dir: { type: 'string', default: 'chapters' },
        json: { type: 'boolean', default: false },
      },
    })
    const runs = Number(values.runs)
    return Number.isInteger(runs) && runs > 0 ? { ...values, runs } : undefined
  } catch {
    return undefined
  }
}

/** What earlier builds made goes; the browser that was unpacked stays. */
function forget(cache) {
  for (const made of ['citations', 'drawings'])
    rmSync(join(cache, 'naskah', made), { recursive: true, force: true })
}

/**
 * Runs a command once for nothing and then `runs` times.
 *
 * @param cache the folder of the user's caches
 * @param before is done before every run
 * @returns ms of each run and what it printed
 */
async function measure(args, runs, cache, before = () => undefined) {
  await run(args, cache)
  const times = []
  const outputs = []
  for (let at = 0; at < runs; at++) {
    before()
    const { ms, output } = await run(args, cache)
    times.push(ms)
    outputs.push(output)
  }
  return { ms: spread(times), outputs }
}

/** From the start of the process to its end. */
function run(args, cache) {
  const env = { ...process.env, XDG_CACHE_HOME: cache }
  const start = performance.now()
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, errors] = [child.stdout, child.stderr].map(textOf)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => {
      const ms = performance.now() - start
      if (code === 0) done({ ms, output: output.text })
      else fail(new CommandError(`naskah ${args.join(' ')}: exit ${code}\n${output.text}${errors.text}`))
    })
  })
}

function textOf(stream) {
  const read = { text: '' }
  stream.setEncoding('utf8').on('data', (chunk) => {
    read.text += chunk
  })
  return read
}

/** Median, smallest and largest, in whole ms. */
function spread(times) {
  const sorted = [...times].sort((a, b) => a - b)
  return {
    median: Math.round(median(sorted)),
    min: Math.round(sorted[0]),
    max: Math.round(sorted[sorted.length - 1]),
  }
}

function median(sorted) {
  const middle = sorted.length / 2
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)]
}

/** The median of each stage over all runs, in the order the stages run. */
function stagesOf(timings) {
  return Object.fromEntries(
    Object.keys(timings[0]).map((stage) => {
      const times = timings.map((times) => times[stage] ?? 0).sort((a, b) => a - b)
      return [stage, Math.round(median(times))]
    }),
  )
}

function machine() {
  const [first] = cpus()
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    /** Of the last minute, before the first run; well below 1 on a quiet machine, always 0 on Windows. */
    load: Math.round(loadavg()[0] * 100) / 100,
  }
}

function table({ machine: { cpu, cores, platform, node, load }, runs, pages, ms, stages }) {
  const row = (name, cells) => `${name.padEnd(12)}${cells.map((cell) => String(cell).padStart(9)).join('')}`
  return [
    `${cpu}, ${cores} cores, ${platform}, Node ${node}, load ${load}`,
    `${pages} pages, ${runs} runs of each command after one that is not counted; ms`,
    '',
    row('', ['median', 'min', 'max']),
    ...Object.entries(ms).map(([name, { median, min, max }]) => row(name, [median, min, max])),
    '',
    'stages of build, median',
    ...Object.entries(stages).map(([name, time]) => row(`  ${name}`, [time])),
  ].join('\n')
}
