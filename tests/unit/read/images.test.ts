import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../scripts/host.ts'
import { imagesOf, readImages } from '../../../scripts/read/images.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'
const GIF = new Uint8Array(Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAAC', 'base64'))

async function read(markdown: string, host = memoryHost({})) {
  const files = parseFiles([{ path: '01.md', text: markdown }])
  const { value, diagnostics } = await readImages(host, host.cwd, imagesOf(files))
  return {
    images: value,
    said: diagnostics.map(
      ({ file, place, ruleId, message, hint }) =>
        `${file}:${place?.start.line}:${place?.start.column} ${ruleId} ${message.id} ${hint?.en}`,
    ),
  }
}

const host = () =>
  memoryHost({
    'peta.svg': SVG,
    'gambar/satu dua.gif': GIF,
    'gambar/100%.gif': GIF,
    'rusak.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    'kosong.png': new Uint8Array(),
    '../luar.svg': SVG,
  })

describe('readImages', () => {
  it('reads images by address as written, inline and by reference', async () => {
    const { images, said } = await read(
      '![a](peta.svg) ![b](<gambar/satu dua.gif>) ![c](gambar/satu%20dua.gif) ![d](gambar/100%.gif) ![e][p] ![f](gambar\\satu%20dua.gif)\n\n[p]: ./peta.svg',
      host(),
    )
    expect(said).toEqual([])
    expect([...images.keys()]).toEqual([
      'peta.svg',
      'gambar/satu dua.gif',
      'gambar/satu%20dua.gif',
      'gambar/100%.gif',
      './peta.svg',
      'gambar\\satu%20dua.gif',
    ])
    expect(images.get('peta.svg')).toMatchObject({ mediaType: 'image/svg+xml', width: 40, height: 20 })
    expect(images.get('gambar/satu dua.gif')).toMatchObject({ mediaType: 'image/gif', width: 1, height: 1 })
  })

  it.each([
    ['peta.svgg', 'image/missing', 'Did you mean “peta.svg”?'],
    ['gambar', 'image/missing', 'Paths start at the thesis folder'],
    ['rusak.png', 'image/unreadable', '(4 bita)'],
    ['kosong.png', 'image/unreadable', '(0 bita)'],
    ['../luar.svg', 'config/outside-folder', '“../luar.svg”'],
    ['..%2Fluar.svg', 'config/outside-folder', '“../luar.svg”'],
    ['..\\luar.svg', 'config/outside-folder', '“../luar.svg”'],
    ['/etc/hostname', 'config/outside-folder', '“/etc/hostname”'],
    ['https://contoh.id/a.png', 'image/remote', 'di internet'],
    ['//contoh.id/a.png', 'image/remote', 'di internet'],
    ['file:///etc/passwd', 'image/remote', 'di internet'],
    ['data:image/png;base64,AAAA', 'image/remote', 'di internet'],
  ])('tells %s once, at its place', async (url, ruleId, words) => {
    const { said } = await read(`Teks\n\nLihat ![a](${url}).`, host())
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(new RegExp(`^01\\.md:3:7 ${ruleId} `))
    expect(said[0]).toContain(words)
  })

  it.each([
    ['<script>x()</script>', ['skrip']],
    ['<rect onclick="x()"/>', ['perintah saat diklik atau dimuat']],
    ['<image href="https://contoh.id/a.png"/>', ['gambar dari luar berkas']],
    [
      '<image xlink:href="foto.png"/><style>@import "a.css";</style>',
      ['gambar dari luar berkas', 'huruf atau gaya dari luar berkas'],
    ],
    ['<rect style="fill:url(gaya.svg#a)"/>', ['huruf atau gaya dari luar berkas']],
    ['<use href="#a"/><image href="data:image/png;base64,AA"/><rect fill="url(#g)"/>', []],
    ['<a href="https://contoh.id"><text>on load = url(x</text></a><!-- <script> -->', []],
  ])('tells what of the drawing %s is not shown', async (inside, parts) => {
    const svg = SVG.replace('/>', `>${inside}</svg>`)
    const { images, said } = await read('![a](a.svg)', memoryHost({ 'a.svg': svg }))
    expect(images.size).toBe(1)
    const told =
      parts.length === 0 ? [] : [expect.stringContaining(`tidak ditampilkan: ${parts.join(', ')}.`)]
    expect(said).toEqual(told)
  })

  it('tells of an image that is far larger than any page', async () => {
    const png = new Uint8Array(33)
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
    new DataView(png.buffer).setUint32(16, 20_000)
    new DataView(png.buffer).setUint32(20, 300)
    const { images, said } = await read('![a](a.png)', memoryHost({ 'a.png': png }))
    expect(images.get('a.png')).toMatchObject({ width: 20_000, height: 300 })
    expect(said).toEqual([expect.stringContaining('image/huge “a.png” berukuran 20000 × 300 px (0,0 MB)')])
  })

  it('does not follow a link out of the folder', async ({ skip }) => {
    const [folder, other] = await Promise.all(
      ['a-', 'b-'].map((name) => mkdtemp(join(tmpdir(), `naskah-images-${name}`))),
    )
    if (!folder || !other) throw new Error('no folder was made')
    try {
      await writeFile(join(other, 'peta.svg'), SVG)
      await symlink(join(other, 'peta.svg'), join(folder, 'peta.svg')).catch(() => skip())
      const files = parseFiles([{ path: '01.md', text: '![a](peta.svg)' }])
      const { value, diagnostics } = await readImages(diskHost(folder), folder, imagesOf(files))
      expect(value.size).toBe(0)
      expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['config/outside-folder'])
    } finally {
      await Promise.all([folder, other].map((path) => rm(path, { recursive: true })))
    }
  })
})
