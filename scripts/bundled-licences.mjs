/** The licences of the packages that are bundled into `dist/`: whoever gets the bundle gets them too. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//

/**
 * @param {string} root folder of the checkout
 * @param {readonly string[]} inputs the bundled files, relative to it, with `/`
 * @returns {string}
 */
export function bundledLicences(root, inputs) {
  const folders = new Set(inputs.flatMap((input) => PACKAGE.exec(input)?.[1] ?? []))
  const texts = [...folders].map((folder) => licenceOf(join(root, folder))).sort()
  return `Packages bundled into these files, and their licences.\n\n${texts.join('\n\n')}\n`
}

function licenceOf(folder) {
  const { name, version, author, ...manifest } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const license = manifest.license ?? manifest.licenses?.[0]?.type
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry))
  // A package without a file of its own names its licence and its author in its manifest.
  const writer = typeof author === 'object' ? author.name : author
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `${license}, ${writer ?? name}`
  return `== ${name} ${version} (${license})\n\n${text}`
}
