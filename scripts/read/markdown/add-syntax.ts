/** What the plugins of the dialect have in common: each adds its syntax to the parser it is used on. */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Extension } from 'micromark-util-types'
// Its types say what the parser keeps its extensions in.
import type {} from 'remark-parse'
import type { Processor } from 'unified'

/** @param fromMarkdown makes nodes of what the syntax finds */
export function addSyntax(
  processor: Processor,
  syntax: Extension,
  fromMarkdown: FromMarkdownExtension,
): void {
  const data = processor.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push(syntax)
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push(fromMarkdown)
}
