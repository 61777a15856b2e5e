/** A finding of every message, made of facts a thesis could well have: what `docs/rules.md` shows. */
import {
  cannotRewrite,
  cannotWrite,
  folderNotEmpty,
  noBibliography,
  noSuchFile,
  notFormatted,
  notInThesis,
  notTidy,
} from '../commands/messages.ts'
import { diagnose } from '../diagnostics.ts'
import type { Diagnostic } from '../model.ts'
import * as browser from '../print/browser/messages.ts'
import * as diagrams from '../print/diagrams/messages.ts'
import * as print from '../print/messages.ts'
import * as formats from '../read/bibliography/format-messages.ts'
import * as bibliography from '../read/bibliography/messages.ts'
import * as works from '../read/bibliography/work-messages.ts'
import * as csv from '../read/csv-messages.ts'
import { hugeImage, svgLeftOut } from '../read/image-messages.ts'
import { marginClash } from '../read/margin-messages.ts'
import { brokenGrid } from '../read/markdown/grid-messages.ts'
import * as read from '../read/messages.ts'
import * as parts from '../read/part-messages.ts'
import * as pdfs from '../read/pdf-messages.ts'
import { yamlFault } from '../read/yaml-errors.ts'
import { badTemplate } from '../render/front/messages.ts'
import { partsLeftOut } from '../render/messages.ts'
import * as abbreviations from '../resolve/abbreviation-messages.ts'
import * as blocks from '../resolve/blocks/messages.ts'
import * as captions from '../resolve/caption-messages.ts'
import * as citations from '../resolve/citations/messages.ts'
import * as typed from '../resolve/citations/typed/messages.ts'
import { unknownLanguage } from '../resolve/code/messages.ts'
import { missingGlyph } from '../resolve/glyph-messages.ts'
import * as math from '../resolve/math/messages.ts'
import * as resolve from '../resolve/messages.ts'
import * as notes from '../resolve/note-messages.ts'
import * as references from '../resolve/reference-messages.ts'

const CHROME = '/usr/bin/google-chrome'
const INSTALL = 'sudo apt-get install chromium'

