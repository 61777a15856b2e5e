/** TeX to MathML, which browsers draw and screen readers speak. Pure, but for loading Temml when there is math at all. */
import type { Language } from '../../model.ts'

type Words = Readonly<Record<Language, string>>

export type CompiledTex =
  | { readonly mathml: string }
  /** `at`: where in the TeX, from 0; its end where that is not known. */
  | { readonly fault: { readonly reason: Words; readonly at: number } }

type CompileTex = (tex: string, display: boolean) => CompiledTex

/** Macros of a stranger's thesis may call each other only so often. */
const MOST_EXPANSIONS = 300
/** The largest rule or blank, in em, and its depth of nesting. */
const LARGEST: [number, number] = [20, 5000]

export async function loadTexCompiler(): Promise<CompileTex> {
  const { default: temml } = await import('temml')
  return (tex, display) => {
    const prepared = withoutNumbers(tex)
    if (prepared === '') return fault({ id: 'tidak ada isinya', en: 'there is nothing in it' }, 0)
    try {
      const mathml = temml.renderToString(prepared, {
        displayMode: display,
        throwOnError: true,
        // What loads, links or styles is refused.
        trust: false,
        maxExpand: MOST_EXPANSIONS,
        maxSize: LARGEST,
      })
      if (mathml.startsWith('<math')) return { mathml }
      return fault(
        { id: 'rujukan ditulis di luar rumus, @eq:label', en: 'references stand outside of math, @eq:label' },
        0,
      )
    } catch (error) {
      const { message, position } = error as { message?: unknown; position?: unknown }
      const at = typeof position === 'number' ? placeInTyped(tex, position) : tex.length
      return fault(reasonOf(String(message)), at)
    }
  }

  function fault(reason: Words, at: number): CompiledTex {
    return { fault: { reason, at } }
  }
}

/** LaTeX numbers the lines of these by itself; here a label numbers the whole. */
const NUMBERED = /\\(begin|end)\{(align|gather|multline|equation|alignat)\*?\}/g
const INSTEAD: Readonly<Record<string, string>> = {
  align: 'aligned',
  gather: 'gathered',
  multline: 'gathered',
  equation: 'aligned',
  alignat: 'alignedat',
}

function withoutNumbers(tex: string): string {
  return tex
    .replace(NUMBERED, (_, side: string, name: string) => `\\${side}{${INSTEAD[name] ?? name}}`)
    .trim()
}

/** A place in what was compiled as a place in what was typed. */
function placeInTyped(tex: string, position: number): number {
  let at = position + (/^\s*/.exec(tex)?.[0].length ?? 0)
  for (const match of tex.matchAll(NUMBERED)) {
    if (match.index >= at) break
    const [whole, side = '', name = ''] = match
    at -= `\\${side}{${INSTEAD[name] ?? name}}`.length - whole.length
  }
  return Math.max(0, at)
}

/** What Temml says, in words for people; what is not known is said as Temml says it. */
const REASONS: readonly { readonly said: RegExp; readonly reason: (match: RegExpExecArray) => Words }[] = [
  {
    said: /Unsupported function name: (\S+)|Undefined control sequence: (\S+)/,
    reason: ([, one, two]) => ({
      id: `perintah ${one ?? two} tidak dikenal`,
      en: `the command ${one ?? two} is not known`,
    }),
  },
  {
    said: /No such environment: (\S+)/,
    reason: ([, name]) => ({
      id: `lingkungan ${name} tidak dikenal`,
      en: `the environment ${name} is not known`,
    }),
  },
  {
    said: /Function "(\S+)" is not trusted/,
    reason: ([, name]) => ({
      id: `perintah ${name} tidak diizinkan`,
      en: `the command ${name} is not allowed`,
    }),
  },
  {
    said: /Expected & or .* or \\end at end of input/,
    reason: () => ({ id: '\\begin tidak ditutup dengan \\end', en: 'a \\begin is not closed by \\end' }),
  },
  {
    said: /[Ee]xpected '([^']+)',? (?:at end of input|got 'EOF')/,
    reason: ([, sign]) => ({
      id: `“${sign}” tidak ada sampai akhir rumus`,
      en: `“${sign}” is missing up to the end`,
    }),
  },
  {
    said: /Expected 'EOF', got '&'/,
    reason: () => ({
      id: '“&” hanya ada di dalam \\begin{aligned}, {cases}, atau {matrix}',
      en: '“&” stands only inside \\begin{aligned}, {cases} or {matrix}',
    }),
  },
  {
    said: /Expected '([^']+)', got '([^']+)'/,
    reason: ([, expected, found]) =>
      expected === 'EOF'
        ? { id: `“${found}” tidak pada tempatnya`, en: `“${found}” is out of place` }
        : {
            id: `ada “${found}” di tempat “${expected}”`,
            en: `there is “${found}” in the place of “${expected}”`,
          },
  },
  {
    said: /Double (superscript|subscript)/,
    reason: ([, kind]) =>
      kind === 'superscript'
        ? {
            id: 'dua pangkat berturut-turut; kelompokkan dengan { }',
            en: 'two superscripts in a row; group them with { }',
          }
        : {
            id: 'dua indeks berturut-turut; kelompokkan dengan { }',
            en: 'two subscripts in a row; group them with { }',
          },
  },
  {
    said: /Too many expansions/,
    reason: () => ({
      id: 'makronya memanggil diri sendiri tanpa akhir',
      en: 'its macros call themselves without end',
    }),
  },
  {
    said: /Cannot read propert/,
    reason: () => ({ id: 'ada yang kurang di akhirnya', en: 'something is missing at its end' }),
  },
]

function reasonOf(message: string): Words {
  for (const { said, reason } of REASONS) {
    const match = said.exec(message)
    if (match) return reason(match)
  }
  // Up to where it begins to show the place.
  const said = message.trim().split(/ at (?:position|end)/)[0] ?? ''
  return { id: said, en: said }
}
