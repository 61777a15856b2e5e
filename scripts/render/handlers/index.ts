/** One handler a node: mdast -> hast. A new node of the dialect gets a file beside these and a line here. */
import type { FootnoteReference } from 'mdast'
import type { Handlers } from 'mdast-util-to-hast'
import type { RenderOptions } from '../options.ts'
import { blockHandlers } from './blocks.ts'
import { captionedHandlers } from './captioned.ts'
import { citationHandler } from './citation.ts'
import { crossReferenceHandler } from './cross-reference.ts'
import { diagramHandler } from './diagram.ts'
import { footnoteHandlers } from './footnote.ts'
import { headingHandler } from './heading.ts'
import { mathHandlers } from './math.ts'
import { pageBreakHandler } from './page-break.ts'
import { scriptHandlers } from './script.ts'
import { spanHandler } from './span.ts'
import { tableHandlers } from './table.ts'

/** @param calls gets the calls of notes, in the order they are met; undefined inside a note, where none may stand */
export function handlers(options: RenderOptions, calls: FootnoteReference[] | undefined): Handlers {
  return {
    heading: headingHandler(options),
    citation: citationHandler,
    crossReference: crossReferenceHandler,
    pageBreak: pageBreakHandler,
    diagram: diagramHandler(options),
    bracketedSpan: spanHandler,
    ...scriptHandlers,
    ...blockHandlers,
    ...tableHandlers,
    ...mathHandlers(options),
    ...captionedHandlers(options),
    ...mathHandlers(options),
    ...footnoteHandlers(calls),
  }
}
