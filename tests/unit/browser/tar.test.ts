import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTar } from '../../../scripts/print/browser/tar.ts'
import { tar } from './archive.ts'

const read = (archive: Uint8Array) =>
  readTar(archive).map(({ path, data }) => [path, Buffer.from(data).toString('utf8')])

describe('readTar', () => {
  it('gives back what was put in, whatever its size', () => {
    const member = fc.record({
      path: fc.stringMatching(/^[a-z]{1,20}(\/[a-z]{1,20}){0,3}$/),
      data: fc.string(),
    })
    fc.assert(
      fc.property(fc.array(member, { maxLength: 5 }), (members) => {
        expect(read(tar(members))).toEqual(
          members.map(({ path, data }) => [path, Buffer.from(data).toString()]),
        )
      }),
    )
  })

  it('keeps the permissions and leaves folders out', () => {
    const entries = readTar(
      tar([
        { path: 'a/', type: '5' },
        { path: 'a/b', data: 'x' },
      ]),
    )
    expect(entries.map(({ path, mode }) => [path, mode])).toEqual([['a/b', 0o755]])
  })

  it.each([
    ['a path out of the folder', [{ path: '../evil', data: 'x' }], /unsafe path/],
    ['an absolute path', [{ path: '/etc/evil', data: 'x' }], /unsafe path/],
    ['a link', [{ path: 'link', type: '2' }], /neither file nor folder/],
  ])('refuses %s', (_, members, reason) => {
    expect(() => readTar(tar(members))).toThrow(reason)
  })

  it('refuses an archive that is cut off', () => {
    expect(() => readTar(tar([{ path: 'a', data: 'x'.repeat(2000) }]).subarray(0, 1024))).toThrow(/cut off/)
  })
})
