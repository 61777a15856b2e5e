import { readFile, rm } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Checkout, checkout } from './checkout.ts'

const LOCKFILE = {
  packages: {
    '': { name: 'naskah' },
    'node_modules/one': { version: '1.0.0' },
    'node_modules/other-platform': { version: '1.0.0', optional: true, os: ['plan9'] },
  },
}

/** Installs as npm does: the folder anew, then its notes; and keeps count. */
const NPM = `import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
appendFileSync('npm-calls.txt', process.argv.slice(2).join(' ') + '\\n')
console.log('added 1 package')
if (process.env.NPM_FAILS) process.exit(7)
rmSync('node_modules', { recursive: true, force: true })
await new Promise((done) => setTimeout(done, 100))
mkdirSync('node_modules/one', { recursive: true })
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/one': { version: '1.0.0' } } }))
`

const COMPILER = `export class CompileError extends Error {}
export class NotInstalledError extends Error {}
export async function refresh() {
  if (process.env.DOES_NOT_COMPILE) throw new CompileError()
}
`

let project: Checkout
beforeEach(async () => {
  project = await checkout(['setup.mjs', 'lock.mjs'])
  await project.write('package.json', '{ "type": "module" }')
  await project.write('package-lock.json', JSON.stringify(LOCKFILE))
  await project.write('fake/npm-cli.js', NPM)
  await project.write('scripts/compile.mjs', COMPILER)
  await browserFinding([])
})
afterEach(() => project.remove())

const setup = (env = {}) =>
  project.run('setup.mjs', [], { npm_execpath: project.path('fake/npm-cli.js'), ...env })
const browserFinding = (diagnostics: readonly object[]) =>
  project.write(
    'dist/browser.js',
    `export const diskHost = () => ({})
export const findBrowser = async () => ({ diagnostics: ${JSON.stringify(diagnostics)} })
`,
  )
const calls = async () => (await readFile(project.path('npm-calls.txt'), 'utf8').catch(() => '')).trim()
const notes = (packages: object) =>
  project.write('node_modules/.package-lock.json', JSON.stringify({ packages }))

describe('setup', () => {
  it('installs once, keeps standard output free, and does nothing from then on', async () => {
    const first = await setup()
    expect(first).toMatchObject({ code: 0, stdout: '' })
    expect(first.stderr).toContain('added 1 package')
    expect(await setup()).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await calls()).toBe('ci --include=dev --no-audit --no-fund')
  })

  it('installs again when the lockfile asks for another version', async () => {
    await setup()
    const changed = { packages: { ...LOCKFILE.packages, 'node_modules/one': { version: '2.0.0' } } }
    await project.write('package-lock.json', JSON.stringify(changed))
    await setup()
    expect((await calls()).split('\n')).toHaveLength(2)
  })

  it('installs again when the folder is gone', async () => {
    await setup()
    await rm(project.path('node_modules'), { recursive: true })
    await setup()
    expect((await calls()).split('\n')).toHaveLength(2)
  })

  it('takes what somebody installed by hand', async () => {
    await project.write('node_modules/one/package.json', '{}')
    await notes({ 'node_modules/one': { version: '1.0.0' } })
    expect((await setup()).code).toBe(0)
    expect(await calls()).toBe('')
  })

  it.each<[string, object]>([
    ['another version', { 'node_modules/one': { version: '0.9.0' } }],
    [
      'a package too many',
      { 'node_modules/one': { version: '1.0.0' }, 'node_modules/two': { version: '1.0.0' } },
    ],
    [
      'a package of another platform',
      {
        'node_modules/one': { version: '1.0.0' },
        'node_modules/other-platform': { version: '1.0.0', os: ['plan9'] },
      },
    ],
    ['a package missing', {}],
  ])('does not take an installation with %s', async (_, packages) => {
    await project.write('node_modules/one/package.json', '{}')
    await notes(packages)
    await setup()
    expect(await calls()).not.toBe('')
  })

  it('does not take an installation whose folder is gone', async () => {
    await notes({ 'node_modules/one': { version: '1.0.0' } })
    await setup()
    expect(await calls()).not.toBe('')
  })

  it('installs once for two processes at a time', async () => {
    const both = await Promise.all([setup(), setup()])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect((await calls()).split('\n')).toHaveLength(1)
  })

  it('tells in both languages that npm failed, and tries again the next time', async () => {
    const { code, stderr } = await setup({ NPM_FAILS: '1' })
    expect(code).toBe(2)
    expect(stderr).toContain('Pemasangan paket gagal (npm ci, kode 7)')
    expect(stderr).toContain('could not be installed (npm ci, code 7)')
    expect((await setup()).code).toBe(0)
  })

  it('tells once, after it has installed, how to get a browser', async () => {
    const hint = { id: 'Pasang X', en: 'Install X' }
    await browserFinding([{ message: { id: 'Tidak ada.', en: 'There is none.' }, hint }])
    const { code, stderr } = await setup()
    expect(code).toBe(0)
    expect(stderr).toContain('Tidak ada. Pasang X\nThere is none. Install X\n')
    expect((await setup()).stderr).toBe('')
  })

  it('leaves sources that do not compile to what runs next', async () => {
    expect((await setup({ DOES_NOT_COMPILE: '1' })).code).toBe(0)
  })

  it('refuses a Node that is too old', async () => {
    await project.write('old.mjs', "Object.defineProperty(process.versions, 'node', { value: '20.18.3' })")
    const { code, stderr } = await setup({ NODE_OPTIONS: '--import=./old.mjs' })
    expect(code).toBe(2)
    expect(stderr).toContain('Node.js 20.18.3 terlalu lama; diperlukan 20.19')
    expect(stderr).toContain('Node.js 20.18.3 is too old; 20.19')
  })
})
