/** The HTML document around the sections. */
import type { Language } from '../model.ts'

interface DocumentParts {
  readonly language: Language
  readonly title: string
  readonly author: string
  /** Style sheets, in order. */
  readonly styles: readonly string[]
  /** The sections as HTML. */
  readonly sections: readonly string[]
}

/** A document that needs nothing from outside: a policy in it forbids scripts and every address but its own data. */
export function htmlDocument({ language, title, author, styles, sections }: DocumentParts): string {
  return `<!doctype html>
<html lang="${language}" class="reading">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Naskah">
<meta name="author" content="${escapeHtml(author)}">
<title>${escapeHtml(title)}</title>
<style>
${styles.join('\n')}
</style>
</head>
<body>
${sections.join('\n')}
</body>
</html>
`
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
