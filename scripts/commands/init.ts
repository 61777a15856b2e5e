/** `naskah init`: a starter thesis that builds as it is. */
import { join, resolve } from 'node:path'
import { diagnose } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import { templatePath } from '../templates.ts'
import { cannotWrite, folderNotEmpty } from './messages.ts'
import { type CommandContext, type ExitCode, exitCode } from './options.ts'
import { tellDiagnostics } from './tell.ts'

/** @param dir made when missing; a folder that already holds one of the starter's files is left as it is */
export async function initCommand(context: CommandContext, dir: string): Promise<ExitCode> {
  const { host, output, language } = context
  const target = resolve(host.cwd, dir)
  const names = await filesBelow(host, templatePath('starter'))
  const present: string[] = []
  for (const name of names) {
    if ((await host.kind(join(target, name))) !== undefined) present.push(name)
  }
  if (present.length > 0) {
    const diagnostics = [diagnose(folderNotEmpty, { folder: dir, files: present })]
    await tellDiagnostics(context, diagnostics, dir)
    return exitCode(diagnostics)
  }
  try {
    const files = await Promise.all(
      names.map(async (name) => ({
        path: join(target, name),
        data: await host.read(join(templatePath('starter'), name)),
      })),
    )
    await host.writeAll(files)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const diagnostics = [diagnose(cannotWrite, { path: dir, reason })]
    await tellDiagnostics(context, diagnostics, dir)
    return exitCode(diagnostics)
  }
  output.tell(NEXT_STEPS[language](dir, /\s/.test(dir) ? `"${dir}"` : dir, names))
  return 0
}

async function filesBelow(host: Host, folder: string, prefix = ''): Promise<string[]> {
  const entries = await host.list(join(folder, prefix))
  const names = await Promise.all(
    entries.map(({ name, kind }) =>
      kind === 'folder' ? filesBelow(host, folder, `${prefix}${name}/`) : [`${prefix}${name}`],
    ),
  )
  return names.flat()
}

/** `typed` is the folder as a shell takes it. */
const NEXT_STEPS = {
  id: (dir: string, typed: string, names: readonly string[]) =>
    `Naskah baru di “${dir}”:\n${names.map((name) => `  ${name}\n`).join('')}\nLangkah berikutnya:\n  1. isi data Anda di ${join(dir, 'naskah.yaml')}\n  2. naskah build ${typed}     PDF dan HTML di folder build\n  3. naskah lint ${typed}      memeriksa kerangka dan sitasi\n`,
  en: (dir: string, typed: string, names: readonly string[]) =>
    `A new thesis in “${dir}”:\n${names.map((name) => `  ${name}\n`).join('')}\nNext:\n  1. fill in ${join(dir, 'naskah.yaml')}\n  2. naskah build ${typed}     PDF and HTML in the folder build\n  3. naskah lint ${typed}      checks outline and citations\n`,
}
