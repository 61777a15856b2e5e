/**
 * Is the text of a file a citation style the engine can run? Says what it is when it is not, and where it breaks off:
 * the engine itself would only say that something is undefined.
 */
import { diagnose, type Message } from '../../../diagnostics.ts'
import type { Outcome } from '../../../model.ts'
import {
  brokenStyle,
  dependentStyle,
  parentInstead,
  styleIsHtml,
  styleIsLocale,
  styleNotXml,
  styleWithoutCitation,
  styleWithoutList,
} from '../messages.ts'
import { scanXml, type XmlElement } from './xml.ts'

/** A whole style, or the built-in one that stands in for it. */
export type ForeignStyle = { readonly text: string } | { readonly parent: string }

/** @param file its path, when the text comes from one */
export function foreignStyle(
  text: string,
  file: string | undefined,
  builtIn: readonly string[],
): Outcome<ForeignStyle | undefined> {
  const say = <Facts>(about: Message<Facts>, facts: Facts, line = 1): Outcome<undefined> => {
    const start = { line, column: 1 }
    return {
      value: undefined,
      diagnostics: [diagnose(about, facts, file ? { file, place: { start, end: start } } : {})],
    }
  }
  if (/^\s*<!doctype html|<html[\s>]/i.test(text.slice(0, 2000))) return say(styleIsHtml, {})
  if (!/^\s*</.test(text)) return say(styleNotXml, {})
  const { root, elements, fault } = scanXml(text)
  if (root?.name === 'locale') return say(styleIsLocale, {}, root.line)
  if (fault) return say(brokenStyle, fault, fault.line)
  if (root?.name !== 'style') return say(styleNotXml, {}, root?.line)

  const parent = parentOf(root, elements)
  if (parent !== undefined) {
    const own = builtIn.find((name) => name === parent.name)
    if (own === undefined)
      return say(dependentStyle, { parent: parent.name, near: likeIt(parent.name, builtIn) }, parent.line)
    return {
      value: { parent: own },
      diagnostics: say(parentInstead, { parent: own }, parent.line).diagnostics,
    }
  }
  const citation = elements.find(({ name, parent }) => name === 'citation' && parent === root)
  if (!citation || !elements.some(({ name, parent }) => name === 'layout' && parent === citation)) {
    return say(styleWithoutCitation, {}, citation?.line ?? root.line)
  }
  const list = elements.some(({ name, parent }) => name === 'bibliography' && parent === root)
  return { value: { text }, diagnostics: list ? [] : say(styleWithoutList, {}, root.line).diagnostics }
}

/** The style a dependent one is a name for: it has nothing but a link to it. */
function parentOf(
  root: XmlElement,
  elements: readonly XmlElement[],
): { readonly name: string; readonly line: number } | undefined {
  if (elements.some(({ name, parent }) => name === 'citation' && parent === root)) return undefined
  const link = elements.find(
    ({ name, attributes }) => name === 'link' && /rel\s*=\s*["']independent-parent["']/.test(attributes),
  )
  const name = link?.attributes.match(/href\s*=\s*["'][^"']*\/([^"'/]+)["']/)?.[1]
  return link && name !== undefined ? { name, line: link.line } : undefined
}

/** "harvard" for "harvard-cite-them-right": alike, though not the same. */
function likeIt(parent: string, builtIn: readonly string[]): string | undefined {
  if (parent.includes('note')) return 'footnote-modern'
  return builtIn.find((name) => parent.startsWith(name.split('-')[0] ?? name))
}
