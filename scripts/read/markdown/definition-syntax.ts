/**
 * Definitions as pandoc has them, `: Definisi` or `~ Definisi` below a line with the term. A definition is a container
 * as a list item is: what is indented below it belongs to it, whatever it is. Whether a term stands before it is found
 * in the finished tree, where a `: ` that defines nothing becomes text again.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type {
  Code,
  Construct,
  Effects,
  Exiter,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types'
import type { Processor } from 'unified'
import { addSyntax } from './add-syntax.ts'
import { BLANK_LINE, blanks, columnsBefore, TAB_SIZE } from './container-parts.ts'
import { definitionFromMarkdown } from './definition-from-markdown.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `: Definisi` with all that belongs to it. */
    definitionDescription: 'definitionDescription'
    /** The mark and the blanks around it. */
    definitionDescriptionPrefix: 'definitionDescriptionPrefix'
    /** `:` or `~` */
    definitionDescriptionMarker: 'definitionDescriptionMarker'
    definitionDescriptionWhitespace: 'definitionDescriptionWhitespace'
    /** What a further line is indented by. */
    definitionDescriptionIndent: 'definitionDescriptionIndent'
  }
  interface ContainerState {
    /** Columns that a further line of a definition is indented by, at least. */
    definitionIndent?: number
  }
}

/** A unified plugin: adds definition lists to any remark processor. */
export function remarkDefinitionLists(this: Processor): void {
  addSyntax(this, definitionSyntax(), definitionFromMarkdown())
}

function definitionSyntax(): Extension {
  const description: Construct = {
    name: 'definitionDescription',
    tokenize: tokenizeStart,
    continuation: { tokenize: tokenizeContinuation },
    exit,
  }
  return { document: { [codes.colon]: description, [codes.tilde]: description } }
}

const exit: Exiter = (effects) => void effects.exit('definitionDescription')

function tokenizeStart(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  const before = columnsBefore(self)
  return start

  function start(code: Code): State | undefined {
    // Right behind another mark it is text: `: : : …` has no depth.
    if (self.events.at(-1)?.[1].type === 'definitionDescriptionPrefix') return nok(code)
    effects.enter('definitionDescription', { _container: true })
    effects.enter('definitionDescriptionPrefix')
    effects.enter('definitionDescriptionMarker')
    effects.consume(code)
    effects.exit('definitionDescriptionMarker')
    return behind
  }

  function behind(code: Code): State | undefined {
    if (!markdownSpace(code)) return nok(code)
    return blanks(effects, 'definitionDescriptionWhitespace', TAB_SIZE - 1, end)(code)
  }

  function end(code: Code, count: number): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code)
    effects.exit('definitionDescriptionPrefix')
    const state = self.containerState
    if (state) state.definitionIndent = Math.min(before + 1 + count, TAB_SIZE)
    return ok(code)
  }
}

/** As deep as the definition's first letter, or four columns as in pandoc, which are then taken off. */
function tokenizeContinuation(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { definitionIndent: least = TAB_SIZE } = this.containerState ?? {}
  return effects.check(
    BLANK_LINE,
    blanks(effects, 'definitionDescriptionIndent', TAB_SIZE, ok),
    blanks(effects, 'definitionDescriptionIndent', TAB_SIZE, (code, count) =>
      count >= least ? ok(code) : nok(code),
    ),
  )
}
