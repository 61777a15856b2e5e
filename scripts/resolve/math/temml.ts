/** TeX -> MathML, by temml. Whoever wrote the TeX may be a stranger: nothing in it reaches outside or runs for long. */
import type { ElementContent } from 'hast'
import { type Fault, faultOf, referenceIn } from './faults.ts'
import { safeMathMl } from './mathml.ts'
import { withoutNumbers } from './numbered.ts'

/** Characters of TeX. */
const MAX_TEX = 5000
/** Cells of tables. */
const MAX_CELLS = 500
/** Characters of MathML: a page holds no formula with more. */
const MAX_OUTPUT = 400_000
/** Brackets and elements that are open at once. */
const MAX_DEPTH = 80
/** Expansions of macros in one formula; fewer when it defines macros of its own, which may double what they say. */
const MAX_EXPANSIONS = 1000
const MAX_OWN_TOKENS = 30_000
const DEFINES = /\\(?:[gex]?def|let|futurelet|(?:re)?newcommand|providecommand)(?![A-Za-z])/
/** Longest distance and largest rule, in em and in pt. */
const MAX_SIZE: [number, number] = [20, 240]

/** TeX that was read, or what is wrong with it. */
export type Formula =
  | { readonly mathml: ElementContent[]; readonly fault?: undefined }
  | { readonly mathml?: undefined; readonly fault: Fault }

/** From TeX to a formula. @param display set apart, or in a line, where a line may end inside of it */
export type ReadTex = (tex: string, display: boolean) => Formula

/** Loads temml, which most theses have no use for. */
export async function texReader(): Promise<ReadTex> {
  const { default: temml } = await import('temml')
  return (tex, display) => {
    if (tex.trim() === '') return { fault: { kind: 'empty' } }
    const reference = referenceIn(tex)
    if (reference) return { fault: reference }
    const cells = tex.split('&').length
    if (tex.length > MAX_TEX || cells > MAX_CELLS || depthOf(tex) > MAX_DEPTH)
      return { fault: { kind: 'too-complex' } }
    const maxExpand = DEFINES.test(tex) ? Math.ceil(MAX_OWN_TOKENS / tex.length) : MAX_EXPANSIONS
    const compiled = withoutNumbers(tex)
    let markup: string
    try {
      markup = temml.renderToString(compiled, {
        displayMode: display,
        wrap: display ? 'none' : 'tex',
        throwOnError: true,
        strict: false,
        trust: false,
        maxSize: MAX_SIZE,
        maxExpand: Math.min(maxExpand, MAX_EXPANSIONS),
      })
    } catch (error) {
      // Whatever it trips over, the cause is the TeX.
      return { fault: faultOf(error, tex, compiled) }
    }
    const mathml = markup.length > MAX_OUTPUT ? undefined : safeMathMl(markup, MAX_DEPTH)
    return mathml ? { mathml } : { fault: { kind: 'too-complex' } }
  }
}

function depthOf(tex: string): number {
  let depth = 0
  let deepest = 0
  for (const [token] of tex.matchAll(/\\(?:left|begin|right|end)(?![A-Za-z])|\\.|[{}]/gs)) {
    if (token === '{' || token === '\\left' || token === '\\begin') deepest = Math.max(deepest, ++depth)
    else if (token === '}' || token === '\\right' || token === '\\end') depth--
  }
  return deepest
}
