/** Citations, from keys to rendered text and the list of references. */
export { remarkCitations } from './remark-citations.ts'
export { type RenderCitationsOptions, renderCitations } from './render-citations.ts'
export { resolveKeys } from './resolve-keys.ts'
export { BUILT_IN_STYLES, loadStyle } from './styles.ts'
export {
  linkTypedCitations,
  remarkTypedCitations,
  type TypedCitationOptions,
} from './typed/link-typed-citations.ts'
export { checkCited } from './typed/uncited.ts'
