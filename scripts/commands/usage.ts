/** What is said about words on the command line that make no command, in the language asked for. */
import type { Language, Text } from '../model.ts'
import { severityWord } from '../report/location.ts'

/** A mistake as the parser of the command line tells it. */
interface UsageFault {
  readonly code: string
  /** In English; the names in it are read from here. */
  readonly message: string
}

/** The language of `--lang`, found without parsing: a faulty command line has to be answered in it too. */
export function languageOf(argv: readonly string[]): Language {
  return argv.some((word, at) => word === '--lang=en' || (word === '--lang' && argv[at + 1] === 'en'))
    ? 'en'
    : 'id'
}

/** The fault and what to do about it, two lines. */
export function usageText(fault: UsageFault, commands: readonly string[], language: Language): string {
  const said = FAULTS[fault.code]?.(fault.message) ?? same(fault.message.replace(/^error: /, ''))
  const near = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(fault.message)?.[1]
  const hints = [
    ...(near === undefined ? [] : [DID_YOU_MEAN[language](near)]),
    ...(fault.code === 'commander.unknownCommand' ? [KNOWN[language](commands)] : []),
    HELP[language],
  ]
  return `${severityWord('error', language)}  ${said[language]}\n    → ${hints.join(' ')}\n`
}

const HELP: Text = { id: 'Lihat `naskah --help`.', en: 'See `naskah --help`.' }
const DID_YOU_MEAN = {
  id: (near: string) => `Mungkin maksud Anda “${near}”?`,
  en: (near: string) => `Did you mean “${near}”?`,
}
const KNOWN = {
  id: (names: readonly string[]) => `Perintah yang ada: ${names.join(', ')}.`,
  en: (names: readonly string[]) => `Known commands: ${names.join(', ')}.`,
}

const FAULTS: Readonly<Record<string, (message: string) => Text>> = {
  'commander.unknownCommand': (message) => {
    const [name = ''] = quoted(message)
    return { id: `Perintah “${name}” tidak dikenal.`, en: `There is no command “${name}”.` }
  },
  'commander.unknownOption': (message) => {
    const [name = ''] = quoted(message)
    return { id: `Pilihan “${name}” tidak dikenal.`, en: `There is no option “${name}”.` }
  },
  'commander.optionMissingArgument': (message) => {
    const [option = ''] = quoted(message)
    return { id: `Pilihan “${option}” memerlukan nilai.`, en: `The option “${option}” needs a value.` }
  },
  'commander.invalidArgument': (message) => {
    const [option = '', value = ''] = quoted(message)
    const expected = /is invalid\. (?:Allowed choices are )?(.*?)\.?$/m.exec(message)?.[1] ?? ''
    return {
      id: `“${value}” tidak sah untuk “${option}”; yang diharapkan: ${expected}`,
      en: `“${value}” is not valid for “${option}”; expected: ${expected}`,
    }
  },
  'commander.excessArguments': (message) => {
    const [command = ''] = quoted(message)
    const [most = '', found = ''] = message.match(/\d+/g) ?? []
    return {
      id: `“naskah ${command}” menerima paling banyak ${most} argumen, tetapi diberi ${found}; jalur yang memuat spasi perlu diapit tanda kutip.`,
      en: `“naskah ${command}” takes at most ${most} argument(s) but got ${found}; a path with spaces needs quotes.`,
    }
  },
}

function quoted(message: string): string[] {
  return [...message.matchAll(/'([^']*)'/g)].map(([, name = '']) => name)
}

function same(text: string): Text {
  return { id: text, en: text }
}

/** Ctrl-C. Files are written last and all at once, so there is nothing to take back. */
export const INTERRUPTED: Text = {
  id: 'Dihentikan; tidak ada yang ditulis.\n',
  en: 'Interrupted; nothing was written.\n',
}
