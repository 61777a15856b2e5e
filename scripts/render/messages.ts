/** What the render stage says. */
import { message } from '../diagnostics.ts'

export const partsLeftOut = message<{ parts: readonly string[]; files: readonly string[] }>({
  id: 'front/left-out',
  severity: 'info',
  title: { id: 'Bagian tanpa isi ditinggalkan', en: 'Parts without content are left out' },
  text: ({ parts }) => ({
    id: `Bagian yang diminta profil tetapi belum ada isinya ditinggalkan: ${parts.join(', ')}.`,
    en: `Parts the profile asks for that have no content yet are left out: ${parts.join(', ')}.`,
  }),
  hint: ({ files }) => ({
    id: `Isi datanya di naskah.yaml${files.length > 0 ? `, dan tulis ${files.join(', ')}` : ''}.`,
    en: `Fill in naskah.yaml${files.length > 0 ? `, and write ${files.join(', ')}` : ''}.`,
  }),
})
