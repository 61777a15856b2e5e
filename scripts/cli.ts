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
  // Whoever reads the output may stop reading: `naskah lint | head`.
  process.stdout.off('error', onBrokenPipe).on('error', onBrokenPipe)
  const interrupt = new AbortController()
  const onInterrupt = () => interrupt.abort(new Error('interrupted'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onInterrupt)
  const outcome: { code: ExitCode } = { code: 0 }
  const naskah = program(interrupt.signal, outcome)
  try {
    await naskah.parseAsync([...argv], { from: 'user' })
    return outcome.code
  } catch (error) {
    const isUsage = error instanceof CommanderError
    if (!isUsage && !interrupt.signal.aborted) throw error
    if (isUsage && error.exitCode === 0) return 0
    const { INTERRUPTED, languageOf, usageText } = await import('./commands/usage.ts')
    const language = languageOf(argv)
    const group = naskah.commands.find((command) => command.name() === argv[0])
    const commands = group && group.commands.length > 0 ? group.commands : naskah.commands
    const names = commands.map((command) => command.name())
    if (!isUsage) process.stderr.write(INTERRUPTED[language])
    // Help that was shown in place of a command needs no more words.
    else if (error.code !== 'commander.help') process.stderr.write(usageText(error, names, language))
    return 2
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onInterrupt)
  }
}

function onBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
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
      interactive: isTerminal(process.stderr),
      color: { write: takesColor(process.stdout), tell: takesColor(process.stderr) },
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
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .addHelpText('after', EXAMPLES)

  naskah
    .command('build')
    .summary('PDF dan HTML (PDF and HTML)')
    .description('Menulis <out>/<judul>.pdf dan .html. (Writes <out>/<title>.pdf and .html.)')
    .argument('[dir]', 'folder naskah (thesis folder)', 'chapters')
    .addOption(profileOption())
    .option('--out <dir>', 'folder hasil (output folder)', 'build')
    .option('--draft', 'tetap tulis walau ada kesalahan (write in spite of errors)')
    .option('--html-only', 'hanya HTML, tanpa peramban (HTML alone, without a browser)')
    .option('--json', 'laporan JSON di keluaran standar (JSON report on standard output)')
    .addOption(languageOption())
    .addHelpText(
      'after',
      example('naskah build', 'naskah build skripsi --out hasil', 'naskah build --draft --json'),
    )
    .action(async (dir, options) => {
      const { buildCommand } = await import('./commands/build.ts')
      outcome.code = await buildCommand(context(options), dir, {
        ...options,
        draft: options.draft === true,
        htmlOnly: options.htmlOnly === true,
        json: options.json === true,
      })
    })

  naskah
    .command('lint')
    .summary('periksa kerangka, nomor, dan sitasi (check outline, numbers, citations)')
    .description('Memeriksa naskah tanpa mencetak. (Checks a thesis without printing it.)')
    .argument('[dir|files...]', 'folder atau berkas (folder or files)')
    .addOption(profileOption())
    .addOption(formatOption())
    .option('--fix', 'tulis perbaikan yang pasti benar (write the fixes that are always right)')
    .option('--dry-run', 'tampilkan perubahan --fix tanpa menulis (show what --fix would change)')
    .option('--max-warnings <n>', 'gagal bila peringatan lebih dari n (fail above n warnings)', wholeNumber)
    .addOption(languageOption())
    .addHelpText(
      'after',
      example(
        'naskah lint',
        'naskah lint chapters/01-pendahuluan.md',
        'naskah lint --fix --dry-run',
        'naskah lint --format json',
      ),
    )
    .action(async (targets: string[], options) => {
      const { lintCommand } = await import('./commands/lint.ts')
      outcome.code = await lintCommand(context(options), targets, options)
    })

  const cite = naskah
    .command('cite')
    .summary('periksa dan rapikan daftar pustaka (check and tidy the sources)')
    .description('Berkas pustaka: BibTeX, CSL-JSON, CSL-YAML, RIS. (Bibliography files.)')
    .helpCommand('help [perintah]', 'bantuan sebuah perintah (help for a command)')
    .addHelpText('after', example('naskah cite check', 'naskah cite format --check'))
  cite
    .command('check')
    .summary('semua masalah berkas pustaka (all problems of the sources)')
    .description(
      'Memeriksa berkas pustaka: entri rusak, kunci dan karya ganda, isian yang kurang, tahun, nama. (Checks the sources.)',
    )
    .argument('[dir|files...]', 'folder naskah atau berkas pustaka (thesis folder or bibliography files)')
    .addOption(formatOption())
    .option('--max-warnings <n>', 'gagal bila peringatan lebih dari n (fail above n warnings)', wholeNumber)
    .addOption(languageOption())
    .addHelpText(
      'after',
      example('naskah cite check', 'naskah cite check pustaka.bib', 'naskah cite check --format json'),
    )
    .action(async (targets: string[], options) => {
      const { citeCheckCommand } = await import('./commands/cite-check.ts')
      outcome.code = await citeCheckCommand(context(options), targets, options)
    })
  cite
    .command('format')
    .summary('rapikan berkas .bib (tidy .bib files)')
    .description(
      'Menulis ulang berkas .bib dengan rapi tanpa mengubah isinya: satu isian sebaris, lurus, berkurung. (Tidies .bib files; values stay as they are.)',
    )
    .argument('[dir|files...]', 'folder naskah atau berkas .bib (thesis folder or .bib files)')
    .option('--check', 'hanya periksa, tidak menulis (only check, write nothing)')
    .addOption(languageOption())
    .addHelpText('after', example('naskah cite format', 'naskah cite format --check chapters/pustaka.bib'))
    .action(async (targets: string[], options) => {
      const { citeFormatCommand } = await import('./commands/cite-format.ts')
      outcome.code = await citeFormatCommand(context(options), targets, { check: options.check === true })
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

function isTerminal(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && process.env.TERM !== 'dumb'
}

function takesColor(stream: NodeJS.WriteStream): boolean {
  return isTerminal(stream) && !process.env.NO_COLOR
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

function formatOption(): Option {
  return new Option('--format <format>', 'bentuk laporan (report format)')
    .choices(['pretty', 'json'])
    .default('pretty')
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('0, 1, 2, …')
  return Number(text)
}

function example(...lines: string[]): string {
  return `\nContoh (examples):\n${lines.map((line) => `  ${line}\n`).join('')}`
}

const EXAMPLES = example(
  'naskah init skripsi        naskah baru di folder skripsi (a new thesis)',
  'naskah build skripsi       PDF dan HTML di folder build',
  'naskah lint skripsi        periksa tanpa mencetak',
  'naskah cite check skripsi  periksa berkas pustaka',
  'naskah doctor              ada masalah? mulai di sini',
)
