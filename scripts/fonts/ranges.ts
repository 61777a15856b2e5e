/** Ranges of code points, as CSS has them in `unicode-range`. */

/** First and last of each. */
export type Ranges = readonly (readonly [number, number])[]

/** @param range `U+0000-00FF,U+0131` */
export function parseRanges(range: string): Ranges {
  return range.split(',').flatMap((part): [number, number][] => {
    const [, first, last = first] = /^\s*U\+([\dA-F]+)(?:-([\dA-F]+))?\s*$/i.exec(part) ?? []
    return first === undefined || last === undefined
      ? []
      : [[Number.parseInt(first, 16), Number.parseInt(last, 16)]]
  })
}

export function inRanges(ranges: Ranges, point: number): boolean {
  return ranges.some(([from, to]) => point >= from && point <= to)
}

export function subtractRanges(ranges: Ranges, less: Ranges): Ranges {
  return less.reduce<Ranges>(
    (rest, [low, high]) =>
      rest.flatMap(([from, to]): [number, number][] => {
        if (high < from || low > to) return [[from, to]]
        const before: [number, number][] = from < low ? [[from, low - 1]] : []
        return high < to ? [...before, [high + 1, to]] : before
      }),
    ranges,
  )
}
