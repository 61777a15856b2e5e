import type { ImageFile, Language } from '../model.ts'
import type { Profile } from '../schema/profile.ts'

/** What every step of the rendering may depend on. */
export interface RenderOptions {
  readonly profile: Profile
  readonly language: Language
  /** By address as written in the Markdown. */
  readonly images: ReadonlyMap<string, ImageFile>
}
