/**
 * Compiles `scripts/` into `dist/`: plain JavaScript that starts at once. In a checkout nobody has to call this:
 * `refresh()` runs before every command and does nothing while the sources are those compiled last.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withLock } from './lock.mjs'

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)))
const DIST = join(ROOT, 'dist')
const RECORD = join(DIST, '.compiled.json')
const LOCK = join(DIST, '.compile.lock')
/** What esbuild splits off, named by its content. */
const CHUNK = /-[A-Z0-9]{8}\.js$/

/** The command: file in `dist/` (without `.js`) -> source. */
const PROGRAM_ENTRIES = { cli: 'scripts/cli.ts', browser: 'scripts/print/browser/index.ts' }
/** What other programs import. */
const LIBRARY_ENTRIES = { index: 'scripts/index.ts' }
/** What pages themselves run: the document while it is laid out, and the one that draws diagrams. */
const PAGE_ENTRIES = {
  'in-page': 'scripts/print/in-page/index.ts',
  'diagrams-in-page': 'scripts/print/diagrams/in-page/index.ts',
}

/** The sources do not compile; esbuild has already said why on standard error. */
export class CompileError extends Error {
  name = 'CompileError'
}

/** The packages the program needs are not in `node_modules`. */
export class NotInstalledError extends Error {
  name = 'NotInstalledError'
}

/**
 * Compiles when the sources differ from those compiled last.
 *
 * @returns {Promise<void>}
 * @throws {CompileError | NotInstalledError} and leaves the old `dist/` as it was
 */
export async function refresh() {
  if (readRecord().fingerprint === fingerprint()) return
  await withLock(LOCK, async () => {
    // Another process may have compiled them while this one waited.
    const { fingerprint: compiled, files } = readRecord()
    const wanted = fingerprint()
    if (compiled !== wanted) await compile(wanted, files)
  })
}

/** Path, size and time of every source: reading them all would cost more than it saves. */
function fingerprint() {
  const rows = [`esbuild ${esbuildVersion()}`, row('package.json')]
  for (const entry of readdirSync(join(ROOT, 'scripts'), { recursive: true })) {
    if (entry.endsWith('.ts') || entry === 'compile.mjs') rows.push(row(join('scripts', entry)))
  }
  return rows.sort().join('\n')
}

function row(path) {
  const { size, mtimeMs } = statSync(join(ROOT, path))
  return `${path.split(sep).join('/')} ${size} ${mtimeMs}`
}

function esbuildVersion() {
  try {
    return JSON.parse(readFileSync(join(ROOT, 'node_modules', 'esbuild', 'package.json'), 'utf8')).version
  } catch (cause) {
    throw new NotInstalledError('Cannot find package esbuild', { cause })
  }
}

/** @returns {{ fingerprint: string | undefined, files: string[] }} what the last compilation left */
function readRecord() {
  try {
    const { fingerprint, files } = JSON.parse(readFileSync(RECORD, 'utf8'))
    const whole = files.every((name) => statSync(join(DIST, name), { throwIfNoEntry: false }) !== undefined)
    return { fingerprint: whole ? fingerprint : undefined, files }
  } catch {
    return { fingerprint: undefined, files: [] }
  }
}

/**
 * @param {string} compiled fingerprint of the sources, taken before they are read
 * @param {readonly string[]} previous the files of the last compilation
 * @returns {Promise<string[]>} every file that went in
 */
async function compile(compiled, previous) {
  const bundles = [
    await bundle(PROGRAM_ENTRIES, PROGRAM),
    await bundle(LIBRARY_ENTRIES, LIBRARY),
    await bundle(PAGE_ENTRIES, PAGE),
  ]
  const outputs = bundles.flatMap(({ outputFiles }) => outputFiles)
  const files = outputs.map(({ path }) => basename(path))
  mkdirSync(DIST, { recursive: true })
  // Chunks first: an entry must never name a chunk that is not there yet.
  outputs.sort((a, b) => Number(CHUNK.test(b.path)) - Number(CHUNK.test(a.path)))
  for (const { path, contents } of outputs) await replace(path, contents)
  await replace(RECORD, JSON.stringify({ fingerprint: compiled, files }))
  // One generation back stays: a process that runs it may yet load a chunk.
  const kept = new Set([...files, ...previous])
  for (const name of readdirSync(DIST)) {
    // Drafts are written under the lock: one that stands now is a dead process's.
    if ((CHUNK.test(name) && !kept.has(name)) || name.endsWith('.tmp'))
      rmSync(join(DIST, name), { force: true })
  }
  return bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs))
}

const SHARED = {
  absWorkingDir: ROOT,
  outdir: DIST,
  bundle: true,
  write: false,
  metafile: true,
  charset: 'utf8',
  logLevel: 'warning',
}
const LIBRARY = {
  ...SHARED,
  splitting: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  target: 'node20.19',
}
/**
 * Some three hundred small files of packages become a few: that starts 0.2 s sooner. Outside stay what is found by its
 * path, what is loaded late, and citeproc, whose licence asks for it as it is.
 */
const PROGRAM = {
  ...LIBRARY,
  packages: 'bundle',
  external: [
    'citeproc',
    'mermaid',
    'puppeteer',
    '@fontsource/*',
    '@fontsource-variable/*',
    '@sparticuz/*',
    'esbuild',
  ],
  legalComments: 'inline',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
}
const PAGE = { ...SHARED, format: 'iife', globalName: 'Naskah', platform: 'browser', target: 'chrome120' }

async function bundle(entries, options) {
  const present = Object.entries(entries).filter(([, source]) =>
    statSync(join(ROOT, source), { throwIfNoEntry: false }),
  )
  if (present.length === 0) return { outputFiles: [], metafile: { inputs: {} } }
  const { build } = await import('esbuild')
  try {
    return await build({ ...options, entryPoints: Object.fromEntries(present) })
  } catch (cause) {
    if (!Array.isArray(cause.errors)) throw cause
    const missing = cause.errors.map(({ text }) => /^Could not resolve "([^./][^"]*)"/.exec(text)?.[1])
    if (missing.every(Boolean))
      throw new NotInstalledError(`Cannot find package ${missing.join(', ')}`, { cause })
    throw new CompileError(cause.message, { cause })
  }
}

/** Puts a file in place whole, and only when it differs: nobody ever reads half of it. */
async function replace(path, data) {
  const wanted = Buffer.from(data)
  if (
    statSync(path, { throwIfNoEntry: false })?.size === wanted.length &&
    readFileSync(path).equals(wanted)
  ) {
    return
  }
  const draft = `${path}.${process.pid}.tmp`
  writeFileSync(draft, wanted)
  for (let attempt = 1; ; attempt++) {
    try {
      return renameSync(draft, path)
    } catch (error) {
      // Windows refuses while somebody reads the old file; a moment later it does not.
      if (attempt === 20 || !['EPERM', 'EBUSY', 'EACCES'].includes(error.code)) throw error
      await pause(25)
    }
  }
}

async function main() {
  try {
    const inputs = await withLock(LOCK, () => compile(fingerprint(), readRecord().files))
    const { bundledLicences } = await import('./bundled-licences.mjs')
    await replace(join(DIST, 'LICENSES.txt'), bundledLicences(ROOT, inputs))
  } catch (error) {
    if (error instanceof NotInstalledError) console.error('Run `npm ci` first. / Jalankan `npm ci` dahulu.')
    else if (!(error instanceof CompileError)) throw error
    process.exitCode = 2
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()
