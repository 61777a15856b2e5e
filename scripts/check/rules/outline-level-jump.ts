import { faultsOf } from '../outline/faults.ts'
import type { HeadingRecord } from '../outline/headings.ts'
import { marks } from '../outline/phrases.ts'
import { defineRule, ruleMessage } from '../rule.ts'

const levelJump = ruleMessage<{ heading: HeadingRecord; above: HeadingRecord }>({
  text: ({ heading, above }) => ({
    id: `“${heading.title}” melompat dari ${marks(above.depth)} (“${above.title}”) langsung ke ${marks(heading.depth)}.`,
    en: `“${heading.title}” jumps from ${marks(above.depth)} (“${above.title}”) straight to ${marks(heading.depth)}.`,
  }),
  hint: ({ heading, above }) => ({
    id: `Tulis “${marks(above.depth + 1)} ${heading.title}”, atau tambahkan judul di antaranya.`,
    en: `Write “${marks(above.depth + 1)} ${heading.title}”, or add the heading between the two.`,
  }),
})

/** A heading more than one level below the one above it; it would be numbered 1.2.0.1. */
export const outlineLevelJump = defineRule({
  id: 'outline/level-jump',
  severity: 'error',
  title: { id: 'Tingkat judul terlompati', en: 'A level of headings is skipped' },
  why: {
    id: 'Nomor bagian menjadi rusak (1.2.0.1) dan susunan daftar isi tidak jelas.',
    en: 'The section number breaks (1.2.0.1) and the contents lose their shape.',
  },
  messages: { levelJump },
  check(thesis, report) {
    for (const { heading, above } of faultsOf(thesis.faults, 'levelJump')) {
      const { file, place } = heading
      report(levelJump, { heading, above }, { file, place, expected: marks(above.depth + 1) })
    }
  },
})
