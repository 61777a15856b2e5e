/** What is known once the pages are planned: their numbers, and the pages left blank. */

/** A style sheet of the document, by name; a later one of the same name takes its place. */
export function style(name: string, css: string): void {
  const sheet = document.getElementById(name) ?? document.head.appendChild(document.createElement('style'))
  sheet.id = name
  sheet.textContent = css
}

/** As wide as page numbers get, without a letter or digit that would be counted. */
const ANY_NUMBER = '******'

/** What is thought of the pages a text refers to while none is known: most numbers have two digits. */
const USUAL_NUMBER = '**'

const PLACES = '[data-page-of]'
/** At the end of a line of a list a number moves nothing. */
const IN_LIST = '.lines *'

/** Every place of a page number holds something as wide and high as a number; in a text, what was last known of it. */
export function holdPlaces(): void {
  for (const place of document.querySelectorAll(PLACES)) {
    if (place.matches(IN_LIST)) place.textContent = ANY_NUMBER
    else place.textContent ||= USUAL_NUMBER
  }
}

/** Writes page numbers wherever one belongs. */
export function fill(numbers: Numbers): void {
  for (const place of document.querySelectorAll<HTMLElement>(PLACES))
    place.textContent = numberAt(place, numbers)
}

/**
 * Writes page numbers into the text, where they may move lines, and so the pages they name.
 * @param hold no place gets narrower than it was: then going on so comes to an end
 * @returns the places whose width changed: only there lines may have moved
 */
export function fillText(numbers: Numbers, hold: boolean): HTMLElement[] {
  const places = [...document.querySelectorAll<HTMLElement>(PLACES)].filter(
    (place) => !place.matches(IN_LIST) && place.textContent !== numberAt(place, numbers),
  )
  const before = places.map(widthOf)
  for (const place of places) {
    place.style.paddingLeft = ''
    place.textContent = numberAt(place, numbers)
  }
  const grown = places.map((place, at) => widthOf(place) - (before[at] ?? 0))
  if (hold) {
    for (const [at, place] of places.entries())
      place.style.paddingLeft = `${Math.max(0, -(grown[at] ?? 0))}px`
  }
  return places.filter((_, at) => (hold ? Math.max(0, grown[at] ?? 0) : (grown[at] ?? 0)) !== 0)
}

/** Labels of pages by anchor. */
type Numbers = Readonly<Record<string, string>>

function numberAt(place: HTMLElement, numbers: Numbers): string {
  return numbers[place.dataset.pageOf ?? ''] ?? ''
}

function widthOf(place: HTMLElement): number {
  return place.getBoundingClientRect().width
}

/**
 * @param before ids of the sections that a blank page goes before; those of an earlier plan are taken out
 * @param text to say that the page is blank on purpose; may be empty
 */
export function insertBlankPages(before: readonly string[], text: string): void {
  for (const old of document.querySelectorAll('body > .blank-page')) old.remove()
  for (const id of before) {
    const page = document.createElement('section')
    page.className = 'blank-page'
    page.appendChild(document.createElement('p')).textContent = text
    document.getElementById(id)?.before(page)
  }
}
