import { existsSync } from 'node:fs'
import { readFile, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Checkout, checkout } from './checkout.ts'

let project: Checkout
beforeEach(async () => {
  project = await checkout(['lock.mjs'])
  // Holds the lock for a while, and tells when it does.
  await project.write(
    'scripts/hold.mjs',
    `import { appendFileSync } from 'node:fs'
import { withLock } from './lock.mjs'
const [name, ms, fails] = process.argv.slice(2)
await withLock('locks/the.lock', async () => {
  appendFileSync('log.txt', '+' + name)
  await new Promise((done) => setTimeout(done, Number(ms)))
  appendFileSync('log.txt', '-' + name)
  if (fails) process.exit(9)
})
`,
  )
})
afterEach(() => project.remove())

const hold = (name: string, ms: number, ...rest: string[]) =>
  project.run('hold.mjs', [name, `${ms}`, ...rest])
const log = () => readFile(project.path('log.txt'), 'utf8')
const LOCK = 'locks/the.lock'

it('lets one process in at a time, and leaves no lock', async () => {
  const names = ['a', 'b', 'c']
  const ended = await Promise.all(names.map((name) => hold(name, 40)))
  expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(names.map(() => [0, '']))
  const turns = (await log()).match(/\+(\w)-\1/g)
  expect(turns?.toSorted()).toEqual(['+a-a', '+b-b', '+c-c'])
  expect(existsSync(project.path(LOCK))).toBe(false)
})

it('passes over the lock of a process that died', async () => {
  expect((await hold('a', 0, 'fails')).code).toBe(9)
  expect(existsSync(project.path(LOCK))).toBe(true)
  expect((await hold('b', 0)).code).toBe(0)
  expect(await log()).toBe('+a-a+b-b')
})

it('passes over a lock nobody renewed for long, though its process id is in use', async () => {
  await project.write(LOCK, `${process.pid} ${hostname()} 1`)
  const longAgo = Date.now() / 1000 - 600
  await utimes(project.path(LOCK), longAgo, longAgo)
  expect((await hold('a', 0)).code).toBe(0)
})

it('waits for one that is alive', async () => {
  await project.write(LOCK, `${process.pid} ${hostname()} 1`)
  const waiting = hold('a', 0)
  await new Promise((done) => setTimeout(done, 400))
  expect(existsSync(project.path('log.txt'))).toBe(false)
  // It is not this process's to remove: an owner of a name that runs no more.
  await project.write(LOCK, `999999999 ${hostname()} 1`)
  expect((await waiting).code).toBe(0)
})
