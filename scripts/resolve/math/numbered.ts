/** What LaTeX numbers line by line, as what it does not number: here a label numbers the whole. */

const NUMBERED = /\\(begin|end)\{(align|gather|multline|equation|alignat)\*?\}/g
const INSTEAD: Readonly<Record<string, string>> = {
  align: 'aligned',
  gather: 'gathered',
  multline: 'gathered',
  equation: 'aligned',
  alignat: 'alignedat',
}

/** TeX to be compiled in place of what was typed. */
export function withoutNumbers(tex: string): string {
  return tex.replace(NUMBERED, (_, side: string, name: string) => insteadOf(side, name))
}

/** An offset in what was compiled as one in what was typed. */
export function offsetInTyped(tex: string, compiled: number): number {
  let offset = compiled
  for (const { index, 0: typed, 1: side = '', 2: name = '' } of tex.matchAll(NUMBERED)) {
    const longer = insteadOf(side, name).length - typed.length
    if (index >= offset) break
    offset -= longer
  }
  return offset
}

function insteadOf(side: string, name: string): string {
  return `\\${side}{${INSTEAD[name] ?? name}}`
}
