/** What the resolve stage says about formulas. */
import { message } from '../../diagnostics.ts'
import type { FaultKind } from './faults.ts'

type Bilingual = Readonly<Record<'id' | 'en', string>>

export const faultyMath = message<FaultKind>({
  id: 'math/syntax',
  severity: 'error',
  title: { id: 'Rumus tidak dapat dibaca', en: 'A formula cannot be read' },
  text: (fault) => textOf(fault),
  hint: (fault) => hintOf(fault),
})

export const unclosedMath = message<{ blankLine: boolean }>({
  id: 'math/unclosed',
  severity: 'error',
  title: { id: 'Rumus tidak ditutup', en: 'A formula is not closed' },
  text: ({ blankLine }) =>
    blankLine
      ? {
          id: 'Ada baris kosong di dalam rumus antara “$$” dan “$$”.',
          en: 'There is a blank line inside the formula between “$$” and “$$”.',
        }
      : {
          id: 'Rumus yang dibuka dengan “$$” tidak ditutup dengan “$$” sebelum baris kosong atau akhir teks.',
          en: 'The formula that “$$” opens is not closed by “$$” before a blank line or the end of the text.',
        },
  hint: ({ blankLine }) =>
    blankLine
      ? {
          id: 'Hapus baris kosongnya; baris baru di dalam rumus ditulis \\\\ di dalam aligned.',
          en: 'Remove the blank line; a new line inside a formula is written \\\\ within aligned.',
        }
      : {
          id: 'Tambahkan “$$” di akhir rumus, atau tulis \\$ bila yang dimaksud tanda dolar.',
          en: 'Add “$$” at the end of the formula, or write \\$ where a dollar sign is meant.',
        },
})

function textOf(fault: FaultKind): Bilingual {
  switch (fault.kind) {
    case 'unknown-command':
      return { id: `Perintah ${fault.name} tidak dikenal.`, en: `The command ${fault.name} is not known.` }
    case 'unknown-environment':
      return {
        id: `Lingkungan “${fault.name}” pada \\begin tidak dikenal.`,
        en: `The environment “${fault.name}” of \\begin is not known.`,
      }
    case 'mismatched-environment':
      return {
        id: `\\begin{${fault.name}} ditutup dengan \\end{${fault.end}}.`,
        en: `\\begin{${fault.name}} is closed by \\end{${fault.end}}.`,
      }
    case 'unclosed':
      return { id: `“${fault.name}” tidak ditutup.`, en: `“${fault.name}” is not closed.` }
    case 'missing-argument':
      return {
        id: `Sesudah ${fault.name} masih kurang isi di dalam kurung kurawal {…}.`,
        en: `Behind ${fault.name} something in braces {…} is missing.`,
      }
    case 'missing-script':
      return {
        id: `Tidak ada apa-apa sesudah “${fault.name}”.`,
        en: `Nothing stands behind “${fault.name}”.`,
      }
    case 'double-script':
      return {
        id: `Ada dua “${fault.name}” berturut-turut pada lambang yang sama.`,
        en: `One symbol has two “${fault.name}” in a row.`,
      }
    case 'stray':
      return {
        id: `“${fault.name}” tidak boleh ada di sini.`,
        en: `“${fault.name}” may not stand here.`,
      }
    case 'not-allowed':
      return {
        id: `Perintah ${fault.name} tidak diizinkan di dalam rumus.`,
        en: `The command ${fault.name} is not allowed in a formula.`,
      }
    case 'wrong-place':
      return {
        id: `${fault.name} tidak dapat dipakai di tempat ini.`,
        en: `${fault.name} cannot be used in this place.`,
      }
    case 'reference':
      return {
        id: `${fault.name} merujuk dari dalam rumus.`,
        en: `${fault.name} refers from inside of a formula.`,
      }
    case 'empty':
      return { id: 'Rumus ini kosong.', en: 'This formula is empty.' }
    case 'too-complex':
      return {
        id: 'Rumus ini terlalu panjang, terlalu dalam, atau memanggil dirinya sendiri.',
        en: 'This formula is too long, too deep, or calls itself.',
      }
    case 'redefined':
      return {
        id: '\\newcommand memberi arti baru pada perintah yang sudah ada.',
        en: '\\newcommand gives a new meaning to a command that exists.',
      }
    case 'other':
      return {
        id: `Rumus ini tidak dapat dibaca (${fault.reason}).`,
        en: `This formula cannot be read (${fault.reason}).`,
      }
  }
}

function hintOf(fault: FaultKind): Bilingual {
  switch (fault.kind) {
    case 'unknown-command':
    case 'unknown-environment':
      if (fault.near.length === 0) break
      return {
        id: `Mungkin maksud Anda ${fault.near.map((name) => `“${name}”`).join(', ')}?`,
        en: `Did you mean ${fault.near.map((name) => `“${name}”`).join(', ')}?`,
      }
    case 'unclosed':
      return { id: `Tambahkan ${closing(fault.name)}.`, en: `Add ${closing(fault.name)}.` }
    case 'mismatched-environment':
      return { id: 'Samakan kedua namanya.', en: 'Make the two names the same.' }
    case 'missing-argument':
      return {
        id: 'Misalnya \\frac{a}{b} dan \\sqrt{x}.',
        en: 'As in \\frac{a}{b} and \\sqrt{x}.',
      }
    case 'missing-script':
    case 'double-script':
      return {
        id: 'Kumpulkan dengan kurung kurawal: x^{2n} dan {x^2}^n.',
        en: 'Gather with braces: x^{2n} and {x^2}^n.',
      }
    case 'stray':
      return STRAY[fault.name] ?? CHECK
    case 'reference':
      return {
        id: 'Tulis rujukan di luar rumus: @eq:label.',
        en: 'Write references outside of the formula: @eq:label.',
      }
    case 'empty':
      return {
        id: 'Hapus tanda dolarnya, atau tulis rumusnya di antaranya.',
        en: 'Remove the dollar signs, or write the formula between them.',
      }
    case 'too-complex':
      return {
        id: 'Bagi menjadi beberapa rumus, dan tulis tanpa \\def.',
        en: 'Divide it into several formulas, and write it without \\def.',
      }
    case 'redefined':
      return { id: 'Pakai \\renewcommand atau nama lain.', en: 'Use \\renewcommand or another name.' }
    default:
  }
  return CHECK
}

const CHECK: Bilingual = {
  id: 'Periksa penulisan rumusnya; bila yang dimaksud tanda dolar, tulis \\$.',
  en: 'Check how the formula is written; where a dollar sign is meant, write \\$.',
}

const STRAY: Readonly<Record<string, Bilingual>> = {
  '}': { id: 'Hapus, atau tambahkan “{” di depannya.', en: 'Remove it, or add the “{” before it.' },
  '&': {
    id: 'Pakai & hanya di dalam aligned, cases, atau matriks; sebagai tanda, tulis \\&.',
    en: 'Use & inside aligned, cases or a matrix alone; as a sign, write \\&.',
  },
  '#': { id: 'Sebagai tanda, tulis \\#.', en: 'As a sign, write \\#.' },
  '\\right': { id: 'Tambahkan \\left di depannya.', en: 'Add the \\left before it.' },
  '\\end': { id: 'Tambahkan \\begin di depannya.', en: 'Add the \\begin before it.' },
}

function closing(opening: string): string {
  if (opening === '{') return '“}”'
  return opening === '\\left' ? '“\\right)”' : `“${opening.replace('begin', 'end')}”`
}
