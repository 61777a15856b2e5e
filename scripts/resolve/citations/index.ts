/** Citations, from keys to rendered text and the list of references. */
export { remarkCitations } from './remark-citations.ts'
export {
  type Citations,
  collectCitations,
  type RenderCitationsOptions,
  renderCitations,
  setCitations,
} from './render-citations.ts'
export { resolveKeys, worksRead } from './resolve-keys.ts'
export { type CitationSetter, citationSetter } from './setter.ts'
export { BUILT_IN_STYLES, type Conjunction, loadStyle, type StyleOptions } from './styles/index.ts'
export {
  linkTypedCitations,
  remarkTypedCitations,
  type TypedCitationOptions,
} from './typed/link-typed-citations.ts'
export { checkCited } from './typed/uncited.ts'
export { type Typeset, typeset } from './typeset.ts'
