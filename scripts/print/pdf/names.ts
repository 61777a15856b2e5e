/**
 * Chromium names table heads by numbers that count what it has done since it started, so that they differ from run to
 * run. Their order does not: they are counted anew.
 */
export function countNames(body: Buffer): void {
  const names = [...body.toString('latin1').matchAll(/(?<=\(node)\d{8}(?=\))/g)]
  const order = [...new Set(names.map(([number]) => number))].sort()
  const counted = new Map(order.map((number, at) => [number, String(at + 1).padStart(8, '0')]))
  // As long as before: nothing moves.
  for (const { 0: number, index } of names) body.write(counted.get(number) ?? number, index, 'latin1')
}
