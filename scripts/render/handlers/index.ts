/** One handler a node: mdast -> hast. A new node of the dialect gets a file beside these and a line here. */
import type { Handlers } from 'mdast-util-to-hast'
import type { RenderOptions } from '../options.ts'
import { captionedHandlers } from './captioned.ts'
import { citationHandler } from './citation.ts'
import { crossReferenceHandler } from './cross-reference.ts'
import { headingHandler } from './heading.ts'

export function handlers(options: RenderOptions): Handlers {
  return {
    heading: headingHandler(options),
    citation: citationHandler,
    crossReference: crossReferenceHandler,
    ...captionedHandlers(options),
  }
}
