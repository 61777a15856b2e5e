/** The tags of an XML file with their lines, and the first that does not fit. Enough to tell a whole style from a broken one. */

export interface XmlElement {
  readonly name: string
  /** What it stands in; nothing for the root. */
  readonly parent: XmlElement | undefined
  readonly attributes: string
  readonly line: number
}

export interface XmlFault {
  /** What was opened and never closed, or not there. */
  readonly opened?: { readonly name: string; readonly line: number }
  /** The tag that closes something else; the file broke off when absent. */
  readonly closed?: string
  readonly line: number
}

// Comments, CDATA, declarations and instructions; tags; a `<` that begins none of them.
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|</g

export function scanXml(text: string): {
  readonly root: XmlElement | undefined
  readonly elements: readonly XmlElement[]
  readonly fault?: XmlFault
} {
  const elements: XmlElement[] = []
  const open: XmlElement[] = []
  const lineAt = lineCounter(text)
  const result = (fault?: XmlFault) => ({ root: elements[0], elements, ...(fault ? { fault } : {}) })
  for (const match of text.matchAll(TOKEN)) {
    const [token, slash, name, attributes = '', empty] = match
    const line = lineAt(match.index)
    if (token === '<') return result({ ...openedIn(open), line })
    if (name === undefined) continue
    if (slash === '/') {
      const last = open.pop()
      if (last?.name !== name) return result({ ...openedIn(last ? [last] : []), closed: name, line })
      continue
    }
    const element = { name, attributes, line, parent: open.at(-1) }
    elements.push(element)
    if (empty !== '/') open.push(element)
  }
  return open.length === 0 && elements.length > 0
    ? result()
    : result({ ...openedIn(open), line: lineAt(text.trimEnd().length) })
}

function openedIn(open: readonly XmlElement[]): Pick<XmlFault, 'opened'> {
  const last = open.at(-1)
  return last ? { opened: { name: last.name, line: last.line } } : {}
}

/** Lines of offsets asked for in rising order. */
function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0]
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      line++
      at = next + 1
    }
    return line
  }
}
