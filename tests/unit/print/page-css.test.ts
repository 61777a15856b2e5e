import { describe, expect, it } from 'vitest'
import { leftMargin, pageGeometry, printHeights } from '../../../scripts/print/geometry.ts'
import { layoutCss } from '../../../scripts/print/page-css.ts'
import type { Profile } from '../../../scripts/schema/profile.ts'
import { shippedProfile } from './profile.ts'

const generic = await shippedProfile()
const mirrored: Profile = { ...generic, sides: 'two' }
const PX_PER_CM = 96 / 2.54

describe('page areas', () => {
  const geometry = pageGeometry(generic)

  it('are as wide as the margins leave, never more', () => {
    expect(geometry.portrait.width).toBeLessThanOrEqual(14 * PX_PER_CM)
    expect(geometry.portrait.width).toBeCloseTo(14 * PX_PER_CM, 1)
    expect(geometry.landscape.width).toBeCloseTo(22.7 * PX_PER_CM, 1)
  })

  it('are as high as the browser prints: whole px, at least what the margins leave', () => {
    expect(printHeights(generic)).toEqual({ portrait: 858, landscape: 530 })
    // Exactly 864 px, and hardly less than 943 px: what remains of the margins makes one px more.
    const paper = (height_cm: number, top: number, bottom: number) =>
      printHeights({
        ...generic,
        paper: { width_cm: 21, height_cm },
        margins: { ...generic.margins, top, bottom },
      })
    expect(paper(27.94, 2.54, 2.54).portrait).toBe(864)
    expect(paper(32.37, 3.56, 3.86).portrait).toBe(944)
  })

  it('take heights that were measured', () => {
    const { portrait, landscape } = pageGeometry(generic, { portrait: 857.5, landscape: 529.25 })
    expect([portrait.height, landscape.height]).toEqual([857.5, 529.25])
    expect([portrait.width, landscape.width]).toEqual([geometry.portrait.width, geometry.landscape.width])
  })

  it('begin as far from each other whatever their width', () => {
    const gaps = [
      ...layoutCss(generic, geometry).matchAll(/width:([\d.]+)px;height:[\d.]+px;column-gap:([\d.]+)px/g),
    ]
    expect(gaps.map(([, width, gap]) => Number(width) + Number(gap))).toEqual([1400, 1400])
    for (const [, width] of gaps) expect(Number.isInteger(Number(width) * 64)).toBe(true)
  })
})

describe('the paper', () => {
  it('turns for landscape pages and keeps its margins as they are read', () => {
    const css = layoutCss(generic, pageGeometry(generic))
    expect(css).toContain('@page{size:21cm 29.7cm;margin:4cm 3cm 3cm 4cm}')
    expect(css).toContain('@page landscape{size:29.7cm 21cm;margin:4cm 3cm 3cm 4cm}')
    expect(css).not.toContain(':left')
  })

  it('has its wide margin at the binding when both sides are printed', () => {
    const css = layoutCss(mirrored, pageGeometry(mirrored))
    expect(css).toContain('@page :left{margin-left:3cm;margin-right:4cm}')
    const lefts = (profile: Profile, landscape: boolean) =>
      [0, 1, 2].map((page) => leftMargin(profile, page, landscape))
    expect(lefts(mirrored, false)).toEqual([4, 3, 4])
    expect(lefts(mirrored, true)).toEqual([4, 4, 4])
    expect(lefts(generic, false)).toEqual([4, 4, 4])
  })
})
