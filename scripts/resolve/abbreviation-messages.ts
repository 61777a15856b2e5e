/** What is said about abbreviations. */
import { message } from '../diagnostics.ts'

export const bareFirstUse = message<{ short: string; long: string }>({
  id: 'abbreviation/undefined-first-use',
  severity: 'warning',
  title: { id: 'Singkatan dipakai sebelum dijelaskan', en: 'An abbreviation is used before it is explained' },
  text: ({ short, long }) => ({
    id: `“${short}” muncul pertama kali di sini tanpa kepanjangannya, “${long}”.`,
    en: `“${short}” first appears here without what it stands for, “${long}”.`,
  }),
  hint: ({ short, long }) => ({
    id: `Tulis “${long} (${short})” pada pemakaian pertama.`,
    en: `Write “${long} (${short})” at its first use.`,
  }),
})

export const twoMeanings = message<{ short: string; long: string; first: string; at: string }>({
  id: 'abbreviation/duplicate',
  severity: 'error',
  title: { id: 'Satu singkatan dengan dua kepanjangan', en: 'One abbreviation with two meanings' },
  text: ({ short, long, first, at }) => ({
    id: `“${short}” di sini berarti “${long}”, padahal di ${at} berarti “${first}”.`,
    en: `“${short}” stands for “${long}” here, but for “${first}” at ${at}.`,
  }),
  hint: () => ({ id: 'Hapus atau perbaiki salah satunya.', en: 'Remove or mend one of them.' }),
})

export const unusedAbbreviation = message<{ short: string; long: string }>({
  id: 'abbreviation/unused',
  severity: 'info',
  title: { id: 'Singkatan tidak pernah dipakai', en: 'An abbreviation is never used' },
  text: ({ short, long }) => ({
    id: `Singkatan “${short}” (${long}) tidak pernah dipakai, jadi tidak masuk Daftar Singkatan.`,
    en: `The abbreviation “${short}” (${long}) is never used, so it is left out of the list.`,
  }),
  hint: () => ({
    id: 'Hapus, atau periksa ejaannya di dalam teks.',
    en: 'Remove it, or check its spelling in the text.',
  }),
})
