/**
 * Passages in other scripts: Arabic, Thai, Chinese. Each says its language, so that lines end where they may and a reader
 * is read to in it; Arabic runs from right to left, alone in a paragraph as a passage of its own.
 */
import type { Element, ElementContent, Root, Text } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { element } from './elements.ts'

interface Script {
  readonly language: string
  /** One of its letters. */
  readonly letter: RegExp
  /** A run of it: its letters, and what stands between two of them. */
  readonly run: RegExp
  readonly rightToLeft?: true
}

const SCRIPTS: readonly Script[] = [
  runOf('ar', '\\p{Script=Arabic}', '[\\p{Script=Arabic}\\p{M}\\u{FD3E}\\u{FD3F}]', true),
  runOf('th', '\\p{Script=Thai}', '\\p{Script=Thai}'),
  runOf('zh', '\\p{Script=Han}', '\\p{Script=Han}'),
]

function runOf(language: string, letter: string, sign: string, rightToLeft?: true): Script {
  const between = '[\\s\\p{P}\\d\\u200C-\\u200F]*'
  return {
    language,
    letter: new RegExp(letter, 'u'),
    run: new RegExp(`${sign}(?:${between}${sign})*`, 'gu'),
    ...(rightToLeft ? { rightToLeft } : {}),
  }
}

/** Where nothing is to be wrapped: code, math, drawings, and what says its language itself. */
const LEFT_ALONE = new Set(['pre', 'code', 'math', 'svg', 'style'])
/** Of a paragraph's letters: then it is a passage in that script. */
const MOST = 0.9

/** The unified plugin: marks such passages, in place. */
export function rehypeOtherScripts() {
  return (tree: Root): void => {
    // Most theses have none.
    const text = hastText(tree)
    const found = SCRIPTS.filter(({ letter }) => letter.test(text))
    for (const script of found) mark(tree, script)
  }
}

function mark(tree: Root, script: Script): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element') {
      if (LEFT_ALONE.has(node.tagName) || node.properties.lang !== undefined) return SKIP
      if (!/^(?:p|h[1-6]|li|td|th|blockquote)$/.test(node.tagName) || !isPassage(node, script))
        return undefined
      setLanguage(node, script)
      return SKIP
    }
    if (node.type !== 'text' || !parent || index === undefined || !script.letter.test(node.value))
      return undefined
    const parts = wrapRuns(node, script)
    parent.children.splice(index, 1, ...parts)
    return [SKIP, index + parts.length]
  })
}

/** Is a block all but wholly in the script? */
function isPassage(block: Element, { letter }: Script): boolean {
  const letters = [...hastText(block)].filter((sign) => /\p{L}/u.test(sign))
  return letters.length > 0 && letters.filter((sign) => letter.test(sign)).length >= letters.length * MOST
}

function setLanguage(node: Element, { language, rightToLeft }: Script): void {
  node.properties.lang = language
  if (!rightToLeft) return
  node.properties.dir = 'rtl'
  const before = Array.isArray(node.properties.className) ? node.properties.className : []
  node.properties.className = [...before, 'passage']
}

function wrapRuns({ value }: Text, { language, run, rightToLeft }: Script): ElementContent[] {
  const parts: ElementContent[] = []
  let end = 0
  for (const match of value.matchAll(run)) {
    if (match.index > end) parts.push({ type: 'text', value: value.slice(end, match.index) })
    parts.push(element('span', { lang: language, ...(rightToLeft ? { dir: 'rtl' } : {}) }, [match[0]]))
    end = match.index + match[0].length
  }
  return end < value.length ? [...parts, { type: 'text', value: value.slice(end) }] : parts
}
