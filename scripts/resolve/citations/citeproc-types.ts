/** The part of citeproc that is used; the package has no types of its own. Names are citeproc's. */
import type { CiteItem } from '../../model.ts'

/** One work of a citation, in citeproc's words. */
export interface EngineCite {
  readonly id: string
  readonly locator?: string | undefined
  readonly label?: CiteItem['label'] | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  readonly 'suppress-author'?: boolean | undefined
  readonly 'author-only'?: boolean | undefined
}

export interface CslToken {
  execs: ((state: CslState, item: unknown, cite: unknown) => void)[]
  readonly postponed_macro?: string
  readonly strings: { readonly sort_direction?: string }
}

/** The engine, as far as it is used. Names are citeproc's. */
export interface CslState {
  readonly opt: {
    update_mode: number
    mode: string
    development_extensions: Record<string, boolean>
  }
  readonly citation: {
    readonly opt: {
      readonly layout_prefix?: string
      readonly layout_suffix?: string
      readonly layout_delimiter?: string
    }
  }
  readonly build: {
    extension: string
    root: string
    date_key: boolean
    render_nesting_level: number
    cls: string
    readonly substitute_level: { value(): unknown }
  }
  readonly registry: { readonly registry: Readonly<Record<string, { readonly seq?: number } | undefined>> }
  readonly tmp: { readonly sort_key_flag?: boolean }
  setOutputFormat(format: string): void
  updateItems(ids: readonly string[]): void
  makeCitationCluster(cites: readonly EngineCite[]): string
  processCitationCluster(
    citation: unknown,
    before: readonly unknown[],
    after: readonly unknown[],
    flag: number,
  ): [unknown, [index: number, html: string, id: string][]]
  makeBibliography(): [unknown, readonly string[]] | false
  configureTokenList(tokens: CslToken[]): void
}

export interface CslNames {
  readonly state: CslState
  readonly etal_spec: Record<
    string,
    { freeters: number; institutions: number; persons: number[] } & Record<string, unknown>
  >
}

export type NameList = { readonly family?: string; readonly literal?: string }[]

export interface Csl {
  Engine: new (system: Record<string, unknown>, style: string, language: string, force: boolean) => CslState
  readonly POSITION: number
  readonly ASSUME_ALL_ITEMS_REGISTERED: number
  readonly SINGLETON: number
  readonly Token: new (name: string, kind: number) => CslToken
  readonly tokenExec: (this: CslState, token: CslToken, item: unknown, cite: unknown) => number
  expandMacro: (this: CslState, token: CslToken, target: CslToken[]) => void
  getSortKeys: (this: CslState, item: { readonly id: string }, kind: string) => string[]
  readonly NameOutput: {
    readonly prototype: CslNames & {
      _setEtAlParameter: (this: CslNames, kind: string, variable: string, index?: number) => void
    }
  }
}
