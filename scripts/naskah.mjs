#!/usr/bin/env node
/** The command `naskah`. In a checkout it runs the present sources; in an installed package, what was shipped. */
import { existsSync, readFileSync } from 'node:fs'

const NOT_COMPILED = `Sumber program tidak dapat dikompilasi; lihat galat esbuild di atas.
The sources of the program do not compile; see esbuild's error above.`

const NOT_INSTALLED = `Paket yang diperlukan belum terpasang. Jalankan dahulu: npm ci
The packages it needs are not installed. Run this first: npm ci`

const FAULT = `Ini kesalahan Naskah, bukan kesalahan Anda. Tolong laporkan bersama teks berikut:
This is a fault of Naskah, not yours. Please report it together with this text:`

const inCheckout = existsSync(new URL('./cli.ts', import.meta.url))
const words = process.argv.slice(2)

try {
  // Asked for nothing else, the version needs nothing compiled and nothing loaded.
  if (words.length === 1 && ['-V', '--version'].includes(words[0])) console.log(version())
  else process.exitCode = await start()
} catch (error) {
  if (inCheckout && error.name === 'CompileError') console.error(NOT_COMPILED)
  else if (inCheckout && isNotInstalled(error)) console.error(`${NOT_INSTALLED}\n(${error.message})`)
  else console.error(`${FAULT}\n${error?.stack ?? error}`)
  process.exitCode = 2
}

async function start() {
  if (inCheckout) await (await import('./compile.mjs')).refresh()
  const { run } = await import('../dist/cli.js')
  return run(words)
}

function version() {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}

/** Is a package missing, and not a file of the program itself? */
function isNotInstalled(error) {
  if (error.name === 'NotInstalledError') return true
  return error.code === 'ERR_MODULE_NOT_FOUND' && /^Cannot find package /.test(error.message)
}
