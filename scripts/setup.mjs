/**
 * Makes a fresh checkout ready: the packages of `package-lock.json`, and a word on the browser when there is none.
 * Runs before every npm script, needs nothing installed and does nothing when all is there.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)))
const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.naskah-setup')
/** Not in `node_modules`: npm deletes that folder while the lock is held. */
const LOCK = join(ROOT, 'dist', '.setup.lock')
const OLDEST_NODE = [20, 19]

process.exitCode = await main()

async function main() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    return fail(
      `Node.js ${process.versions.node} terlalu lama; diperlukan ${OLDEST_NODE.join('.')} atau lebih baru: https://nodejs.org`,
      `Node.js ${process.versions.node} is too old; ${OLDEST_NODE.join('.')} or later is needed: https://nodejs.org`,
    )
  }
  const wanted = stampOfLockfile()
  if (readIfThere(STAMP) === wanted) return 0
  return withLock(LOCK, async () => {
    // Another process may have installed them while this one waited.
    if (readIfThere(STAMP) === wanted) return 0
    const installs = !isInstalled()
    if (installs) {
      const code = await installPackages()
      if (code !== 0) {
        return fail(
          `Pemasangan paket gagal (npm ci, kode ${code}). Periksa sambungan internet, lalu ulangi: npm ci`,
          `The packages could not be installed (npm ci, code ${code}). Check the connection, then try again: npm ci`,
        )
      }
    }
    writeFileSync(STAMP, wanted)
    if (installs) await sayIfNoBrowser()
    return 0
  })
}

/** Another platform needs other packages, even with the same lockfile: a folder may be shared or copied. */
function stampOfLockfile() {
  const hash = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  return `${hash} ${process.platform} ${process.arch}\n`
}

/** Is what npm noted of its last installation what the lockfile asks for? Then somebody ran `npm ci` by hand. */
function isInstalled() {
  const noted = packagesOf(join(MODULES, '.package-lock.json'))
  const wanted = packagesOf(join(ROOT, 'package-lock.json'))
  if (noted === undefined || wanted === undefined) return false
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    // Of the optional ones npm takes what this platform needs.
    if (path === '' || (optional && !(path in noted))) continue
    if (noted[path]?.version !== version || !existsSync(join(ROOT, path))) return false
  }
  // What was copied from another platform does not run here.
  return Object.entries(noted).every(
    ([path, { os, cpu }]) => path in wanted && fits(os, process.platform) && fits(cpu, process.arch),
  )
}

/** `["linux"]` or `["!win32"]`, as `os` and `cpu` of a package say. */
function fits(allowed, mine) {
  return (
    allowed === undefined ||
    allowed.includes(mine) ||
    allowed.some((name) => name[0] === '!' && name !== `!${mine}`)
  )
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** @returns {Promise<number>} npm's exit code */
function installPackages() {
  console.error('Memasang paket … / Installing packages …')
  // The tests need the development packages, whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const script = npmScript()
  // Standard output belongs to the command that follows, which may print JSON there.
  const options = { cwd: ROOT, stdio: ['inherit', 2, 2] }
  const child = script
    ? spawn(process.execPath, [script, ...args], options)
    : // On Windows npm is a batch file, which only a shell can run; the arguments are fixed and need no quoting.
      spawn(['npm', ...args].join(' '), { ...options, shell: true })
  return new Promise((done) => {
    child.once('error', () => done(127))
    child.once('close', (code) => done(code ?? 1))
  })
}

/** npm's own script, run by the Node that runs this: the npm that called, or the one beside Node. */
function npmScript() {
  const bin = dirname(process.execPath)
  return [
    process.env.npm_execpath,
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path))
}

/** Nothing is downloaded here: one line tells the command. What does not compile yet is told by what runs next. */
async function sayIfNoBrowser() {
  const { refresh, CompileError, NotInstalledError } = await import('./compile.mjs')
  try {
    await refresh()
  } catch (error) {
    if (error instanceof CompileError || error instanceof NotInstalledError) return
    throw error
  }
  const { diskHost, findBrowser } = await import('../dist/browser.js')
  const { diagnostics } = await findBrowser(diskHost(ROOT))
  for (const { message, hint } of diagnostics) {
    console.error(`${message.id} ${hint?.id ?? ''}\n${message.en} ${hint?.en ?? ''}`)
  }
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function fail(id, en) {
  console.error(`${id}\n${en}`)
  return 2
}
