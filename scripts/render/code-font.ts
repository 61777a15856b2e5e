/** The font of code: Cousine has the widths of Courier New. It is embedded only where the document shows code. */

import type { Element } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Host } from '../host.ts'
import { embeddedFont } from './fonts.ts'

const PACKAGE = '@fontsource/cousine'

/** The family name the style sheets use. */
export const CODE_FAMILY = 'Cousine'

/** A line of Courier New is so many times its size: Word's "single". */
export const CODE_LINE = 1.133

const CODE = /^(?:code|pre|kbd|samp)$/

/** `@font-face` rules for the code in a document; empty when it has none. */
export function embeddedCodeFont(host: Host, sections: readonly Element[]): Promise<string> {
  const text = sections.map(codeText).join('')
  return text === '' ? Promise.resolve('') : embeddedFont(host, PACKAGE, CODE_FAMILY, text)
}

function codeText(section: Element): string {
  const texts: string[] = []
  visit(section, 'element', (node) => {
    if (CODE.test(node.tagName)) texts.push(hastText(node))
  })
  return texts.join('')
}
