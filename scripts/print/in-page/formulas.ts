/** Formulas: radicals as wide as they are drawn, and those set apart no wider than their page. */

/** What is tried, one after another; the style sheet knows these classes. */
const STEPS = ['small', 'smaller']

/**
 * Chromium keeps the room of the widest radical sign its font has, whatever sign it takes, and leaves it white behind
 * the root. Of nested roots the inner ones come first. In em: the formula may yet be set smaller.
 */
export function mendRadicals(): void {
  const { classList } = document.documentElement
  // Before they are set, notes show in the reading view alone.
  const inNotes = document.querySelector('.notes msqrt, .notes mroot') !== null
  if (inNotes) classList.add('reading')
  mendAll()
  if (inNotes) classList.remove('reading')
}

function mendAll(): void {
  const levels: HTMLElement[][] = []
  for (const root of document.querySelectorAll<HTMLElement>('msqrt, mroot')) {
    let depth = 0
    for (let inside = root.parentElement; inside; inside = inside.parentElement)
      if (inside.matches('msqrt, mroot')) depth++
    levels[depth] = [...(levels[depth] ?? []), root]
  }
  for (const roots of levels.reverse()) {
    const margins = roots.map((root) => {
      const base = root.localName === 'mroot' ? root.firstElementChild : root.lastElementChild
      const { right = 0 } = base?.getBoundingClientRect() ?? {}
      const white = base ? root.getBoundingClientRect().right - right : 0
      return white / Number.parseFloat(getComputedStyle(root).fontSize)
    })
    for (const [at, root] of roots.entries()) {
      if (margins[at]) root.style.marginRight = `${-margins[at]}em`
    }
  }
}

/** Sets formulas smaller that are wider than the text around them. */
export function fitFormulas(runs: readonly { readonly run: HTMLElement }[]): void {
  let wide = runs.flatMap(({ run }) => [...run.querySelectorAll<HTMLElement>('.equation')])
  for (const formula of wide) formula.classList.remove(...STEPS)
  for (const step of STEPS) {
    wide = wide.filter(standsOut)
    for (const formula of wide) formula.classList.add(step)
  }
}

/** TeX of the formulas that are still wider: a part of them would not be printed. */
export function wideFormulas(): string[] {
  const apart = [...document.querySelectorAll<HTMLElement>('.equation')].filter(standsOut)
  const inLines = [...document.querySelectorAll<HTMLElement>('.formula')].filter((formula) => {
    const block = formula.closest('p, li, dd, blockquote, figcaption, td, th, div, h1, h2, h3, h4, h5, h6')
    if (!block || block.matches('.equation')) return false
    return [...formula.querySelectorAll('math')].some(
      (math) => math.getBoundingClientRect().width > block.clientWidth + 1,
    )
  })
  return [...apart, ...inLines].map((element) => texOf(element))
}

function standsOut(element: HTMLElement): boolean {
  return element.scrollWidth > element.clientWidth + 1
}

function texOf(element: Element): string {
  const named = element.matches('[aria-label]') ? element : element.querySelector('[aria-label]')
  return named?.getAttribute('aria-label') ?? ''
}
