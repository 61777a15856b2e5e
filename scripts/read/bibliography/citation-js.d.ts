/** What of @citation-js is used; the packages bring no types, and are CommonJS. */
declare module '@citation-js/core' {
  import type { CslItem } from '../../model.ts'

  const core: {
    readonly plugins: {
      readonly input: {
        chain(data: unknown, options: { generateGraph: boolean; forceType: string }): CslItem[]
      }
    }
  }
  export default core
}

declare module '@citation-js/plugin-bibtex' {}
