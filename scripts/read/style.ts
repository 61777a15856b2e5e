/** A citation style by path: a `.csl` file in the thesis folder. */
import { diagnose, type Where } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Outcome, SourceFile } from '../model.ts'
import { missingFile, outsideFolder } from './messages.ts'
import { insideFolder, readText } from './text.ts'

/** @returns the file of the style when `name` is a path, and `name` itself when it is a name */
export async function readStyleFile(
  host: Host,
  folder: string,
  name: string,
  where: Where,
): Promise<Outcome<string | SourceFile | undefined>> {
  // A page saved by mistake or a file of terms is read too: what is wrong with it is told by what it holds.
  if (!/\.(csl|xml|html?)$/i.test(name)) return { value: name, diagnostics: [] }
  const target = await insideFolder(host, folder, name)
  if (target === undefined) {
    return { value: undefined, diagnostics: [diagnose(outsideFolder, { path: name }, where)] }
  }
  if ((await host.kind(target)) !== 'file') {
    return { value: undefined, diagnostics: [diagnose(missingFile, { path: name, near: [] }, where)] }
  }
  return await readText(host, target, name)
}
