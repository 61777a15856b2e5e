/** One process at a time, by a lock file that does not outlive its owner. Needs nothing installed. */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The owner renews its lock this often; one not renewed for long is abandoned, whatever its process id says. */
const RENEW_MS = 20_000
const OLDEST_MS = 5 * 60_000
const UNWRITTEN_MS = 10_000
const POLL_MS = 50
/** How often Windows may refuse before it is taken for a folder that cannot be written. */
const MOST_REFUSALS = 100

/**
 * Runs a job while no other process runs one under the same lock; waits for its turn.
 *
 * @template Result
 * @param {string} path where the lock file stands; its folder is made when missing
 * @param {() => Promise<Result>} job
 * @returns {Promise<Result>}
 */
export async function withLock(path, job) {
  const mine = `${process.pid} ${hostname()} ${process.hrtime.bigint()}`
  mkdirSync(dirname(path), { recursive: true })
  for (let refusals = 0; !take(path, mine, refusals < MOST_REFUSALS); ) {
    const owner = ownerOf(path)
    refusals = owner === undefined ? refusals + 1 : 0
    if (owner !== undefined && isAbandoned(path, owner)) discard(path, owner)
    else await pause(POLL_MS)
  }
  const renewal = setInterval(() => renew(path, mine), RENEW_MS)
  try {
    return await job()
  } finally {
    clearInterval(renewal)
    if (ownerOf(path) === mine) rmSync(path, { force: true })
  }
}

/** @returns {boolean} */
function take(path, mine, isPatient) {
  try {
    writeFileSync(path, mine, { flag: 'wx' })
    return true
  } catch (error) {
    // Windows answers EPERM while the file is being deleted.
    if (error.code === 'EEXIST' || (error.code === 'EPERM' && isPatient)) return false
    throw error
  }
}

function renew(path, mine) {
  if (ownerOf(path) === mine) utimesSync(path, new Date(), new Date())
}

/** @returns {string | undefined} */
function ownerOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function isAbandoned(path, owner) {
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  const [pid, host] = owner.split(' ')
  if (owner === '') return age > UNWRITTEN_MS
  if (host === hostname() && !isRunning(Number(pid))) return true
  return age > OLDEST_MS
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Moves the file away before deleting it: of two who discard it at once, one must not delete the other's new lock. */
function discard(path, owner) {
  const grave = `${path}.${process.pid}`
  try {
    renameSync(path, grave)
    if (readFileSync(grave, 'utf8') !== owner) linkSync(grave, path)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error
  } finally {
    rmSync(grave, { force: true })
  }
}
