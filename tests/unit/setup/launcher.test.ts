import { readdir, rm } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Checkout, checkout, lend } from './checkout.ts'

const cli = (text: string) => `export async function run(argv: string[]): Promise<number> {
  const { say } = await import('./say.ts')
  say(${JSON.stringify(text)}, argv)
  return 1
}
`

let project: Checkout
beforeEach(async () => {
  project = await checkout(['naskah.mjs', 'compile.mjs', 'lock.mjs'])
  await project.write('package.json', '{ "type": "module" }')
  await project.write('scripts/say.ts', 'export const say = (...words: unknown[]) => console.log(...words)')
  await project.write('scripts/cli.ts', cli('first'))
  await lend(project, 'esbuild')
})
afterEach(() => project.remove())

const naskah = (...args: string[]) => project.run('naskah.mjs', args)

describe('naskah', () => {
  it('runs the present sources with the arguments given, and hands on the exit code', async () => {
    expect(await naskah('lint', 'bab')).toEqual({ code: 1, stdout: "first [ 'lint', 'bab' ]\n", stderr: '' })
    await project.write('scripts/cli.ts', cli('then another'))
    expect((await naskah()).stdout).toBe('then another []\n')
  })

  it('compiles again when a compiled file is gone', async () => {
    await naskah()
    for (const name of await readdir(project.path('dist'))) {
      if (name.endsWith('.js')) await rm(project.path(`dist/${name}`))
    }
    expect((await naskah()).stdout).toBe('first []\n')
  })

  it('compiles whole for several processes at a time', async () => {
    const all = await Promise.all([naskah('a'), naskah('b'), naskah('c')])
    expect(all.map(({ stdout }) => stdout)).toEqual(['a', 'b', 'c'].map((name) => `first [ '${name}' ]\n`))
    expect((await readdir(project.path('dist'))).filter((name) => /\.(tmp|lock)$/.test(name))).toEqual([])
  })

  it('tells in both languages that the sources do not compile, and keeps what was compiled', async () => {
    await naskah()
    await project.write('scripts/cli.ts', 'export const = 1')
    const { code, stderr } = await naskah()
    expect(code).toBe(2)
    expect(stderr).toContain('scripts/cli.ts:1:13')
    expect(stderr).toContain('tidak dapat dikompilasi')
    expect(stderr).toContain('do not compile')
    expect(await readdir(project.path('dist'))).toContain('cli.js')
  })

  it('tells to install when packages are missing', async () => {
    await project.write('scripts/cli.ts', "import 'no-such-package'\nexport const run = () => 0\n")
    const missing = await naskah()
    expect(missing.code).toBe(2)
    expect(missing.stderr).toContain('Jalankan dahulu: npm ci')
    await rm(project.path('node_modules'), { recursive: true })
    expect(await naskah()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Run this first: npm ci'),
    })
  })

  it('shows a fault of the program as what it is', async () => {
    await project.write('scripts/cli.ts', "export const run = () => { throw new Error('a fault') }\n")
    const { code, stderr } = await naskah()
    expect(code).toBe(2)
    expect(stderr).toContain('Error: a fault')
    expect(stderr).not.toContain('npm ci')
  })

  it('runs what was shipped when there are no sources', async () => {
    await naskah()
    for (const name of ['cli.ts', 'compile.mjs', 'lock.mjs', 'say.ts'])
      await rm(project.path(`scripts/${name}`))
    expect((await naskah('x')).stdout).toBe("first [ 'x' ]\n")
  })
})
