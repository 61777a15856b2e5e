/** One line on a terminal that says what is going on; nothing at all when nobody looks. */
import type { CommandContext } from './options.ts'

const STEPS = {
  read: { id: 'Membaca naskah', en: 'Reading the thesis' },
  render: { id: 'Menyusun halaman', en: 'Composing pages' },
  print: { id: 'Mencetak dan memeriksa', en: 'Printing and checking' },
} as const

type Step = keyof typeof STEPS

export interface Progress {
  show(step: Step): void
  clear(): void
}

const CLEAR_LINE = '\r\u001b[K'

export function progress({ output, language }: CommandContext): Progress {
  const names = Object.keys(STEPS) as Step[]
  let shown = false
  const show = (step: Step) => {
    if (!output.interactive) return
    const done = names.indexOf(step)
    const bar = names.map((_, at) => (at < done ? '●' : at === done ? '◐' : '○')).join('')
    output.tell(`${CLEAR_LINE}${bar} ${STEPS[step][language]} …`)
    shown = true
  }
  show('read')
  return {
    show,
    clear: () => {
      if (shown) output.tell(CLEAR_LINE)
      shown = false
    },
  }
}
