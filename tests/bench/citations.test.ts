/**
 * What citations add to a build: `npm run bench`. The same thesis is built by the program itself with its citations and
 * without them, in turns. Printed are medians in ms:
 *
 * - plain: the build without citations
 * - cold: what citations add when nothing was kept of an earlier build
 * - kept: what they add when neither they nor the bibliography have changed
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, it } from 'vitest'
import { BUILT_IN_STYLES } from '../../scripts/resolve/citations/index.ts'
import { dice, words } from '../pdf/random-thesis.ts'

const RUNS = 3
const SIZES = [
  { citations: 230, works: 150, styles: BUILT_IN_STYLES },
  { citations: 1000, works: 300, styles: ['apa'] },
]
const FAMILIES =
  'Santoso Wijaya Hidayat Nasution Siregar Rahmawati Kusuma Lestari Pratama Saputra Wibowo Keohane Nye Merriam Denzin Lincoln'
const TYPES = ['book', 'article', 'incollection', 'online', 'thesis', 'report']
const PROGRAM = fileURLToPath(new URL('../../scripts/naskah.mjs', import.meta.url))

const run = promisify(execFile)
let base: string
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'naskah-bench-'))
})
afterAll(() => rm(base, { recursive: true, force: true }))

interface Size {
  readonly citations: number
  readonly works: number
}

/** Four chapters, and as many works cited as asked for, each once at least. */
async function writeThesis(folder: string, style: string, { citations, works }: Size, cited: boolean) {
  const roll = dice(citations + works)
  const families = FAMILIES.split(' ')
  const name = () => `${families[roll(families.length)]}, ${families[roll(families.length)]}`
  const entries = Array.from({ length: works }, (_, at) => {
    const authors = Array.from({ length: 1 + roll(4) }, name).join(' and ')
    return `@${TYPES[at % TYPES.length]}{karya${at},
  author = {${authors}}, title = {${words(roll, 6)} ${at}}, year = {${2000 + roll(24)}}, journal = {Jurnal ${words(roll, 2)}},
  booktitle = {Buku ${at}}, institution = {Universitas Contoh}, publisher = {Penerbit}, address = {Jakarta}, volume = {${1 + roll(30)}},
  number = {2}, pages = {${1 + roll(90)}--${100 + roll(90)}}, url = {https://contoh.id/${at}}, doi = {10.1000/${at}}}`
  })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'naskah.yaml'), `citation: {style: ${style}}\nbibliography: [pustaka.bib]\n`)
  await writeFile(join(folder, 'pustaka.bib'), cited ? entries.join('\n') : '')
  for (let chapter = 0; chapter < 4; chapter++) {
    const text = [`# Bab ${words(roll, 2)}`]
    for (let at = chapter; at < citations; at += 4) {
      const key = `karya${at < works ? at : roll(works)}`
      const place = roll(3) === 0 ? `, hlm. ${1 + roll(90)}` : ''
      text.push(`${words(roll, 40)} ${cited ? `[@${key}${place}]` : `(${key}${place})`}.`)
    }
    await writeFile(join(folder, `${chapter + 1}.md`), text.join('\n\n'))
  }
}

async function buildTime(folder: string, cache: string): Promise<number> {
  const args = [PROGRAM, 'build', folder, '--out', join(base, 'out')]
  const start = performance.now()
  await run('node', args, { env: { ...process.env, XDG_CACHE_HOME: cache } })
  return performance.now() - start
}

it('add little', async () => {
  print(['style', 'citations', 'works', 'plain', 'cold', 'kept'])
  for (const size of SIZES) {
    for (const style of size.styles) {
      const [cited, plain] = [join(base, 'cited'), join(base, 'plain')]
      await writeThesis(cited, style, size, true)
      await writeThesis(plain, style, size, false)
      const cache = join(base, 'cache')
      await buildTime(plain, cache)
      const times = { plain: [] as number[], cold: [] as number[], kept: [] as number[] }
      for (let turn = 0; turn < RUNS; turn++) {
        // The browser, which is unpacked there, stays.
        await rm(join(cache, 'naskah', 'citations'), { recursive: true, force: true })
        times.plain.push(await buildTime(plain, cache))
        times.cold.push(await buildTime(cited, cache))
        times.kept.push(await buildTime(cited, cache))
      }
      const bare = median(times.plain)
      const added = [times.cold, times.kept].map((all) => Math.round(median(all) - bare))
      print([style, size.citations, size.works, Math.round(bare), ...added].map(String))
    }
  }
}, 3_600_000)

function print(row: readonly string[]): void {
  console.log(row.map((cell) => cell.padStart(20)).join(''))
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
