/** The look at notes can see: pages made by hand, each with one fault. */
import { describe, expect, it } from 'vitest'
import { wrongNotes } from './check-notes.ts'
import type { SetPage, SetRun } from './check-notes-runs.ts'

const MARGINS = { top: 100, bottom: 100 }
const html = (...names: string[]) =>
  names
    .map(
      (name, at) => `<p>K${name}k<a class="note-call" href="#note.${at + 1}" id="call.${at + 1}">1</a></p>`,
    )
    .join('')

const line = (baseline: number, text: string, size = 10, left = 100): SetRun => ({
  text,
  left,
  right: left + text.length * 4,
  baseline,
  size,
})
const page = (...runs: SetRun[]): SetPage => ({
  height: 500,
  runs: runs.sort((a, b) => a.baseline - b.baseline || a.left - b.left),
})
const text = line(200, 'Teks K1n1k', 11)
const call = line(196.9, '1', 7.37, 150)
const note = (shift = 0) => [line(383.9 + shift, 'N1n1n Catatan'), line(395.4 + shift, 'habis Z1n1z.')]

const faults = (pages: SetPage[], late: string[] = [], names = ['1n1']) =>
  wrongNotes(pages, MARGINS, html(...names), { lateNotes: new Set(late) })

describe('the look at notes', () => {
  it('finds nothing where nothing is wrong, whatever the size of the text', () => {
    expect(faults([page(text, call, ...note())])).toEqual([])
    expect(faults([page({ ...text, size: 12 }, call, line(300, 'sel', 10), ...note())])).toEqual([])
  })

  it('finds a note on another page, unless that very note is late', () => {
    const pages = [page(text), page(line(200, 'Lanjut', 11), ...note())]
    expect(faults(pages)).toEqual(['note 1n1 is on page 2, its call on 1'])
    expect(faults(pages, ['note.1'])).toEqual([])
    expect(faults(pages, ['note.2'])).toHaveLength(1)
    expect(faults([page(text, ...note())], ['note.1'])).toHaveLength(1)
  })

  it('excuses no other note of the page of a late one', () => {
    const pages = [
      page(text, line(215, 'Teks K1n2k', 11)),
      page(...note(-23), line(383.9, 'N1n2n Catatan'), line(395.4, 'habis Z1n2z.')),
    ]
    expect(faults(pages, ['note.1'], ['1n1', '1n2'])).toEqual(['note 1n2 is on page 2, its call on 1'])
  })

  it('finds a lost note and a lost call', () => {
    expect(faults([page(text)])).toEqual(['note 1n1 is lost'])
    expect(faults([page(...note())])).toContain('note 1n1 is lost')
  })

  it('finds notes that do not end at the foot', () => {
    expect(faults([page(text, ...note(-12))])[0]).toMatch(/above the foot/)
    expect(faults([page(text, ...note(5))])[0]).toMatch(/below the foot/)
    // A page on which a note goes on has a foot, too.
    const middle = page(line(200, 'Lanjut', 11))
    expect(faults([page(text, line(395, 'N1n1n')), middle, page(line(395, 'Z1n1z'))])[0]).toMatch(/no line/)
  })

  it('finds text below and upon the notes', () => {
    expect(faults([page(text, ...note(), line(389, 'Teks', 11, 300))])[0]).toMatch(/text stands below N1n1n/)
    expect(faults([page(text, line(379, 'Teks', 11, 300), ...note())])[0]).toMatch(/^PDF page 1: 4.9 pt/)
  })

  it('finds lines that stand on each other', () => {
    expect(faults([page(text, line(204, 'Teks', 11), ...note())])[0]).toMatch(/stand on each other/)
    expect(faults([page(text, line(200, 'Teks', 11, 120), ...note())])[0]).toMatch(/stand on each other/)
  })
})