/** The rules of the linter are missing here: their examples are their fixtures. */
export const EXAMPLES: readonly Diagnostic[] = [
  diagnose(read.yamlSyntax, yamlFault('BLOCK_AS_IMPLICIT_KEY', '')),
  diagnose(read.unknownKey, { key: 'titel', near: ['title'], known: ['title', 'author'] }),
  diagnose(read.wrongType, {
    key: 'supervisors.0',
    expected: { id: 'teks', en: 'text' },
    found: { id: '12', en: '12' },
  }),
  diagnose(read.missingKey, { key: 'author.name' }),
  diagnose(read.unknownProfile, {
    name: 'skripsi',
    near: ['skripsi-hi'],
    known: ['generic-id', 'skripsi-hi'],
  }),
  diagnose(marginClash, {
    over: 'place',
    earlier: { kind: 'number', zone: 'body', first: false },
    later: { kind: 'running', index: 0, text: '{chapter_title}' },
    position: 'top-right',
    pages: 'all',
  }),
  diagnose(read.noFolder, { folder: 'skirpsi', isFile: false }),
  diagnose(read.unreadable, { path: '02-gambaran-umum.md', reason: 'EACCES' }),
  diagnose(read.unknownPart, {
    path: 'front/abstarksi.md',
    near: ['abstrak'],
    known: ['abstrak', 'abstract'],
  }),
  diagnose(read.noMarkdown, { folder: 'skripsi' }),
  diagnose(read.missingFile, { path: '02-gambaran.md', near: ['02-gambaran-umum.md'] }),
  diagnose(read.outsideFolder, { path: '../pustaka.bib' }),
  diagnose(noBibliography, { folder: 'chapters' }),
  diagnose(noSuchFile, { path: 'skripsi/05-penutup.md' }),
  diagnose(notInThesis, { path: 'catatan.md', folder: 'skripsi' }),
  diagnose(folderNotEmpty, { folder: 'skripsi', files: ['naskah.yaml'] }),

  diagnose(read.notUtf8, { encoding: 'Windows-1252' }),
  diagnose(partsLeftOut, { parts: ['Abstrak', 'Kata Pengantar'], files: ['front/abstrak.md'] }),
  diagnose(badTemplate, {
    kind: 'unknown-name',
    name: 'judul',
    near: [],
    known: ['title', 'titleCaps', 'author'],
  }),
  diagnose(parts.severalFiles, { part: 'kata_pengantar' }),
  diagnose(parts.partOverridden, { path: 'front/pengesahan.md', used: 'front/pengesahan.html' }),
  diagnose(parts.pageTooLong, { path: 'front/sampul.html', letters: 81_204, most: 20_000 }),
  diagnose(read.missingImage, { path: 'gambar/peta.png', near: ['gambar/Peta.png'] }),
  diagnose(read.badImage, { path: 'gambar/peta.png', bytes: 312 }),
  diagnose(blocks.unclosedDiv, {}),
  diagnose(blocks.unopenedDiv, {}),
  diagnose(blocks.deepDiv, { deepest: 20 }),
  diagnose(blocks.unreadableDiv, { written: '{landscape}' }),
  diagnose(blocks.unknownClass, { name: 'lanskap', near: ['landscape'], known: ['landscape', 'center'] }),
  diagnose(blocks.longInlineQuote, { words: 63, least: 40 }),
  diagnose(unknownLanguage, { language: 'pyhton', near: ['python'] }),
  diagnose(missingGlyph, { letter: '🙂', codePoint: 'U+1F642', others: [] }),
  diagnose(math.faultyMath, { kind: 'unknown-command', name: '\\farc', near: ['\\frac'] }),
  diagnose(math.unclosedMath, { blankLine: false }),
  diagnose(pdfs.badPdf, { path: 'lampiran/surat.pdf', bytes: 312 }),
  diagnose(pdfs.lockedPdf, { path: 'lampiran/surat.pdf' }),
  diagnose(pdfs.noSuchPdfPage, { path: 'lampiran/surat.pdf', wanted: '3-4', count: 2 }),
  diagnose(print.ownFont, { font: 'Times New Roman' }),
  diagnose(print.fontNotInstalled, { font: 'Times New Roman', instead: 'Tinos' }),
  diagnose(print.lostPdfPage, { pages: [2] }),
  diagnose(read.remoteImage, { url: 'https://example.org/peta.png' }),
  diagnose(hugeImage, { path: 'gambar/peta.png', width: 20000, height: 15000, megabytes: 38.2 }),
  diagnose(svgLeftOut, { path: 'gambar/alur.svg', parts: [{ id: 'skrip', en: 'a script' }] }),

  diagnose(captions.badAttribute, {
    name: 'width',
    value: 'lebar',
    expected: { id: 'panjang seperti 80%, 10cm, atau 300px', en: 'a length such as 80%, 10cm or 300px' },
  }),
  diagnose(brokenGrid, { line: 65 }),
  diagnose(captions.simpleTable, {}),
  diagnose(captions.unusedAttribute, {
    written: '.small',
    why: { id: 'hanya tabel yang dapat dikecilkan hurufnya', en: 'only a table can have smaller letters' },
  }),
  diagnose(captions.secondCaption, { caption: 'Responden', used: 'Responden menurut umur' }),
  diagnose(captions.dataAmongWords, { path: 'data/korban.csv' }),
  diagnose(csv.missingData, { path: 'data/korbn.csv', near: ['data/korban.csv'] }),
  diagnose(csv.emptyData, { usedAt: '03-hasil.md:14' }),
  diagnose(csv.dataEncoding, { usedAt: '03-hasil.md:14', encoding: 'Windows-1252' }),
  diagnose(csv.faultyQuotes, { usedAt: '03-hasil.md:14', unclosed: true }),
  diagnose(csv.raggedRows, { usedAt: '03-hasil.md:14', expected: 4, found: 3, delimiter: '“;”', more: 2 }),
  diagnose(csv.tooMuchData, { rows: 40001, columns: 3, most: 20000 }),
  diagnose(csv.unknownColumn, { wanted: 'nila', known: ['provinsi', 'nilai'], near: ['nilai'] }),

  diagnose(resolve.typedNumber, { typed: '1.4', computed: '1.3', title: 'Tujuan Penelitian' }),
  diagnose(resolve.unknownLabel, { label: 'tbl:tips', near: ['tbl:tip'] }),
  diagnose(resolve.duplicateLabel, { label: 'fig:alur', first: '01-pendahuluan.md:96' }),
  diagnose(references.labelPrefix, { label: 'fig:tip', what: 'Tabel', better: 'tbl:tip' }),
  diagnose(references.labelOfNothing, { label: 'tbl:tip', what: { id: 'Tabel', en: 'Table' } }),
  diagnose(references.brokenLink, { target: 'latar-belakng', near: ['latar-belakang'] }),
  diagnose(references.typedUnknown, { typed: 'Tabel 2.4', existing: ['Tabel 2.1', 'Tabel 2.2'] }),

  diagnose(abbreviations.bareFirstUse, { short: 'IOM', long: 'International Organization for Migration' }),
  diagnose(abbreviations.twoMeanings, {
    short: 'PMI',
    long: 'Palang Merah Indonesia',
    first: 'Pekerja Migran Indonesia',
    at: '01-pendahuluan.md:96',
  }),
  diagnose(abbreviations.unusedAbbreviation, {
    short: 'IOM',
    long: 'International Organization for Migration',
  }),

  diagnose(notes.undefinedNote, { label: 'celh', near: ['celah'] }),
  diagnose(notes.unusedNote, { label: 'celah' }),
  diagnose(notes.duplicateNote, { label: 'celah', line: 12 }),
  diagnose(notes.nestedNote, { call: '[^celah]' }),
  diagnose(notes.emptyNote, { note: '[^celah]:' }),

  diagnose(citations.unknownCitationKey, { key: 'midhol202', near: ['midhol2022'] }),
  diagnose(citations.unknownStyle, {
    name: 'chicago',
    known: ['apa', 'chicago-author-date'],
    near: ['chicago-author-date'],
  }),
  diagnose(typed.typedCitation, {
    typed: '(Midhol, 2022: 5)',
    markdown: '[@midhol2022, hlm. 5]',
    fixable: true,
  }),
  diagnose(typed.unclearTypedCitation, { typed: '(Midhol, 2021)', near: ['midhol2022'], ambiguous: false }),
  diagnose(typed.unknownTypedCitation, { typed: '(Midhol, 2022; Rahman, 2020)', missing: ['Rahman, 2020'] }),
  diagnose(typed.uncitedWork, { keys: ['lewis2006'], count: 1, works: 25 }),
  diagnose(citations.unusableStyle, { reason: 'Unexpected token' }),
  diagnose(citations.styleNotXml, {}),
  diagnose(citations.styleIsHtml, {}),
  diagnose(citations.styleIsLocale, {}),
  diagnose(citations.brokenStyle, { opened: { name: 'macro', line: 12 } }),
  diagnose(citations.styleWithoutCitation, {}),
  diagnose(citations.styleWithoutList, {}),
  diagnose(citations.dependentStyle, { parent: 'harvard-cite-them-right', near: 'harvard' }),
  diagnose(citations.parentInstead, { parent: 'ieee' }),
  diagnose(citations.styleChanged, { what: '“dan” for “&”', times: 28, found: 27 }),

  diagnose(bibliography.unclosedEntry, { key: 'midhol2022', field: 'title' }),
  diagnose(bibliography.noBrace, { key: 'book' }),
  diagnose(bibliography.noKey, { key: 'book' }),
  diagnose(bibliography.badKey, { key: 'midhol 2022' }),
  diagnose(bibliography.noComma, { key: 'midhol2022', field: 'title' }),
  diagnose(bibliography.noEquals, { key: 'midhol2022', field: 'year' }),
  diagnose(bibliography.unbraced, { key: 'midhol2022', field: 'title' }),
  diagnose(bibliography.undefinedString, { key: 'midhol2022', field: 'journal', value: 'jhi' }),
  diagnose(bibliography.tooLong, { key: 'midhol2022', field: 'publisher', value: 'ugm' }),
  diagnose(bibliography.duplicateKey, { key: 'midhol2022', file: 'pustaka.bib', line: 12 }),
  diagnose(bibliography.unknownType, { type: 'boook', key: 'midhol2022', near: ['@book'] }),
  diagnose(bibliography.missingTitle, { key: 'midhol2022', example: '“title = {…},”' }),
  diagnose(bibliography.unreadableValue, { key: 'midhol2022', fields: ['title'] }),
  diagnose(formats.jsonSyntax, { reason: 'Unexpected token } in JSON at position 120' }),
  diagnose(formats.jsonShape, { number: 3 }),
  diagnose(formats.jsonValue, { key: 'midhol2022', fields: ['issued'] }),
  diagnose(notTidy, { count: 3, total: 20 }),
  diagnose(notFormatted, { path: 'pustaka.ris' }),
  diagnose(formats.badYaml, {
    text: {
      id: 'YAML tidak terbaca: titik dua kedua dalam satu nilai.',
      en: 'This is not valid YAML: a second colon in one value.',
    },
    hint: { id: 'Apit nilainya dengan tanda kutip.', en: 'Put the value in quotes.' },
    isWhole: false,
  }),
  diagnose(formats.yamlTooDeep, {}),
  diagnose(formats.risNoEnd, { key: 'midhol2022' }),
  diagnose(formats.risOutside, {}),
  diagnose(formats.risKeys, { count: 2, keys: ['midhol2022', 'ikbar2014'] }),
  diagnose(bibliography.unknownFormat, { extension: '.docx' }),
  diagnose(works.missingFields, {
    key: 'ikbar2014',
    type: '@book',
    fields: ['publisher'],
    example: '“publisher = {…},”',
  }),
  diagnose(works.sameWork, { key: 'ikbar', other: 'ikbar2014', file: 'pustaka.bib', line: 12, by: 'title' }),
  diagnose(works.oddYear, {
    key: 'ikbar2014',
    year: '2O14',
    kind: 'unreadable',
    meant: '2014',
    thisYear: undefined,
  }),
  diagnose(works.capitals, { key: 'misti2018', title: 'ANALISIS KEBIJAKAN PEMERINTAH THAILAND' }),
  diagnose(works.personTitles, { key: 'ikbar2014', titles: ['Dr.', 'M.Si.'], plain: 'Yanuar Ikbar' }),
  diagnose(works.unbracedBody, {
    key: 'kemlu2020',
    name: 'Kementerian Luar Negeri Republik Indonesia',
    format: 'bibtex',
  }),
  diagnose(works.nameSeparator, {
    key: 'hartana2022',
    field: 'author',
    separator: 'dan',
    names: ['Hartana', 'Made Dwi Wahyuni'],
  }),
  diagnose(works.crossrefMissing, { key: 'adi2010', parent: 'indukbuku', near: ['bukuinduk'] }),
  diagnose(works.crossrefLoop, { chain: ['a', 'b', 'a'] }),

  diagnose(browser.noBrowser, { command: INSTALL }),
  diagnose(browser.environmentPath, { variable: 'NASKAH_BROWSER', path: '/opt/chrome' }),
  diagnose(browser.notUnpacked, { folder: '~/.cache/naskah', reason: 'ENOSPC' }),
  diagnose(browser.browserFailed, { path: CHROME, reason: 'exit 127', command: INSTALL }),
  diagnose(browser.browserTooOld, {
    path: CHROME,
    version: '120.0.6099.109',
    oldest: 131,
    command: INSTALL,
  }),
  diagnose(browser.noSandbox, { path: CHROME }),
  diagnose(diagrams.diagramSyntax, {
    after: 'Data lengkap?',
    found: { id: 'akhir baris', en: 'the end of the line' },
    expected: [
      { id: '“}”', en: '“}”' },
      { id: 'teks', en: 'text' },
    ],
  }),
  diagnose(diagrams.diagramKind, { word: 'flowcart', near: ['flowchart'], known: ['flowchart', 'pie'] }),
  diagnose(diagrams.diagramFailed, { reason: 'Invalid date:2024-99-01' }),
  diagnose(diagrams.diagramTooSlow, { seconds: 10 }),
  diagnose(diagrams.diagramTooLarge, { characters: 61_204, most: 50_000 }),
  diagnose(diagrams.smallLetters, { points: 4.3, landscape: false }),
  diagnose(print.browserDied, { reason: 'Target closed' }),

  diagnose(print.brokenTable, { start: 'Negara Tahun Peringkat' }),
  diagnose(print.tooWide, { start: 'Negara Tahun Peringkat' }),
  diagnose(print.wideFormula, { tex: 'y = a + b + c + d' }),
  diagnose(print.noFont, { fonts: ['Tinos 700'] }),
  diagnose(print.wrongPage, { entry: '1.2 Rumusan Masalah', planned: '6', found: '7' }),
  diagnose(print.lostAnchor, { entry: '1.2 Rumusan Masalah' }),
  diagnose(print.moved, { what: '1.2 Rumusan Masalah', page: '6' }),
  diagnose(print.lineMoved, { page: '6', start: 'Berdasarkan latar belakang itu' }),
  diagnose(print.lettersDiffer, { page: '6', start: 'Berdasarkan latar belakang itu', missing: 7, extra: 0 }),
  diagnose(print.wrongMargins, { page: '6', planned: '6', found: '7' }),
  diagnose(print.wrongNumber, { page: 'v', planned: '6', found: '7' }),
  diagnose(print.lostNote, { number: '3' }),
  diagnose(print.noteElsewhere, { number: '3', call: '20', note: '21' }),
  diagnose(print.lateNote, { number: '3', call: '20', note: '21' }),
  diagnose(print.wrongPageCount, { planned: 57, found: 58 }),
  diagnose(cannotWrite, { path: 'build/skripsi.pdf', reason: 'EACCES: permission denied' }),
  diagnose(cannotRewrite, { path: 'chapters/01-pendahuluan.md', reason: 'EBUSY: resource busy or locked' }),
  diagnose(noSuchFile, { path: 'chapters/05-lampiran.md' }),
  diagnose(notInThesis, { path: 'catatan.md', folder: 'chapters' }),
]
