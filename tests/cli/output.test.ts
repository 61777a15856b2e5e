/** What is written where: files whole or not at all, reports on the right stream, nothing half-done after Ctrl-C. */
import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build, edit, init, lint, NO_BROWSER, naskah, PROGRAM, withThesis } from './program.ts'

const HTML = 'judul-skripsi-anda.html'
const systemError = (code: string, words: string) => Object.assign(new Error(`${code}: ${words}`), { code })

describe('an output folder that cannot be written', () => {
  it('is told when a file stands in its place', async () => {
    const cwd = withThesis()
    writeFileSync(join(cwd, 'hasil'), 'lama')
    const built = await build(cwd, 'skripsi', { out: 'hasil', htmlOnly: true })
    expect(built.code).toBe(2)
    expect(built.stderr).toContain('output/write')
    expect(built.stderr).toContain('di tempat folder itu ada sebuah berkas')
    expect(built.stderr).not.toContain('.tmp')
    const begun = await init(cwd, 'hasil')
    expect(begun.code).toBe(2)
    expect(begun.stderr).toContain('di tempat folder itu ada sebuah berkas')
    expect(readFileSync(join(cwd, 'hasil'), 'utf8')).toBe('lama')
  })

  it('is told when a folder stands in the place of a file', async () => {
    const cwd = withThesis()
    mkdirSync(join(cwd, 'build', HTML), { recursive: true })
    const built = await build(cwd, 'skripsi', { htmlOnly: true })
    expect(built.code).toBe(2)
    expect(built.stderr).toContain('output/write')
    expect(readdirSync(join(cwd, 'build'))).toEqual([HTML])
  })

  it.each([
    ['ENOSPC', 'no space left on device', 'disk penuh', 'the disk is full'],
    ['EACCES', 'permission denied', 'izin ditolak', 'permission denied'],
    ['EROFS', 'read-only file system', 'hanya dapat dibaca', 'read-only'],
    ['EXYZ', 'kata sistem', 'EXYZ: kata sistem', 'EXYZ: kata sistem'],
  ])('says in words what %s means', async (code, words, indonesian, english) => {
    const cwd = withThesis()
    const host = { writeAll: () => Promise.reject(systemError(code, words)) }
    const shown = await build(cwd, 'skripsi', { htmlOnly: true, host })
    expect(shown.code).toBe(2)
    expect(shown.stderr).toContain(indonesian)
    expect(shown.stdout).toBe('')
    const json = await build(cwd, 'skripsi', { htmlOnly: true, host, json: true, language: 'en' })
    expect(json.code).toBe(2)
    const report = JSON.parse(json.stdout)
    expect(report).toMatchObject({ pdf: null, html: null, messages: [{ ruleId: 'output/write' }] })
    expect(report.messages[0].message).toContain(english)
    expect(json.stderr).toBe('')
  })
})

describe('no browser', () => {
  it('is told with what to do, and earlier outputs stay', async () => {
    const cwd = withThesis()
    mkdirSync(join(cwd, 'build'))
    writeFileSync(join(cwd, 'build', HTML), 'lama')
    const shown = await build(cwd, 'skripsi')
    expect(shown.code).toBe(2)
    expect(shown.stderr).toContain('NASKAH_BROWSER')
    expect(shown.stderr).toContain(NO_BROWSER.NASKAH_BROWSER)
    const json = await build(cwd, 'skripsi', { json: true, draft: true, language: 'en' })
    expect(json.code).toBe(2)
    expect(JSON.parse(json.stdout).messages).toMatchObject([
      { ruleId: 'browser/env-path', severity: 'error' },
    ])
    expect(readdirSync(join(cwd, 'build'))).toEqual([HTML])
    expect(readFileSync(join(cwd, 'build', HTML), 'utf8')).toBe('lama')
  })

  it('is no matter where none is needed', async () => {
    const cwd = withThesis()
    const built = await build(cwd, 'skripsi', { htmlOnly: true })
    expect(built).toMatchObject({ code: 0, stdout: '' })
    expect(built.stderr).toContain(`build/${HTML}`)
    expect(readdirSync(join(cwd, 'build'))).toEqual([HTML])
  })
})

