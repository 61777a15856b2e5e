/** Reads the bibliography files of a thesis into one library. */
import { diagnose } from '../../diagnostics.ts'
import type { Diagnostic, Library, Outcome, SourceFile } from '../../model.ts'
import { bibtexWorks, type FoundEntry, readBibtex } from './bibtex.ts'
import type { Strings } from './bibtex-entry.ts'
import { knownStrings } from './bibtex-syntax.ts'
import { checkWorks } from './check-works.ts'
import { readCslJson } from './csl-json.ts'
import { mendNames } from './csl-names.ts'
import { readCslYaml } from './csl-yaml.ts'
import { keyMaker } from './keys.ts'
import { duplicateKey, unknownFormat } from './messages.ts'
import { parseRis, type RisFile, risWorks, typedKeys } from './ris.ts'
import type { Work } from './work.ts'
import { personTitles, unbracedBody } from './work-messages.ts'

interface ReadOptions {
  /** Today: a work from a later year is told. Without it no year is too late. */
  readonly now?: Date
}

/** Before this year the clock was never set (`SOURCE_DATE_EPOCH=0`, a machine without a battery). */
const FIRST_YEAR = 2000

/**
 * Reads `.bib` (BibTeX, BibLaTeX), `.json` (CSL-JSON), `.yaml` (CSL-YAML) and `.ris` files.
 * @param files in the order the configuration names them; of two works with one key the first is kept
 */
export async function readBibliography(
  files: readonly SourceFile[],
  { now }: ReadOptions = {},
): Promise<Outcome<Library>> {
  const told: Diagnostic[][] = []
  const found = new Map<string, FoundEntry | Work>()
  const strings = knownStrings()
  const pieces = files.map((file) => readFile(file, strings))
  const makeKey = keyMaker(pieces.flatMap(keysOf))
  for (const piece of pieces) {
    const { value, diagnostics } = 'records' in piece ? risWorks(piece, makeKey) : piece
    const duplicates: Diagnostic[] = []
    for (const entry of value) {
      const first = found.get(entry.key)
      if (!first) found.set(entry.key, entry)
      else {
        const facts = { key: entry.key, file: first.file, line: first.place.start.line }
        duplicates.push(diagnose(duplicateKey, facts, { file: entry.file, place: entry.place }))
      }
    }
    told.push([...diagnostics, ...duplicates])
  }
  const bibtex = await bibtexWorks([...found.values()].filter((entry) => 'bibtex' in entry))
  const byKey = new Map(bibtex.value.map((work) => [work.key, work]))
  const ofNames: Diagnostic[] = []
  const works = [...found.values()].flatMap((entry): Work[] => {
    if (!('bibtex' in entry)) return [withPlainNames(entry, ofNames)]
    const work = byKey.get(entry.key)
    return work ? [work] : []
  })
  const year = now?.getFullYear() ?? 0
  const ofWorks = checkWorks(works, { thisYear: year < FIRST_YEAR ? undefined : year })
  const library: Library = new Map(
    works.map(({ key, item, file, place }) => [key, { key, item, file, place }]),
  )
  return { value: library, diagnostics: [...told, bibtex.diagnostics, ofNames, ofWorks].flat() }
}

/** A file of works, or one of records that may need keys made up: those must meet none that is typed in any file. */
type Piece = Outcome<readonly (FoundEntry | Work)[]> | RisFile

function keysOf(piece: Piece): string[] {
  return 'records' in piece ? typedKeys(piece) : piece.value.map(({ key }) => key)
}

function readFile(source: SourceFile, strings: Strings): Piece {
  const extension = /\.[^./]*$/.exec(source.path.toLowerCase())?.[0] ?? source.path
  switch (extension) {
    case '.bib':
    case '.bibtex':
      return readBibtex(source, strings)
    case '.json':
      return readCslJson(source)
    case '.yaml':
    case '.yml':
      return readCslYaml(source)
    case '.ris':
      return parseRis(source)
    default:
      return { value: [], diagnostics: [diagnose(unknownFormat, { extension }, { file: source.path })] }
  }
}

function withPlainNames(work: Work, diagnostics: Diagnostic[]): Work {
  const { item, faults } = mendNames(work.item)
  const { key, file, format } = work
  const where = { file, place: work.placeOf('AU', 'A1') }
  for (const fault of faults) {
    diagnostics.push(
      fault.kind === 'titles'
        ? diagnose(personTitles, { key, ...fault }, where)
        : diagnose(unbracedBody, { key, format, name: fault.name }, where),
    )
  }
  return { ...work, item }
}
