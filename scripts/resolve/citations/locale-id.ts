/** The project's Indonesian locale for CSL styles: `templates/citation-styles/locale-id.xml`. */
import { readFileSync } from 'node:fs'
import { templatePath } from '../../templates.ts'

/** The locale as CSL XML. It is part of the program: that it is missing would be a fault of the program. */
export function indonesianLocale(): string {
  return readFileSync(templatePath('citation-styles', 'locale-id.xml'), 'utf8')
}
