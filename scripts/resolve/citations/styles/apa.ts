/** APA: the official style, 7th edition, as a package brings it, and the edits that make it speak Indonesian. */
import { createRequire } from 'node:module'
import type { Language, Outcome } from '../../../model.ts'
import { type Edit, edit, valueEdit } from './edits.ts'
import type { Conjunction } from './index.ts'

/** @param and between the last two names; APA's own is "&", in Indonesian it is "dan" */
export function apaStyle(language: Language, and: Conjunction | undefined): Outcome<string> {
  const { apa }: { apa: string } = createRequire(import.meta.url)('@citation-js/plugin-csl/lib/styles.json')
  // The terms of fifty other languages are a quarter of the style.
  const style = apa.replaceAll(/<locale xml:lang="(?!en|id)[^"]*">.*?<\/locale>/gs, '')
  const word = (and ?? (language === 'id' ? 'dan' : '&')) === 'dan'
  return edit(style, [
    ...LAWS,
    ...MANUAL,
    ...(word ? WORD : []),
    ...(language === 'id' ? INDONESIAN : []),
    ...(word && language === 'id' ? INDONESIAN_WORD : []),
  ])
}

/** The word for "and" in place of its sign. */
const WORD: readonly Edit[] = [
  // The engine prints "&" for a symbol whatever the locale says.
  { what: '“dan” for “&”', from: 'and="symbol"', to: 'and="text"', times: 28 },
]
const INDONESIAN_WORD: readonly Edit[] = [
  // EYD has a comma before "dan" from three on, and none between two. APA's own edition in Spanish does the same.
  {
    what: 'no comma before “dan” between two',
    from: 'delimiter-precedes-last="always"',
    to: 'delimiter-precedes-last="contextual"',
    times: 5,
  },
  {
    what: '“dan” between editors and translators',
    from: 'delimiter=", &amp; "',
    to: 'delimiter=" dan "',
    times: 1,
  },
]

/**
 * A law that bears its year in its name (its keyword says so, see `work-input.ts`) is not given it again, and no comma
 * stands between the name of a law and a bare year.
 */
const LAWS: readonly Edit[] = [
  {
    what: '“UU No. 6 Tahun 2011” without a second year, in the text',
    from: '<text macro="date-intext"/>',
    to: '<choose><if type="legislation"><choose><if variable="keyword" match="none"><text macro="date-intext"/></if></choose></if><else><text macro="date-intext"/></else></choose>',
    times: 1,
  },
  {
    what: '“Undang-Undang Nomor 6 Tahun 2011 …” without a second year, in the list',
    from: '<text variable="title"/><group delimiter=" "><text macro="container-legal"/><text macro="date-legal"/><text variable="status" prefix="(" suffix=")"/></group>',
    to: '<group delimiter=" "><group delimiter=", "><text variable="title"/><text macro="container-legal"/></group><choose><if variable="keyword" match="none"><text macro="date-legal"/></if></choose><text variable="status" prefix="(" suffix=")"/></group>',
    times: 1,
  },
]

const UNPUBLISHED =
  '<group delimiter=" "><text value="Unpublished"/><text variable="genre" text-case="lowercase"/></group>'

/** What the manual asks for and the style, meant for data that say it themselves, leaves out. */
const MANUAL: readonly Edit[] = [
  {
    what: 'no publisher that is the author (its keyword says so)',
    from: '<else-if type="article-journal article-magazine article-newspaper post-weblog" match="none"><text variable="publisher"/></else-if>',
    to: '<else-if type="article-journal article-magazine article-newspaper post-weblog" match="none"><choose><if variable="keyword" match="none"><text variable="publisher"/></if></choose></else-if>',
    times: 1,
  },
  {
    what: '“[Film]”, “[Video]”, “[Paper presentation]”',
    from: '<else-if type="dataset"><text value="Data set"/></else-if>',
    to: [
      '<else-if type="dataset"><text value="Data set"/></else-if>',
      '<else-if type="motion_picture"><choose><if variable="URL"><text value="Video"/></if><else><text value="Film"/></else></choose></else-if>',
      '<else-if type="paper-conference"><choose><if variable="container-title" match="none"><text value="Paper presentation"/></if></choose></else-if>',
    ].join(''),
    times: 2,
  },
  {
    what: 'a published interview as an article',
    from: '<if type="article-journal article-magazine article-newspaper post-weblog review review-book" match="any"><!-- Periodical items -->',
    to: '<if type="article-journal article-magazine article-newspaper interview post-weblog review review-book" match="any"><!-- Periodical items -->',
    times: 1,
  },
  {
    what: '“Version 2.1”, which the engine takes for no number',
    from: '<if is-numeric="version">',
    to: '<if variable="version">',
    times: 1,
  },
  {
    what: 'theses in no repository are unpublished',
    from: '<group delimiter=", "><text variable="genre" text-case="capitalize-first"/><choose><if variable="archive DOI URL" match="any">',
    to: `<group delimiter=", "><choose><if variable="archive DOI URL" match="any"><text variable="genre" text-case="capitalize-first"/></if><else>${UNPUBLISHED}</else></choose><choose><if variable="archive DOI URL" match="any">`,
    times: 1,
  },
]

/** What a thesis in Indonesian says otherwise than the style. */
const INDONESIAN: readonly Edit[] = [
  {
    what: '“Omega, C., dkk.”',
    from: '<bibliography hanging-indent="true"',
    to: '<bibliography delimiter-precedes-et-al="always" hanging-indent="true"',
    times: 1,
  },
  {
    what: '“2020a, 2020b” in the order of the list',
    from: '<key variable="status"/></sort><layout prefix="("',
    to: '<key variable="status"/><key macro="title"/></sort><layout prefix="("',
    times: 1,
  },
  {
    what: '“bab 2” in citations',
    from: '<label variable="locator" text-case="capitalize-first"/>',
    to: '<label variable="locator"/>',
    times: 1,
  },
  {
    what: 'day before month',
    from: '<date variable="issued"><date-part prefix=", " name="month"/><date-part prefix=" " name="day"/></date>',
    to: '<date variable="issued" prefix=", "><date-part name="day" suffix=" "/><date-part name="month"/></date>',
    times: 2,
  },
  {
    what: '“ed. ke-2”',
    from: '<number variable="edition" form="ordinal"/><label variable="edition" form="short"/>',
    to: '<label variable="edition" form="short"/><number variable="edition" prefix="ke-"/>',
    times: 1,
  },
  { what: 'law numbers', from: 'prefix="Pub. L. No. "', to: 'prefix="Nomor "', times: 1 },
  { what: 'article numbers', from: 'prefix="Article "', to: 'prefix="Artikel "', times: 1 },
  { what: 'reviews in the text', from: 'prefix="Review of "', to: 'prefix="Ulasan atas "', times: 1 },
  valueEdit('Review of', 'Ulasan atas', 2),
  valueEdit('Data set', 'Set data', 2),
  valueEdit('Paper presentation', 'Presentasi makalah', 2),
  {
    what: '“Skripsi tidak diterbitkan”',
    from: UNPUBLISHED,
    to: '<group delimiter=" "><text variable="genre" text-case="capitalize-first"/><text value="tidak diterbitkan"/></group>',
    times: 1,
  },
  valueEdit('Computer software', 'Perangkat lunak', 2),
  valueEdit('Map', 'Peta', 2),
  valueEdit('Original work published', 'Karya asli terbit', 1),
]
