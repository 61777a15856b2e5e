/** What is known once the pages are planned: their numbers, and the pages left blank. */

/** A style sheet of the document, by name; a later one of the same name takes its place. */
export function style(name: string, css: string): void {
  const sheet = document.getElementById(name) ?? document.head.appendChild(document.createElement('style'))
  sheet.id = name
  sheet.textContent = css
}

/** As wide as page numbers get, without a letter or digit that would be counted. */
const ANY_NUMBER = '******'

/** Every place of a page number holds something as wide and high as a number, whatever stood there. */
export function clearNumbers(): void {
  for (const place of document.querySelectorAll('[data-page-of]')) place.textContent = ANY_NUMBER
}

/** Writes page numbers into the contents and lists. */
export function fill(numbers: Readonly<Record<string, string>>): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    place.textContent = numbers[place.dataset.pageOf ?? ''] ?? ''
  }
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
