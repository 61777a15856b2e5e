/** What edits do to a file, as a unified diff of the lines they touch. */
import type { TextEdit } from '../model.ts'

/** @param edits in order, without overlaps @param name of the file, as shown */
export function diff(name: string, before: string, edits: readonly TextEdit[]): string {
  const starts = [
    0,
    ...[...before.matchAll(/\r\n|\n|\r/g)].map(({ 0: ending, index }) => index + ending.length),
  ]
  const lineAt = (offset: number) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low
  }
  const hunks: { first: number; last: number; edits: TextEdit[] }[] = []
  for (const edit of edits) {
    const [first, last] = [lineAt(edit.start), lineAt(Math.max(edit.start, edit.end))]
    const hunk = hunks.at(-1)
    if (hunk && first <= hunk.last) {
      hunk.last = Math.max(hunk.last, last)
      hunk.edits.push(edit)
    } else hunks.push({ first, last, edits: [edit] })
  }
  let moved = 0
  const shown = hunks.map(({ first, last, edits: own }) => {
    const [from, to] = [starts[first] ?? 0, starts[last + 1] ?? before.length]
    let text = ''
    let at = from
    for (const edit of own) {
      text += before.slice(at, edit.start) + edit.text
      at = edit.end
    }
    text += before.slice(at, to)
    const [old, now] = [linesOf(before.slice(from, to)), linesOf(text)]
    const head = `@@ -${first + 1},${old.length} +${first + 1 + moved},${now.length} @@`
    moved += now.length - old.length
    return [head, ...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)].join('\n')
  })
  return `--- ${name}\n+++ ${name}\n${shown.join('\n')}\n`
}

/** Lines without their endings; control characters must not reach a terminal. */
function linesOf(text: string): string[] {
  return text
    .replace(/(?:\r\n|\n|\r)$/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/[^\P{Cc}\t]/gu, '\uFFFD'))
}
