/** What is said of grid tables. */
import { message } from '../../diagnostics.ts'

export const brokenGrid = message<{ line: number }>({
  id: 'table/grid',
  severity: 'error',
  title: { id: 'Garis tabel tidak bertemu', en: 'The lines of a table do not meet' },
  text: ({ line }) => ({
    id: `Garis tabel “+---+” ini tidak bertemu di baris ${line}: setiap “|” dan “+” harus tepat di bawah yang di atasnya, dan semua baris sama panjang.`,
    en: `The lines of this “+---+” table do not meet at line ${line}: every “|” and “+” stands right below the one above it, and all lines are of one length.`,
  }),
  hint: () => ({
    id: 'Luruskan baris itu dengan spasi, memakai huruf selebar tetap (monospace) di editor.',
    en: 'Align that line with blanks, in an editor whose letters are all of one width.',
  }),
})
