/** A PDF as an appendix: what is wrong with it is told where naskah.yaml names it. */
import { expect, it } from 'vitest'
import { sayings } from '../front/thesis.ts'

it('is told at its line when it is missing or no PDF', async () => {
  const yaml =
    'title: Judul\nappendices:\n  - surat.pdf\n  - { file: rusak.pdf, title: Surat Izin }\n  - ../luar.pdf\n'
  const said = await sayings({ '01.md': '# Pendahuluan\n\nTeks.', 'naskah.yaml': yaml, 'rusak.pdf': 'bukan' })
  expect(
    said.filter((line) => line.includes('image/')).map((line) => line.split(' ').slice(0, 2).join(' ')),
  ).toEqual(['naskah.yaml:3:5 image/missing', 'naskah.yaml:4:5 image/pdf-unreadable'])
  expect(said.some((line) => line.startsWith('naskah.yaml:5:5') && line.includes('luar.pdf'))).toBe(true)
})
