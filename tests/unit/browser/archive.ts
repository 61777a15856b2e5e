/** Makes small archives like those of the npm browser. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

export interface Member {
  readonly path: string
  readonly data?: string
  /** `0` a file, `5` a folder, `2` a link. */
  readonly type?: string
}

/** A tar archive (ustar) with its two empty blocks at the end. */
export function tar(members: readonly Member[]): Uint8Array {
  const blocks = members.flatMap(({ path, data = '', type = '0' }) => {
    const content = Buffer.from(data)
    const header = Buffer.alloc(512)
    header.write(path, 0)
    header.write('0000755\0', 100)
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write(type, 156)
    header.write('ustar\0', 257)
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

/** The compressed files of a browser that is a few bytes long. */
export async function writeArchives(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const files = {
    'chromium.br': Buffer.from('#!/bin/sh\n'),
    'al2023.tar.br': tar([{ path: 'lib/libnss3.so', data: 'nss' }]),
    'fonts.tar.br': tar([
      { path: 'fonts.conf', data: '<dir>/tmp/fonts</dir>' },
      { path: 'fonts/', type: '5' },
      { path: 'fonts/A/A.ttf', data: 'font' },
    ]),
  }
  for (const [name, data] of Object.entries(files)) {
    await writeFile(join(folder, name), brotliCompressSync(data))
  }
}
