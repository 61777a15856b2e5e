/** Citations, from keys to rendered text and the list of references. */
export { engineVersions } from './engine.ts'
export { indonesianLocale } from './locale-id.ts'
export { remarkCitations } from './remark-citations.ts'
export {
  collectCitations,
  type RenderCitationsOptions,
  renderCitations,
  setCitations,
} from './render-citations.ts'
export { resolveKeys, worksRead } from './resolve-keys.ts'
export { BUILT_IN_STYLES, type Conjunction, loadStyle, type StyleOptions } from './styles/index.ts'
export {
  linkTypedCitations,
  remarkTypedCitations,
  type TypedCitationOptions,
} from './typed/link-typed-citations.ts'
export { checkCited } from './typed/uncited.ts'
export { typeset } from './typeset.ts'
