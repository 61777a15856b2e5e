import { describe, expect, it } from 'vitest'
import { withArtifact } from '../../../../scripts/print/pdf/artifacts.ts'
import { objectText, readPdf } from '../../../../scripts/print/pdf/reader.ts'
import { Structure } from '../../../../scripts/print/pdf/structure.ts'
import { PdfChanges } from '../../../../scripts/print/pdf/write.ts'
import { tinyPdf } from './tiny-pdf.ts'

const objects = {
  1: '<</Type /Catalog\n/Pages 3 0 R>>',
  5: '<</A 5>>',
  2: '<</Title (x)>>',
  3: '<</Type /Pages\n/Kids [4 0 R]>>',
  4: '<</Type /Page\n/Parent 3 0 R>>',
  7: '<</A 7>>',
}

describe('the file written anew', () => {
  it('has every object where its table says, the changed ones changed', () => {
    const changes = new PdfChanges(readPdf(tinyPdf(objects)))
    changes.replace(5, '5 0 obj\n<</A (a much longer value)>>')
    changes.remove(7)
    const added = changes.add('<</B 1>>')
    const packed = changes.stream('/Filter /None', Buffer.from('endobj'))
    expect([added, packed]).toEqual([8, 9])
    const bytes = changes.write()
    const pdf = readPdf(bytes)
    expect([...pdf.offsets.keys()].sort()).toEqual([1, 2, 3, 4, 5, 8, 9])
    for (const [number, offset] of pdf.offsets)
      expect(pdf.text.startsWith(`${number} 0 obj\n`, offset)).toBe(true)
    expect(objectText(pdf, 5)).toBe('5 0 obj\n<</A (a much longer value)>>\n')
    expect(objectText(pdf, 3)).toBe(`3 0 obj\n${objects[3]}\n`)
    expect(pdf.text).toContain('/Length 6>> stream\nendobj\nendstream\nendobj\n')
    expect(pdf.text).not.toContain('/A 7')
    expect(pdf.size).toBe(10)
    expect(new PdfChanges(readPdf(tinyPdf(objects))).write()).toEqual(
      new PdfChanges(readPdf(tinyPdf(objects))).write(),
    )
  })

  it('lists free numbers one after the other', () => {
    const text = Buffer.from(new PdfChanges(readPdf(tinyPdf(objects))).write()).toString('latin1')
    expect(text).toContain('xref\n0 8\n0000000006 65535 f \n')
    expect(text.match(/0000000000 65535 f /g)).toHaveLength(1)
  })
})

describe('what stands in the margins', () => {
  const mark = (content: string) => {
    const marked = withArtifact(Buffer.from(content, 'latin1'))
    return marked && Buffer.from(marked).toString('latin1')
  }
  const scale = '.24 0 0 -.24 0 841.9 cm\n'
  const number = 'q\nBT\n<01> Tj\nET\nQ\n'
  const text = 'q\n1 2 3 4 re\nW* n\nq\n/P <</MCID 0 >>BDC\nBT\n<02> Tj\nET\nQ\nQ\nEMC\n'

  it('is marked as no part of the text', () => {
    const artifact = '/Artifact <</Type /Pagination>> BDC\n'
    expect(mark(scale + number + text)).toBe(`${scale}${artifact}${number}EMC\n${text}`)
    expect(mark(scale + number + number), 'on an empty page').toBe(
      `${scale}${artifact}${number}${number}EMC\n`,
    )
  })

  it('is left alone where there is nothing, or all is different', () => {
    expect(mark(scale + text)).toBeUndefined()
    expect(mark(`${scale}q\nQ\n${text}`)).toBeUndefined()
    expect(mark(number + text)).toBeUndefined()
    expect(mark(`${scale}/P <</MCID 0 >>BDC\n${number}EMC\n`)).toBeUndefined()
    expect(mark(`${scale}q\n${number}`), 'a group that is not closed').toBeUndefined()
  })
})

describe('structure elements', () => {
  it('are changed in place, whatever their texts say', () => {
    const figure =
      '<</Type /StructElem\n/S /Figure\n/Alt (/K 9 /P 8 0 R \\) /S /X)\n/P 3 0 R\n/K [5 0 R <</Type /OBJR\n/Obj 9 0 R>> 4]>>'
    const pdf = readPdf(tinyPdf({ ...objects, 6: figure }))
    const structure = new Structure(pdf, new PdfChanges(pdf), 1)
    expect(structure.get(6)).toEqual({
      type: 'Figure',
      parent: 3,
      kids: ['5 0 R', '<</Type /OBJR\n/Obj 9 0 R>>', '4'],
    })
    structure.set(6, { type: 'Div', parent: 7, kids: ['5 0 R'] })
    expect(structure.get(6)).toEqual({ type: 'Div', parent: 7, kids: ['5 0 R'] })
    expect(structure.changes.text(6)).toContain('/Alt (/K 9 /P 8 0 R \\) /S /X)')
    expect(structure.get(5)).toBeUndefined()
  })
})
