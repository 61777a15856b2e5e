/** `naskah lint --fix`: what it writes, what it leaves alone, and that the page reads the same afterwards. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPage } from './html.ts'
import { build, emptyFolder, lint } from './program.ts'

const fixture = (name: string) => readFileSync(resolve('tests/unit/citations/fixtures', name), 'utf8')
const [, matching = ''] = fixture('ketikan-tangan.md').split(/^## .*$/m)
const typed = matching
  .split('\n')
  .filter((row) => row.includes(' => '))
  .map((row) => row.split(' => ')[0])

/** Every form, and the places a citation may stand in. */
const CHAPTER = `# Pendahuluan

${typed.join('\n\n')}

> Kutipan yang panjang sekali (Midhol,
> 2022: 5) di sini.

- butir (Saraswati, 2021)
- **Misti** dan *Midhol (2022)*

| Nama | Isi |
|---|---|
| Midhol (2022) | (Omega dkk., 2023) |

Sumber: UNODC (2020), diolah penulis.

Kata[^1] dan nota^[Lihat Midhol (2022: 7).] serta [tautan](#pendahuluan) dan “bab (Midhol, 2022)”.

[^1]: Catatan (Keohane, 1989).

+----------------+------+
| (Midhol, 2022) | isi  |
+----------------+------+

<table><tr><td>(Midhol, 2022)</td><td>

Sel Midhol (2022).

</td></tr></table>

<center>(Saraswati, 2021)</center>

\`\`\`{.csv}
a,b
"(Midhol, 2022)",1
\`\`\`

Istilah
: Uraian Keohane dan Nye (2001).

::: center
Di tengah (Midhol, 2022).
:::

\`\`\`
(Midhol, 2022)
\`\`\`
`

function thesis(chapter = CHAPTER): string {
  const cwd = emptyFolder()
  mkdirSync(join(cwd, 'skripsi'))
  writeFileSync(join(cwd, 'skripsi', '01-pendahuluan.md'), chapter)
  writeFileSync(join(cwd, 'skripsi', '02-isi.md'), '# Isi\n\nSatu (Midhol, 2022).\n')
  writeFileSync(join(cwd, 'skripsi', 'pustaka.bib'), fixture('ketikan-tangan.bib'))
  return cwd
}

const first = (cwd: string) => join(cwd, 'skripsi', '01-pendahuluan.md')
const read = (path: string) => readFileSync(path, 'utf8')

async function page(cwd: string): Promise<string> {
  const built = await build(cwd, 'skripsi', { htmlOnly: true, draft: true })
  expect(built.code).toBe(0)
  const [html = ''] = readdirSync(join(cwd, 'build'))
  return readPage(join(cwd, 'build', html))
}

describe('naskah lint --fix', () => {
  it('changes what is written, and not what is read', { timeout: 60_000 }, async () => {
    const cwd = thesis()
    const before = await page(cwd)
    const { stderr } = await lint(cwd, ['skripsi'], { fix: true })
    expect(stderr).toMatch(/^\d+ perbaikan ditulis di 2 berkas\.\n$/)
    const text = read(first(cwd))
    expect(text).toContain('| @midhol2022 | [@omega2023] |')
    expect(text).toContain('Kutipan yang panjang sekali [@midhol2022, hlm. 5] di sini.')
    expect(text).toContain('^[Lihat @midhol2022 [hlm. 7].]')
    expect(text).toContain('Sumber: @unodc2020, diolah penulis.')
    expect(text).toContain('[^1]: Catatan [@keohane1989].')
    // The columns of a grid are kept by blanks, and code is code.
    expect(text).toContain('| (Midhol, 2022) | isi  |')
    expect(text).toContain('```\n(Midhol, 2022)\n```')
    expect(await page(cwd)).toBe(before)
  })

  it('has nothing to do the second time', async () => {
    const cwd = thesis()
    await lint(cwd, ['skripsi'], { fix: true })
    const [text, { mtimeMs }] = [read(first(cwd)), statSync(first(cwd))]
    const { stderr } = await lint(cwd, ['skripsi'], { fix: true })
    expect(stderr).toBe('Tidak ada yang diperbaiki.\n')
    expect(read(first(cwd))).toBe(text)
    expect(statSync(first(cwd)).mtimeMs).toBe(mtimeMs)
  })

  it('keeps byte order mark, line endings and whatever else stands there', async () => {
    const odd =
      '\uFEFF# Pendahuluan\r\n\r\nSatu\u00a0😀 (Midhol,\r\n2022)  \r\n\tdua\r\ntiga é e\u0301 (Saraswati, 2021)'
    const cwd = thesis(odd)
    await lint(cwd, ['skripsi'], { fix: true })
    expect(read(first(cwd))).toBe(
      '\uFEFF# Pendahuluan\r\n\r\nSatu\u00a0😀 [@midhol2022]  \r\n\tdua\r\ntiga é e\u0301 [@saraswati2021]',
    )
  })

  it('fixes the files it is asked to', async () => {
    const cwd = thesis()
    await lint(cwd, ['skripsi/02-isi.md'], { fix: true })
    expect(read(first(cwd))).toBe(CHAPTER)
    expect(read(join(cwd, 'skripsi', '02-isi.md'))).toBe('# Isi\n\nSatu [@midhol2022].\n')
  })

  it('reports what is left', async () => {
    const cwd = thesis('# Pendahuluan\n\nSatu (Midhol, 2022) dan (Rahman, 2020).\n')
    const { stdout } = await lint(cwd, ['skripsi'], { fix: true, format: 'json', language: 'en' })
    const rules = JSON.parse(stdout).map(({ ruleId }: { ruleId: string }) => ruleId)
    expect(rules).toContain('citation/typed-unknown')
    expect(rules).not.toContain('citation/typed')
  })

  it('writes nothing when it cannot write', async () => {
    const cwd = thesis()
    const host = { writeAll: () => Promise.reject(Object.assign(new Error('EROFS: x'), { code: 'EROFS' })) }
    const { code, stdout } = await lint(cwd, ['skripsi'], { fix: true, host })
    expect(code).toBe(2)
    expect(stdout).toContain('output/rewrite')
    expect(stdout).toContain(
      'Berkas “skripsi/01-pendahuluan.md” tidak dapat ditulis: disk hanya dapat dibaca',
    )
    expect(stdout).toContain('Periksa izin berkasnya')
    expect(stdout).not.toContain('--out')
    expect(read(first(cwd))).toBe(CHAPTER)
  })

  it('with --dry-run shows the lines and writes nothing', async () => {
    const cwd = thesis('# Pendahuluan\n\nSatu.\n\nDua (Midhol, 2022: 5).\n')
    const { code, stdout, stderr } = await lint(cwd, ['skripsi'], { dryRun: true, language: 'en' })
    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        '--- skripsi/01-pendahuluan.md',
        '+++ skripsi/01-pendahuluan.md',
        '@@ -5,1 +5,1 @@',
        '-Dua (Midhol, 2022: 5).',
        '+Dua [@midhol2022, hlm. 5].',
        '--- skripsi/02-isi.md',
        '+++ skripsi/02-isi.md',
        '@@ -3,1 +3,1 @@',
        '-Satu (Midhol, 2022).',
        '+Satu [@midhol2022].',
        '',
      ].join('\n'),
    )
    expect(stderr).toBe('2 fixes in 2 files; nothing was written.\n')
    expect(read(first(cwd))).toContain('(Midhol, 2022: 5)')
  })
})
