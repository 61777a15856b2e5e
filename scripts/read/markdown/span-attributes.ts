/** What stands in the braces of a span: `{.smallcaps lang=ar}`. */

interface SpanAttributes {
  readonly classes: readonly string[]
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
}

/** As pandoc has it, names begin with a letter: `{.5}` is text. */
const ONE = /(?:\.(\p{L}[\p{L}\d_-]*)|(\p{L}[\p{L}\d_-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'=]+)))(?:\s+|$)/uy
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i

/** Are these attributes of a span? Without a class or a language they are not, nor with a label. */
export function isSpanAttributes(written: string): boolean {
  return readSpanAttributes(written) !== undefined
}

/** @param written without the braces */
export function readSpanAttributes(written: string): SpanAttributes | undefined {
  const text = written.trim()
  const classes: string[] = []
  const values = new Map<string, string>()
  for (let at = 0; at < text.length; ) {
    ONE.lastIndex = at
    const [whole, name, key, ...value] = ONE.exec(text) ?? []
    if (whole === undefined) return undefined
    if (name !== undefined) classes.push(name)
    if (key !== undefined) values.set(key, value.find((one) => one !== undefined) ?? '')
    at += whole.length
  }
  const [lang, dir] = [values.get('lang'), values.get('dir')]
  if (classes.length === 0 && lang === undefined && dir === undefined) return undefined
  return {
    classes,
    ...(lang !== undefined && LANGUAGE.test(lang) ? { lang } : {}),
    ...(dir === 'rtl' || dir === 'ltr' ? { dir } : {}),
  }
}
