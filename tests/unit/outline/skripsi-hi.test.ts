/** Every section of the skripsi-hi outline removed, mistyped, moved and emptied: one diagnostic each, at the right line. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkThesis, outlineForStage } from '../../../scripts/check/run.ts'
import type { Diagnostic, OutlineSection } from '../../../scripts/model.ts'
import { templatePath } from '../../../scripts/templates.ts'
import { parseChapters } from '../../rules/parse.ts'

const profile = parse(readFileSync(templatePath('profiles', 'skripsi-hi.yaml'), 'utf8')) as {
  outline: OutlineSection[]
}

/** A section of the thesis under test. */
interface Section {
  title: string
  readonly canonical: string
  body: string
  sections: Section[]
}

function sectionsOf(outline: readonly OutlineSection[]): Section[] {
  return outline.map(({ title, sections }) => ({
    title,
    canonical: title,
    body: `Isi bagian ${title}.`,
    sections: [
      ...sectionsOf(sections ?? []),
      // Sections of the author's own, as a thesis has them where the outline names none.
      ...(OWN[title] ?? []).map((own) => leaf(own)),
    ],
  }))
}

const OWN: Readonly<Record<string, readonly string[]>> = {
  'Gambaran Umum': ['Perdagangan Manusia di Thailand', 'Lembaga yang Terlibat'],
  Analisis: ['Upaya Preventif', 'Upaya Represif'],
  'Definisi Konseptual': ['Kerja Sama Internasional', 'Organisasi Internasional'],
  'Operasionalisasi Konsep': ['Kerja Sama Internasional', 'Organisasi Internasional'],
}

function leaf(title: string): Section {
  return { title, canonical: title, body: `Isi bagian ${title}.`, sections: [] }
}

type Layout = 'a file a chapter' | 'one file'

/** The thesis as files, and the line each heading is on. */
function write(chapters: readonly Section[], layout: Layout) {
  const files: Record<string, string[]> = {}
  const lines = new Map<Section, { file: string; line: number }>()
  chapters.forEach((chapter) => {
    const file = layout === 'one file' ? 'skripsi.md' : `${fileOf(chapter)}.md`
    files[file] ??= []
    put(chapter, 1, file, files[file])
  })
  return {
    files: Object.fromEntries(Object.entries(files).map(([file, text]) => [file, `${text.join('\n')}\n`])),
    lines,
  }

  function put(section: Section, depth: number, file: string, text: string[]): void {
    if (text.length > 0) text.push('')
    text.push(`${'#'.repeat(depth)} ${section.title}`)
    lines.set(section, { file, line: text.length })
    if (section.body) text.push('', section.body)
    for (const below of section.sections) put(below, depth + 1, file, text)
  }
}

const ORDER = profile.outline.map((chapter) => chapter.title)
const fileOf = (chapter: Section) =>
  `${ORDER.indexOf(chapter.canonical) + 1}-${chapter.canonical.toLowerCase()}`

function check(chapters: readonly Section[], layout: Layout, outline = profile.outline): Diagnostic[] {
  const { files } = write(chapters, layout)
  return checkThesis({
    chapters: parseChapters(files),
    outline,
    explicitProfile: true,
    profileName: 'skripsi-hi',
  })
}

interface Target {
  readonly path: readonly number[]
  readonly name: string
}

function targets(outline: readonly OutlineSection[], path: readonly number[] = []): Target[] {
  return outline.flatMap(({ title, sections }, index) => [
    { path: [...path, index], name: title },
    ...targets(sections ?? [], [...path, index]),
  ])
}

/** A fresh thesis, the section meant, and the list it stands in. */
function open({ path }: Target) {
  const chapters = sectionsOf(profile.outline)
  let siblings = chapters
  let section: Section | undefined
  for (const index of path) {
    if (section) siblings = section.sections
    section = siblings[index]
  }
  if (!section) throw new Error('no such section')
  const index = path.at(-1) ?? 0
  return { chapters, siblings, section, index }
}

const summary = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ ruleId, file, place, expected }) => ({
    ruleId,
    file,
    line: place?.start.line,
    expected,
  }))