describe('a draft', () => {
  it('is written in spite of errors, which are told as ever', async () => {
    const cwd = withThesis()
    edit(join(cwd, 'skripsi/01-pendahuluan.md'), '@putnam1988', '@putnam1989')
    const [strict, draft] = [
      await build(cwd, 'skripsi', { htmlOnly: true, out: 'ketat' }),
      await build(cwd, 'skripsi', { htmlOnly: true, draft: true }),
    ]
    expect([strict.code, draft.code]).toEqual([1, 0])
    for (const { stderr } of [strict, draft]) expect(stderr).toContain('citation/unknown-key')
    expect(readdirSync(cwd).sort()).toEqual(['build', 'skripsi'])
  })
})

describe('Ctrl-C', () => {
  it('before the files are written leaves nothing', async () => {
    const cwd = withThesis()
    const interrupt = new AbortController()
    const host = {
      now: () => {
        interrupt.abort(new Error('interrupted'))
        return new Date(0)
      },
      list: async () => {
        interrupt.abort(new Error('interrupted'))
        return []
      },
    }
    const options = { htmlOnly: true, signal: interrupt.signal, host }
    await expect(build(cwd, 'skripsi', options)).rejects.toThrow('interrupted')
    await expect(lint(cwd, ['skripsi'], options)).rejects.toThrow('interrupted')
    expect(readdirSync(cwd)).toEqual(['skripsi'])
  })
})

describe('the streams', () => {
  it('carry no progress and no colour when piped, and the report where it belongs', async () => {
    const cwd = withThesis()
    edit(join(cwd, 'skripsi/01-pendahuluan.md'), '@putnam1988', '@putnam1989')
    const [linted, built, json] = await Promise.all([
      naskah(['lint', 'skripsi'], { cwd }),
      naskah(['build', 'skripsi', '--html-only'], { cwd }),
      naskah(['build', 'skripsi', '--html-only', '--json', '--lang', 'en'], { cwd }),
    ])
    expect([linted.code, built.code, json.code]).toEqual([1, 1, 1])
    expect(linted.stderr).toBe('')
    expect(linted.stdout).toContain('citation/unknown-key')
    expect(built.stdout).toBe('')
    expect(built.stderr).toContain('citation/unknown-key')
    expect(json.stderr).toBe('')
    expect(JSON.parse(json.stdout)).toMatchObject({ messages: [{ ruleId: 'citation/unknown-key' }] })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters of a terminal are looked for
    for (const { stdout, stderr } of [linted, built, json]) expect(stdout + stderr).not.toMatch(/[\u001b\r]/)
  })

  it('show progress on a terminal, and wipe it away', async () => {
    const cwd = withThesis()
    const { stderr, stdout } = await build(cwd, 'skripsi', { htmlOnly: true, interactive: true })
    expect(stdout).toBe('')
    expect(stderr).toContain('Membaca naskah')
    expect(stderr).toContain('Menyusun halaman')
    const wiped = stderr.lastIndexOf('\r\u001b[K')
    expect(stderr.slice(wiped)).not.toContain('…')
    expect(stderr.slice(wiped)).toContain(HTML)
  })

  it('may be closed by their reader', async () => {
    const cwd = withThesis()
    const many = Array.from({ length: 2000 }, (_, at) => `Kalimat [@tidakada${at}].\n`).join('\n')
    writeFileSync(join(cwd, 'skripsi/04-penutup.md'), `# Penutup\n\n## Kesimpulan\n\n${many}`)
    const { stderr } = await new Promise<{ stderr: string }>((done) => {
      const child = execFile(process.execPath, [PROGRAM, 'lint', 'skripsi'], { cwd }, (_, __, words) =>
        done({ stderr: words }),
      )
      child.stdout?.once('data', () => child.stdout?.destroy())
    })
    expect(stderr).toBe('')
  })
})
