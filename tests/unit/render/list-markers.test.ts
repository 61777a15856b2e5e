/** Markers of lists by depth, and as typed. */
import type { List, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { listMarkerCss, nameListMarkers } from '../../../scripts/render/list-markers.ts'

const LISTS = { ordered: ['1.', 'a.', '1)', '(a)'], bullets: ['•', '–', '○'] }

/** The class of each list, in reading order. */
function classes(markdown: string): unknown[] {
  const tree = parseFiles([{ path: 'a.md', text: markdown }])[0]?.tree as Root
  nameListMarkers(tree, LISTS)
  const found: unknown[] = []
  visit(tree, 'list', ({ data }: List) => void found.push(data?.hProperties?.className))
  return found.flat()
}

describe('the markers of a list', () => {
  it.each<[string, string[]]>([
    [
      '1. a\n   1. b\n      1. c\n         1. d\n            1. e',
      ['decimal-dot', 'lower-alpha-dot', 'decimal-bracket', 'lower-alpha-brackets', 'lower-alpha-brackets'],
    ],
    ['- x\n  1. a\n     - y\n       1. b', ['1', 'decimal-dot', '2', 'lower-alpha-dot']],
    ['- a\n  - b\n    - c\n      - d', ['1', '2', '3', '1']],
    ['a. x\nb. y\n   1. z', ['lower-alpha-dot', 'decimal-bracket']],
    ['A)  x\nB)  y\n    1. z', ['upper-alpha-bracket', 'lower-alpha-dot']],
    ['> 1. a\n\n1. b', ['decimal-dot', 'decimal-dot']],
    ['x[^1]\n\n[^1]:\n    1. a', ['decimal-dot']],
  ])('%j', (markdown, names) => {
    expect(classes(markdown)).toEqual(
      names.map((name) => (/^\d$/.test(name) ? `bullet-${name}` : `marker-${name}`)),
    )
  })

  it('are counter styles made of the profile', () => {
    const css = listMarkerCss(LISTS).split('\n')
    expect(css).toContain(
      '@counter-style lower-alpha-brackets{system:extends lower-alpha;prefix:"(";suffix:") "}',
    )
    expect(css).toContain('.marker-lower-alpha-brackets{list-style-type:lower-alpha-brackets}')
    expect(css).toContain('.bullet-1{list-style-type:disc}')
    expect(css).toContain('.bullet-2{list-style-type:"–\u00A0\u00A0"}')
    expect(new Set(css).size).toBe(css.length)
  })
})
