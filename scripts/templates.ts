/** Where the shipped data lies: profiles, page templates, styles, the starter thesis. */
import { fileURLToPath } from 'node:url'

/**
 * The absolute path of a file below `templates/`.
 * The same relative step is right for the sources (`scripts/`) and for the compiled program (`dist/`).
 */
export function templatePath(...segments: string[]): string {
  return fileURLToPath(new URL(['../templates', ...segments].join('/'), import.meta.url))
}

/** The absolute path of a file of the compiled program, wherever the caller runs from. */
export function compiledPath(name: string): string {
  return fileURLToPath(new URL(`../dist/${name}`, import.meta.url))
}