describe.each<Layout>(['a file a chapter', 'one file'])('%s', (layout) => {
  it('finds nothing in the untouched thesis', () => {
    expect(check(sectionsOf(profile.outline), layout)).toEqual([])
  })

  describe.each(targets(profile.outline))('$name', (target) => {
    it('removed', () => {
      const { chapters, siblings, section, index } = open(target)
      const before = write(chapters, layout).lines.get(section)
      siblings.splice(index, 1)
      const { files } = write(chapters, layout)
      const [found, ...more] = check(chapters, layout)
      expect(more).toEqual([])
      expect(found).toMatchObject({
        ruleId: 'outline/missing',
        severity: 'error',
        expected: section.canonical,
      })
      // Where the heading stood, or at the end of what is left of the text before it.
      const file = before?.file ?? ''
      if (files[file] === undefined) {
        const neighbour = ORDER.indexOf(section.canonical) === 0 ? 1 : ORDER.indexOf(section.canonical) - 1
        expect(found?.file).toBe(`${neighbour + 1}-${ORDER[neighbour]?.toLowerCase()}.md`)
      } else {
        const last = files[file].trimEnd().split('\n').length
        expect(found).toMatchObject({ file, place: { start: { line: Math.min(before?.line ?? 0, last) } } })
      }
    })

    it('its heading removed alone', () => {
      const { chapters, section } = open(target)
      const { files, lines } = write(chapters, layout)
      const { file, line } = lines.get(section) ?? { file: '', line: 0 }
      const text = files[file]?.split('\n') ?? []
      text[line - 1] = ''
      const diagnostics = checkThesis({
        chapters: parseChapters({ ...files, [file]: text.join('\n') }),
        outline: profile.outline,
        explicitProfile: true,
        profileName: 'skripsi-hi',
      })
      expect(diagnostics.map(({ ruleId, expected }) => ({ ruleId, expected }))).toEqual([
        { ruleId: 'outline/missing', expected: section.canonical },
      ])
      if (layout === 'a file a chapter') expect(diagnostics[0]?.file).toBe(file)
    })

    it.each([
      ['a letter dropped', (title: string) => title.replace(/(.)(.)$/, '$2')],
      ['two letters swapped', (title: string) => title.replace(/^(..)(.)(.)/, '$1$3$2')],
    ])('mistyped: %s', (_, mistype) => {
      const { chapters, section } = open(target)
      section.title = mistype(section.title)
      const at = write(chapters, layout).lines.get(section)
      expect(section.title).not.toBe(section.canonical)
      expect(summary(check(chapters, layout))).toEqual([
        { ruleId: 'outline/title', ...at, expected: section.canonical },
      ])
    })

    it('in capitals, with other spaces and punctuation', () => {
      const { chapters, section } = open(target)
      section.title = `${section.title.toUpperCase().replaceAll(' ', '  ')}:`
      expect(check(chapters, layout)).toEqual([])
    })

    it('moved behind its last sibling', () => {
      const { chapters, siblings, section, index } = open(target)
      siblings.push(...siblings.splice(index, 1))
      const at = write(chapters, layout).lines.get(section)
      const last = siblings.length - 1 === index
      expect(summary(check(chapters, layout))).toEqual(
        last ? [] : [{ ruleId: 'outline/order', ...at, expected: section.canonical }],
      )
    })

    it('emptied', () => {
      const { chapters, section } = open(target)
      section.body = ''
      section.sections = []
      const at = write(chapters, layout).lines.get(section)
      expect(summary(check(chapters, layout))).toEqual([
        { ruleId: 'outline/empty', ...at, expected: undefined },
      ])
    })

    it('left with its subsections alone', () => {
      const { chapters, section } = open(target)
      if (section.sections.length === 0) section.sections = [leaf('Bagian Sendiri')]
      section.body = ''
      expect(check(chapters, layout)).toEqual([])
    })

    it('typed twice', () => {
      const { chapters, siblings, section, index } = open(target)
      const copy = { ...section, sections: [] }
      siblings.splice(index + 1, 0, copy)
      const at = write(chapters, layout).lines.get(copy)
      expect(summary(check(chapters, layout))).toEqual([
        { ruleId: 'outline/duplicate', ...at, expected: undefined },
      ])
    })

    it('moved to another chapter', () => {
      if (target.path.length === 1) return
      const { chapters, siblings, section, index } = open(target)
      siblings.splice(index, 1)
      chapters[1]?.sections.push(section)
      const at = write(chapters, layout).lines.get(section)
      expect(summary(check(chapters, layout))).toEqual([
        { ruleId: 'outline/order', ...at, expected: section.canonical },
      ])
    })

    it.each([
      ['one # too few', -1],
      ['one # too many', 1],
    ])('its heading with %s', (_, more) => {
      const { chapters, section } = open(target)
      const depth = target.path.length
      if (depth + more < 1 || (depth === 1 && ORDER[0] === section.canonical)) return
      const { files, lines } = write(chapters, layout)
      const { file, line } = lines.get(section) ?? { file: '', line: 0 }
      const text = files[file]?.split('\n') ?? []
      text[line - 1] = `${'#'.repeat(depth + more)} ${section.title}`
      const diagnostics = checkThesis({
        chapters: parseChapters({ ...files, [file]: text.join('\n') }),
        outline: profile.outline,
        explicitProfile: true,
        profileName: 'skripsi-hi',
      })
      expect(diagnostics).toHaveLength(1)
      expect(diagnostics[0]).toMatchObject({ file, place: { start: { line } } })
    })
  })
})

describe('stage: proposal', () => {
  it('asks for Bab I alone', () => {
    const [first] = sectionsOf(profile.outline)
    const chapters = first ? [first] : []
    const outline = [...outlineForStage(profile.outline, 'proposal')]
    expect(check(chapters, 'one file', outline)).toEqual([])
    expect(check(chapters, 'one file').map((found) => found.expected)).toEqual([
      'Gambaran Umum',
      'Analisis',
      'Penutup',
    ])
    first?.sections.splice(1, 1)
    expect(check(chapters, 'one file', outline).map((found) => found.expected)).toEqual(['Rumusan Masalah'])
  })

  it('asks for everything at any other stage', () => {
    expect(outlineForStage(profile.outline, 'skripsi')).toBe(profile.outline)
    expect(outlineForStage(profile.outline, undefined)).toBe(profile.outline)
  })
})
