/** The command line: words -> a command, loaded only when it is called -> an exit code. */
import { readFileSync } from 'node:fs'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { CommandContext, ExitCode } from './commands/options.ts'
import { diskHost } from './host.ts'
import type { Language } from './model.ts'

/**
 * Runs the program.
 * @param argv the words after the program's name
 * @returns 0 done, 1 the thesis has errors, 2 wrong usage, configuration or environment
 */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  const interrupt = new AbortController()
  const onInterrupt = () => interrupt.abort(new Error('interrupted'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onInterrupt)
  const outcome: { code: ExitCode } = { code: 0 }
  try {
    await program(interrupt.signal, outcome).parseAsync([...argv], { from: 'user' })
    return outcome.code
  } catch (error) {
    if (interrupt.signal.aborted) return 2
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onInterrupt)
  }
}

function program(signal: AbortSignal, outcome: { code: ExitCode }): Command {
  const naskah = new Command('naskah')
  const context = (options: { readonly lang: Language }): CommandContext => ({
    host: diskHost(),
    language: options.lang,
    signal,
    output: {
      write: (text) => void process.stdout.write(text),
      tell: (text) => void process.stderr.write(text),
      interactive: process.stderr.isTTY === true,
      color: process.stderr.isTTY === true && !process.env.NO_COLOR,
    },
  })
  naskah
    .description(
      'Markdown -> PDF skripsi sesuai format kampus. (A thesis in Markdown -> the PDF a campus accepts.)',
    )
    .version(version(), '-V, --version', 'versi (version)')
    .helpOption('-h, --help', 'bantuan (help)')
    .helpCommand('help [perintah]', 'bantuan sebuah perintah (help for a command)')
    .showSuggestionAfterError()
    .showHelpAfterError('(naskah --help)')
    .exitOverride()
    .addHelpText('after', EXAMPLES)

  naskah
    .command('build')
    .summary('PDF dan HTML (PDF and HTML)')
    .description('Menulis <out>/<judul>.pdf dan .html. (Writes <out>/<title>.pdf and .html.)')
    .argument('[dir]', 'folder naskah (thesis folder)', 'chapters')
    .addOption(profileOption())
    .option('--out <dir>', 'folder hasil (output folder)', 'build')
    .option('--draft', 'tetap tulis walau ada kesalahan (write in spite of errors)', false)
    .option('--html-only', 'hanya HTML, tanpa peramban (HTML alone, without a browser)', false)
    .option('--json', 'laporan JSON di keluaran standar (JSON report on standard output)', false)
    .addOption(languageOption())
    .addHelpText(
      'after',
      example('naskah build', 'naskah build skripsi --out hasil', 'naskah build --draft --json'),
    )
    .action(async (dir, options) => {
      const { buildCommand } = await import('./commands/build.ts')
      outcome.code = await buildCommand(context(options), dir, options)
    })

  naskah
    .command('lint')
    .summary('periksa kerangka, nomor, dan sitasi (check outline, numbers, citations)')
    .description('Memeriksa naskah tanpa mencetak. (Checks a thesis without printing it.)')
    .argument('[dir|files...]', 'folder atau berkas (folder or files)')
    .addOption(profileOption())
    .addOption(
      new Option('--format <format>', 'bentuk laporan (report format)')
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .option('--max-warnings <n>', 'gagal bila peringatan lebih dari n (fail above n warnings)', wholeNumber)
    .addOption(languageOption())
    .addHelpText(
      'after',
      example('naskah lint', 'naskah lint chapters/01-pendahuluan.md', 'naskah lint --format json'),
    )
    .action(async (targets: string[], options) => {
      const { lintCommand } = await import('./commands/lint.ts')
      outcome.code = await lintCommand(context(options), targets, options)
    })

  naskah
    .command('init')
    .summary('naskah baru (a new thesis)')
    .description(
      'Membuat naskah awal yang langsung dapat dibangun. (Makes a starter thesis that builds as it is.)',
    )
    .argument('[dir]', 'folder baru (new folder)', 'chapters')
    .addOption(languageOption())
    .addHelpText('after', example('naskah init', 'naskah init skripsi'))
    .action(async (dir, options) => {
      const { initCommand } = await import('./commands/init.ts')
      outcome.code = await initCommand(context(options), dir)
    })

  naskah
    .command('doctor')
    .summary('periksa Node, peramban, huruf, izin (check the environment)')
    .description('Memeriksa apa yang diperlukan untuk membangun PDF. (Checks what a build needs.)')
    .addOption(languageOption())
    .action(async (options) => {
      const { doctorCommand } = await import('./commands/doctor.ts')
      outcome.code = await doctorCommand(context(options))
    })
  return naskah
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return version
}

function profileOption(): Option {
  return new Option('--profile <id>', 'profil kampus, mengganti naskah.yaml (campus profile)')
}

function languageOption(): Option {
  return new Option('--lang <id|en>', 'bahasa pesan (language of messages)')
    .choices(['id', 'en'])
    .default('id')
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text))
    throw new InvalidArgumentError('bilangan bulat diharapkan (a whole number is expected)')
  return Number(text)
}

function example(...lines: string[]): string {
  return `\nContoh (examples):\n${lines.map((line) => `  ${line}\n`).join('')}`
}

const EXAMPLES = example(
  'naskah init skripsi        naskah baru di folder skripsi (a new thesis)',
  'naskah build skripsi       PDF dan HTML di folder build',
  'naskah lint skripsi        periksa tanpa mencetak',
  'naskah doctor              ada masalah? mulai di sini',
)
