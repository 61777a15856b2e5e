/** What mermaid's parsers call their tokens, as a person types them. Names that tell nobody anything are not here. */
import type { Text } from '../../model.ts'

const SIGNS: Readonly<Record<string, string>> = {
  SQS: '[',
  SQE: ']',
  PS: '(',
  PE: ')',
  DIAMOND_START: '{',
  DIAMOND_STOP: '}',
  STADIUMEND: '])',
  SUBROUTINEEND: ']]',
  CYLINDEREND: ')]',
  DOUBLECIRCLEEND: ')))',
  PIPE: '|',
  COLON: ':',
  COMMA: ',',
  SEMI: ';',
  STRUCT_START: '{',
  STRUCT_STOP: '}',
  BLOCK_START: '{',
  BLOCK_STOP: '}',
  STYLE_SEPARATOR: ':::',
  LINK: '-->',
  START_LINK: '--',
  EDGE_STATE: '[*]',
  SOLID_ARROW: '->>',
  DOTTED_ARROW: '-->>',
  SOLID_OPEN_ARROW: '->',
  DOTTED_OPEN_ARROW: '-->',
  SOLID_CROSS: '-x',
  SOLID_POINT: '-)',
  ZERO_OR_ONE: '|o',
  ZERO_OR_MORE: 'o{',
  ONE_OR_MORE: '|{',
  ONLY_ONE: '||',
  IDENTIFYING: '--',
  NON_IDENTIFYING: '..',
}

const NUMBER: Text = { id: 'angka', en: 'a number' }
const NAME: Text = { id: 'nama', en: 'a name' }
const WORDS: Text = { id: 'teks', en: 'text' }

const WORDED: Readonly<Record<string, Text>> = {
  NEWLINE: { id: 'baris baru', en: 'a new line' },
  NL: { id: 'baris baru', en: 'a new line' },
  EOL: { id: 'baris baru', en: 'a new line' },
  EOF: { id: 'akhir diagram', en: 'the end of the diagram' },
  NUM: NUMBER,
  NUMBER_PIE: NUMBER,
  ID: NAME,
  NODE_STRING: NAME,
  ACTOR: NAME,
  ENTITY_NAME: NAME,
  UNICODE_TEXT: WORDS,
  TEXT: WORDS,
  TXT: WORDS,
  STR: WORDS,
  STRING: WORDS,
  end: { id: '“end”', en: '“end”' },
}

export function tokenName(token: string): Text | undefined {
  const sign = Object.hasOwn(SIGNS, token) ? SIGNS[token] : undefined
  if (sign !== undefined) return { id: `“${sign}”`, en: `“${sign}”` }
  return Object.hasOwn(WORDED, token) ? WORDED[token] : undefined
}
