/** What is said of diagrams that cannot be drawn. */
import { didYouMean, message } from '../../diagnostics.ts'
import type { Text } from '../../model.ts'

const HELP: Text = {
  id: 'Coba diagramnya di https://mermaid.live; bahasanya dijelaskan di https://mermaid.js.org.',
  en: 'Try the diagram at https://mermaid.live; its language is described at https://mermaid.js.org.',
}

interface SyntaxFacts {
  /** What was still understood, as written. */
  readonly after: string | undefined
  readonly found: Text | undefined
  readonly expected: readonly Text[]
}

export const diagramSyntax = message<SyntaxFacts>({
  id: 'diagram/syntax',
  severity: 'error',
  title: { id: 'Diagram tidak dapat dibaca', en: 'A diagram cannot be read' },
  text: ({ after, found, expected }) => {
    const say = (
      language: 'id' | 'en',
      words: Readonly<Record<'lead' | 'after' | 'found' | 'expected', string>>,
    ) =>
      `${words.lead}${after === undefined ? '' : ` ${words.after} “${after}”`}${
        found === undefined ? '' : ` ${words.found} ${found[language]}`
      }.${expected.length === 0 ? '' : ` ${words.expected} ${listOf(expected, language)}.`}`
    return {
      id: say('id', {
        lead: 'Diagram mermaid ini tidak dapat dibaca',
        after: 'pada atau sesudah',
        found: 'karena ditemukan',
        expected: 'Yang diharapkan:',
      }),
      en: say('en', {
        lead: 'This mermaid diagram cannot be read',
        after: 'at or after',
        found: 'because of',
        expected: 'Expected:',
      }),
    }
  },
  hint: () => HELP,
})

function listOf(texts: readonly Text[], language: 'id' | 'en'): string {
  const names = texts.map((text) => text[language])
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} ${language === 'id' ? 'atau' : 'or'} ${last}`
}

export const diagramKind = message<{ word: string; near: readonly string[]; known: readonly string[] }>({
  id: 'diagram/kind',
  severity: 'error',
  title: { id: 'Jenis diagram tidak dikenal', en: 'Unknown kind of diagram' },
  text: ({ word }) =>
    word === ''
      ? {
          id: 'Blok mermaid ini kosong; barisnya yang pertama harus menyebut jenis diagram.',
          en: 'This mermaid block is empty; its first line must name the kind of diagram.',
        }
      : {
          id: `“${word}” bukan jenis diagram; baris pertama harus menyebut jenisnya.`,
          en: `“${word}” is no kind of diagram; the first line must name the kind.`,
        },
  hint: ({ near, known }) =>
    didYouMean(near, {
      id: `Yang ada antara lain ${known.join(', ')}.`,
      en: `There are, among others, ${known.join(', ')}.`,
    }),
})

export const diagramFailed = message<{ reason: string }>({
  id: 'diagram/failed',
  severity: 'error',
  title: { id: 'Diagram tidak dapat digambar', en: 'A diagram cannot be drawn' },
  text: ({ reason }) => ({
    id: `Diagram ini tidak dapat digambar. Mermaid melaporkan: “${reason}”.`,
    en: `This diagram cannot be drawn. Mermaid says: “${reason}”.`,
  }),
  hint: () => HELP,
})

export const diagramTooSlow = message<{ seconds: number }>({
  id: 'diagram/too-slow',
  severity: 'error',
  title: { id: 'Diagram terlalu lama digambar', en: 'A diagram takes too long to draw' },
  text: ({ seconds }) => ({
    id: `Diagram ini belum selesai digambar setelah ${String(seconds).replace('.', ',')} detik.`,
    en: `This diagram was not finished after ${seconds} seconds.`,
  }),
  hint: () => ({
    id: 'Pecah menjadi beberapa diagram yang lebih kecil; pada bagan gantt periksa tanggal dan rentangnya.',
    en: 'Make several smaller diagrams of it; in a gantt chart check the dates and their range.',
  }),
})

export const diagramTooLarge = message<{ characters: number; most: number }>({
  id: 'diagram/too-large',
  severity: 'error',
  title: { id: 'Diagram terlalu besar', en: 'A diagram is too large' },
  text: ({ characters, most }) => ({
    id: `Diagram ini sepanjang ${characters} karakter, padahal paling banyak ${most}.`,
    en: `This diagram is ${characters} characters long; at most ${most} are allowed.`,
  }),
  hint: () => ({
    id: 'Pecah menjadi beberapa diagram, atau sisipkan sebagai gambar.',
    en: 'Make several diagrams of it, or insert it as an image.',
  }),
})

export const smallLetters = message<{ points: number; landscape: boolean }>({
  id: 'diagram/small-letters',
  severity: 'warning',
  title: { id: 'Huruf diagram terlalu kecil', en: 'The letters of a diagram are too small' },
  text: ({ points }) => ({
    id: `Diagram ini lebih besar daripada halaman dan dikecilkan: hurufnya tinggal sekitar ${points.toFixed(1).replace('.', ',')} pt.`,
    en: `This diagram is larger than its page and made smaller: its letters are about ${points.toFixed(1)} pt.`,
  }),
  hint: ({ landscape }) =>
    landscape
      ? { id: 'Pecah menjadi beberapa diagram.', en: 'Make several diagrams of it.' }
      : {
          id: 'Ubah arahnya (flowchart TD atau LR), taruh di halaman lanskap dengan {.landscape}, atau pecah menjadi beberapa diagram.',
          en: 'Turn it (flowchart TD or LR), put it on a landscape page with {.landscape}, or make several diagrams of it.',
        },
})
