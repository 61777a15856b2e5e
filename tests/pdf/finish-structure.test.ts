/** The structure of a finished file as another reader sees it: what is read behind what, and as what. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FinishedFile, finishedFile } from './finish-file.ts'

let file: FinishedFile

beforeAll(async () => {
  file = await finishedFile()
}, 30_000)

afterAll(() => file?.theirs.destroy())

interface TreeNode {
  readonly role?: string
  readonly alt?: string
  readonly id?: string
  readonly type?: string
  readonly children?: readonly TreeNode[]
}

/** What pdfjs tells of a marked sequence; its types leave the tag out. */
interface Mark {
  readonly type: string
  readonly id?: string
  readonly tag?: string
}

/** The tree of a page as `Role(…)`, without groups that mean nothing; what is painted as its words. */
async function tree(number: number): Promise<string> {
  const page = await file.theirs.getPage(number)
  const words = new Map<string, string>()
  let mark: string | undefined
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  for (const item of items) {
    if ('str' in item)
      mark !== undefined && words.set(mark, (words.get(mark) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
    else if (item.type === 'beginMarkedContentProps') mark = item.id
    else if (item.type === 'endMarkedContent') mark = undefined
  }
  const write = ({ role, alt, id, type, children = [] }: TreeNode): string => {
    if (type === 'content') return words.get(id ?? '')?.trim() ?? ''
    if (type !== undefined) return ''
    const inner = children.map(write).filter(Boolean).join(' ')
    if (role === 'NonStruct' || role === 'Root' || role === 'Document') return inner
    return `${role}(${alt === undefined ? inner : `“${alt}”`})`
  }
  return write((await page.getStructTree()) as TreeNode)
}

describe('the structure', () => {
  it('has each note behind its call, with all that stands on other pages', async () => {
    const first = await tree(1)
    const notes = (number: number) => `P(Lbl(Link(${number}))`
    expect(first).toMatch(
      /^H1\(BAB I PENDAHULUAN Reference\(Link\(1\)\)\) Note\(P\(Lbl\(Link\(1\)\) Catatan judul\.\)\)/,
    )
    expect(first).toContain(
      `P(Kata pertama Reference(Link(2)) Note(${notes(2)} Catatan Span(dua))) dan Span(seterusnya) .)`,
    )
    expect(first).toContain('P(Alinea tiga terpotong oleh catatan di tengahnya dan berlanjut sesudahnya.)')
    const second = await tree(2)
    expect(second).toContain('Note(P(terusan catatan dua.))')
    expect(second).toContain(`Note(${notes(3)} Catatan tiga.))`)
    const ids = [...file.ours.text.matchAll(/\/ID \((note\.\d)\)/g)].map(([, id]) => id)
    expect(ids.sort()).toEqual(['note.1', 'note.2', 'note.3', 'note.4'])
    expect(file.ours.text).toMatch(
      /\/Limits \[\(note\.1\) \(note\.4\)\]\n\/Names \[(?:\(note\.\d\) \d+ 0 R ?){4}\]/,
    )
    expect(file.ours.text).not.toContain('x-note')
  })

  it('has pictures with their words, tables with their captions, lists with bodies', async () => {
    const first = await tree(1)
    expect(first).toContain('Div(Figure(“Titik (hitam)”) Caption(Gambar 1.1 Titik))')
    expect(first).toContain(
      'Div(Table(Caption(Tabel 1.1 Angka Reference(Link(4)) Note(P(Lbl(Link(4)) Catatan tabel.))) TR(TH(Kepala) TH(Nilai)) TR(TD(a) TD(1)) TR(TD(b))))',
    )
    expect(file.ours.text.match(/\/S \/TH\n[\s\S]*?\/Scope \/Column/g)).toHaveLength(2)
    expect(first).toMatch(
      /L\(LI\(Lbl\(.*?\) LBody\(butir satu\)\) LI\(Lbl\(.*?\) LBody\(butir dua L\(LI\(Lbl\(1\.\) LBody\(anak butir\)\)\)\)\)\)/,
    )
    expect(first).toContain('L(LI(LBody(P(polos))))')
  })

  it('leads from every mark and annotation to the element that holds it', () => {
    const parents = new Map(
      [...file.ours.text.matchAll(/(?<=[\s[])(\d{6}) (\d+) 0 R/g)].map(([, key, element]) => [
        key,
        Number(element),
      ]),
    )
    const annotations = [
      ...file.ours.text.matchAll(/(\d+) 0 obj\n<<\/Type \/Annot[\s\S]*?\/StructParent (\d+)>>/g),
    ]
    expect(annotations.length).toBeGreaterThan(8)
    for (const [, annotation, key = ''] of annotations) {
      const element = file.ours.text.slice(file.ours.offsets.get(parents.get(key) ?? -1))
      expect(element.slice(0, element.indexOf('endobj'))).toMatch(
        new RegExp(`/S /Link\\n[\\s\\S]*/Obj ${annotation} 0 R`),
      )
    }
  })

  it('leaves out what stands in the margins, and nothing else', async () => {
    const margins = /^(?:Judul Lari|Kaki|\d)$/
    for (let number = 1; number <= file.theirs.numPages; number++) {
      const { items } = await (await file.theirs.getPage(number)).getTextContent({
        includeMarkedContent: true,
      })
      const open: string[] = []
      const outside: string[] = []
      for (const item of items) {
        if ('str' in item) {
          if (open.includes('Artifact')) outside.push(item.str)
          else if (item.str.trim() !== '') expect(open, item.str).not.toEqual([])
        } else if (item.type === 'endMarkedContent') open.pop()
        else open.push((item as Mark).tag ?? '')
      }
      expect(outside.filter((text) => text.trim() !== '')).toHaveLength(3)
      for (const text of outside) expect(text.trim() === '' || margins.test(text), text).toBe(true)
    }
  })
})
