/**
 * Passages in other scripts: Arabic, Thai, Chinese. Each says its language, so that lines end where they may and a reader
 * is read to in it; Arabic runs from right to left, alone in a paragraph as a passage of its own.
 */

import type { Element, ElementContent, Root, Text } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { Language } from '../model.ts'
import { addClass } from './classes.ts'
import { element } from './elements.ts'
import { runsOf, type Script } from './script-runs.ts'

const SCRIPTS: readonly Script[] = [
  {
    language: 'ar',
    letter: /\p{Script=Arabic}/u,
    sign: /\p{Script_Extensions=Arabic}/u,
    rightToLeft: true,
  },
  { language: 'he', letter: /\p{Script=Hebrew}/u, sign: /\p{Script=Hebrew}/u, rightToLeft: true },
  { language: 'th', letter: /\p{Script=Thai}/u, sign: /\p{Script=Thai}/u },
  {
    language: 'zh',
    letter: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    sign: /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\uFF01-\uFF5E]/u,
  },
]
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}]/u

/** What stands from left to right in a passage from right to left. */
const LATIN = { letter: /\p{Script=Latin}/u, sign: /[\p{Script=Latin}\d]/u }

/** Where nothing is to be wrapped: code, math, drawings, and what says its language itself. */
const LEFT_ALONE = new Set(['pre', 'code', 'math', 'svg', 'style'])
/** Of a paragraph's letters: then it is a passage in that script. */
const MOST = 0.9
/** "(QS. Al-Baqarah [2]: 255)" behind a verse makes it no other passage. */
const IN_BRACKETS = /\([^()]*\)|\[[^[\]]*\]/g

/** The unified plugin: marks such passages, in place. @param language of the rest */
export function rehypeOtherScripts(language: Language = 'id') {
  return (tree: Root | Element): void => {
    // Most theses have none.
    const text = hastText(tree)
    const found = SCRIPTS.filter(({ letter }) => letter.test(text))
    for (const script of found) mark(tree, script, language)
  }
}

function mark(tree: Root | Element, script: Script, language: Language): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element') {
      if (LEFT_ALONE.has(node.tagName)) return SKIP
      if (node.properties.lang !== undefined) {
        turn(node, script)
        return SKIP
      }
      if (!isBlock(node, script) || !isPassage(node, script)) return undefined
      setLanguage(node, script)
      if (script.rightToLeft) wrapAll(node, { ...LATIN, language })
      return SKIP
    }
    if (node.type !== 'text' || !parent || index === undefined || !script.letter.test(node.value))
      return undefined
    const parts = wrapRuns(node, script)
    parent.children.splice(index, 1, ...parts)
    return [SKIP, index + parts.length]
  })
}

/** A passage from right to left is a paragraph; in a cell, an item or a heading it would turn what is around it. */
function isBlock({ tagName }: Element, { rightToLeft }: Script): boolean {
  return rightToLeft ? tagName === 'p' : /^(?:p|h[1-6]|li|td|th)$/.test(tagName)
}

/** Is a block all but wholly in the script? */
function isPassage(block: Element, { letter }: Script): boolean {
  const text = hastText(block).replace(IN_BRACKETS, (inside) => (letter.test(inside) ? inside : ''))
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.length > 0 && letters.filter((sign) => letter.test(sign)).length >= letters.length * MOST
}

function setLanguage(node: Element, script: Script): void {
  node.properties.lang = languageOf(hastText(node), script)
  if (!script.rightToLeft) return
  node.properties.dir = 'rtl'
  addClass(node, 'passage')
}

/** What an author marked as a language written from right to left runs that way. */
function turn(node: Element, { rightToLeft, letter, language }: Script): void {
  const own = String(node.properties.lang).split('-')[0]
  if (rightToLeft && own === language && node.properties.dir === undefined && letter.test(hastText(node)))
    node.properties.dir = 'rtl'
}

/** Wraps what is in another script within a passage from right to left. */
function wrapAll(passage: Element, latin: Script): void {
  visit(passage, (node, index, parent) => {
    if (node.type === 'element' && LEFT_ALONE.has(node.tagName)) return SKIP
    if (node.type !== 'text' || !parent || index === undefined || !latin.letter.test(node.value))
      return undefined
    const parts = wrapRuns(node, latin, 'ltr')
    parent.children.splice(index, 1, ...parts)
    return [SKIP, index + parts.length]
  })
}

function wrapRuns({ value }: Text, script: Script, direction?: 'ltr'): ElementContent[] {
  const parts: ElementContent[] = []
  const dir = direction ?? (script.rightToLeft ? 'rtl' : undefined)
  let done = 0
  for (const [start, end] of runsOf(value, script, direction !== undefined)) {
    if (start > done) parts.push({ type: 'text', value: value.slice(done, start) })
    const words = value.slice(start, end)
    parts.push(element('span', { lang: languageOf(words, script), ...(dir ? { dir } : {}) }, [words]))
    done = end
  }
  return done < value.length ? [...parts, { type: 'text', value: value.slice(done) }] : parts
}

function languageOf(text: string, { language }: Script): string {
  return language === 'zh' && JAPANESE.test(text) ? 'ja' : language
}
