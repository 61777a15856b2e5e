/** Where mermaid's files are. The only file that knows the package; nothing of it runs outside a page. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Host } from '../../host.ts'

const PACKAGE = 'mermaid'

export interface MermaidFiles {
  /** Holds `mermaid.esm.min.mjs` and, in `chunks/`, what it loads for a kind of diagram. */
  readonly folder: string
  readonly version: string
}

export async function mermaidFiles(host: Host): Promise<MermaidFiles> {
  const require = createRequire(import.meta.url)
  const manifest = JSON.parse(
    new TextDecoder().decode(await host.read(require.resolve(`${PACKAGE}/package.json`))),
  )
  return { folder: dirname(require.resolve(`${PACKAGE}/dist/${ENTRY}`)), version: String(manifest.version) }
}

export const ENTRY = 'mermaid.esm.min.mjs'
