/** Holds what ARCHITECTURE.md says of the source tree: who may import whom, and which file owns which dependency. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)))
const STAGES = ['read', 'resolve', 'check', 'render', 'print']
/** What every stage may build upon. */
const GROUND = [
  'model.ts',
  'diagnostics.ts',
  'host.ts',
  'schema',
  'numerals.ts',
  'places.ts',
  'words.ts',
  'csl-item.ts',
  'templates.ts',
  'fonts',
  'cache',
]

/** Folder or file directly below `scripts/` -> those it may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // `model.ts` is what the rest imports; its parts are in `model/`.
  'model.ts': ['model'],
  model: [],
  'numerals.ts': [],
  'places.ts': ['model.ts'],
  'csl-item.ts': ['model.ts'],
  'words.ts': [],
  'templates.ts': [],
  'stopwatch.ts': [],
  'host.ts': [],
  fonts: ['host.ts'],
  cache: ['host.ts'],
  'diagnostics.ts': ['model.ts'],
  schema: ['model.ts'],
  read: GROUND,
  resolve: GROUND,
  check: GROUND,
  render: GROUND,
  print: GROUND,
  report: ['model.ts', 'diagnostics.ts'],
  'citing.ts': [...GROUND, 'read', 'resolve'],
  // The thesis as the pipeline knows it is a type of the pipeline's.
  'drawing.ts': [...GROUND, 'print', 'render', 'stopwatch.ts', 'pipeline.ts'],
  'pipeline.ts': [...GROUND, ...STAGES, 'stopwatch.ts', 'citing.ts', 'drawing.ts'],
  // `doctor` asks single stages whether they are able to work, and `build` starts the browser before the pipeline runs.
  commands: [...GROUND, ...STAGES, 'report', 'pipeline.ts', 'stopwatch.ts'],
  'cli.ts': ['commands', 'model.ts', 'host.ts'],
  // The front door for other programs: the plugins of the stages, and the types of their nodes.
  'index.ts': ['model.ts', 'diagnostics.ts', 'read', 'resolve', 'check'],
  // Makes docs/rules.md and the JSON Schema: no part of the program that is run.
  docs: [...GROUND, ...STAGES, 'report', 'commands'],
}

const LONGEST_FILE = 300

/**
 * Dependency -> the files (or folders) that import it. One owner each, so that a new major version or another package
 * touches one place. `types` may be named more widely: they vanish when the program is compiled.
 */
const OWNERS: Readonly<Record<string, { readonly owners: readonly string[]; readonly types?: string }>> = {
  '@citation-js/core': { owners: ['read/bibliography/bibtex-items.ts'] },
  '@citation-js/plugin-bibtex': { owners: ['read/bibliography/bibtex-items.ts'] },
  // Two data files of it: the APA style and the English terms.
  '@citation-js/plugin-csl': {
    owners: ['resolve/citations/styles/apa.ts', 'resolve/citations/engine.ts'],
  },
  // How many pages a PDF has and how large they are, and the pages themselves.
  '@cantoo/pdf-lib': { owners: ['read/pdf-pages.ts', 'print/pdf/inserted-pages.ts'] },
  '@fontsource/tinos': { owners: ['fonts'] },
  '@fontsource-variable/noto-serif-sc': { owners: ['fonts'] },
  '@fontsource/amiri': { owners: ['fonts'] },
  '@fontsource/cousine': { owners: ['fonts'] },
  '@fontsource/noto-serif-thai': { owners: ['fonts'] },
  '@fontsource/stix-two-math': { owners: ['fonts'] },
  '@sparticuz/chromium': { owners: ['print/browser/npm-chromium.ts'] },
  '@valibot/to-json-schema': { owners: ['docs/config-schema.ts'] },
  citeproc: { owners: ['resolve/citations/engine.ts'] },
  commander: { owners: ['cli.ts'] },
  'csv-parse': { owners: ['read/csv.ts'] },
  // Anchors in the document, and the file name of the outputs, which must be as harmless.
  'github-slugger': { owners: ['resolve', 'commands/build.ts'] },
  // Templates and pictures; what temml writes.
  'hast-util-from-html': { owners: ['render', 'resolve/math/mathml.ts'] },
  'image-size': { owners: ['read/images.ts'] },
  'micromark-util-character': { owners: ['read/markdown'] },
  // How addresses of images come out of the Markdown.
  'micromark-util-sanitize-uri': { owners: ['render/images.ts'] },
  'micromark-util-symbol': { owners: ['read/markdown'] },
  lowlight: { owners: ['resolve/code/highlight.ts'] },
  temml: { owners: ['resolve/math/temml.ts'] },
  'micromark-util-types': { owners: [], types: 'read/markdown' },
  'mdast-util-from-markdown': { owners: [], types: 'read/markdown' },
  // What it makes of a list is made further.
  'mdast-util-to-hast': { owners: ['render/handlers/blocks.ts'], types: 'render/handlers' },
  // Its files are found by their path and run inside a page; types of it describe what the page's script calls.
  mermaid: { owners: ['print/diagrams/mermaid.ts'], types: 'print/diagrams/in-page' },
  mustache: { owners: ['render/front/mustache.ts'] },
  puppeteer: { owners: ['print/browser/launch.ts'], types: 'print' },
  // What `puppeteer` itself is made of.
  'puppeteer-core': { owners: ['print/browser/launch.ts'] },
  'rehype-raw': { owners: ['render/markdown.ts'] },
  // The plugin in the chain, and the schema it takes.
  'rehype-sanitize': { owners: ['render/markdown.ts', 'render/sanitize.ts', 'render/front'] },
  'rehype-stringify': { owners: ['render/index.ts'] },
  'remark-frontmatter': { owners: ['read/markdown/index.ts'] },
  'remark-gfm': { owners: ['read/markdown/index.ts'] },
  'remark-parse': { owners: ['read/markdown/index.ts'], types: 'read/markdown' },
  'remark-rehype': { owners: ['render/markdown.ts'] },
  valibot: { owners: ['schema', 'read/shape.ts'] },
  // The user's YAML, with places; the other two read data of the program itself, where a fault is the program's.
  yaml: { owners: ['read/yaml.ts', 'read/parts.ts', 'render/front/words.ts'] },
}
/** The common tongue of unified: used wherever a tree is. */
const EVERYWHERE = [
  'hast',
  'mdast',
  'unified',
  'vfile',
  'vfile-message',
  'unist-util-visit',
  'mdast-util-to-string',
  'hast-util-to-string',
]

interface Import {
  /** File below `scripts/`, with `/`. */
  readonly from: string
  /** A package or, resolved, a file below `scripts/`. */
  readonly to: string
  readonly typeOnly: boolean
}

const files = readdirSync(join(ROOT, 'scripts'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(sep).join('/'))
  .filter((name) => name.endsWith('.ts'))
const texts = new Map(files.map((file) => [file, readFileSync(join(ROOT, 'scripts', file), 'utf8')]))
const imports = files.flatMap((file) => importsOf(file, texts.get(file) ?? ''))
const local = imports.filter(({ to }) => to.endsWith('.ts'))
const packages = imports.filter(({ to }) => !to.endsWith('.ts'))

function importsOf(from: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const statements = [...code.matchAll(/^(?:import|export)\b(\s+type\b)?[^'"]*?\bfrom\s+'([^']+)'/gm)]
  const bare = [...code.matchAll(/^import\s+'([^']+)'/gm)]
  const dynamic = [...code.matchAll(/(\btypeof\s+)?\bimport\('([^']+)'\)(?=(\.[A-Z]\w*\b(?!\())?)/g)]
  // Packages of CommonJS and data files of packages: `createRequire(import.meta.url)('…')`, `require.resolve('…')`.
  const required = [...code.matchAll(/(?:\brequire|\bresolve|import\.meta\.url\))\('([^'.][^']*)'/g)]
  const named = [...code.matchAll(/^const PACKAGE = '([^']+)'|\bpackage: '([^']+)'/gm)]
  return [
    ...statements.map(([, type, to = '']) => ({ to, typeOnly: type !== undefined })),
    ...bare.map(([, to = '']) => ({ to, typeOnly: false })),
    ...dynamic.map(([, type, to = '', member]) => ({ to, typeOnly: type !== undefined || Boolean(member) })),
    ...[...required, ...named].map(([, to, other = '']) => ({ to: to ?? other, typeOnly: false })),
  ]
    .filter(({ to }) => !to.startsWith('node:'))
    .map(({ to, typeOnly }) => ({ from, to: target(from, to), typeOnly }))
}

/** `./x.ts` becomes a path below `scripts/`; of a package its name stays. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(dirname(from), specifier)
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** The folder or file directly below `scripts/`. */
function place(file: string): string {
  return file.split('/')[0] ?? file
}

function isIn(file: string, owner: string): boolean {
  return file === owner || file.startsWith(`${owner}/`)
}

describe('the direction of imports', () => {
  it('reads the imports at all', () => {
    expect(local).toContainEqual({ from: 'cli.ts', to: 'commands/build.ts', typeOnly: false })
    expect(local).toContainEqual({ from: 'pipeline.ts', to: 'model.ts', typeOnly: true })
    const citeproc = { from: 'resolve/citations/engine.ts', to: 'citeproc', typeOnly: false }
    expect(packages).toContainEqual(citeproc)
  })

  it('lets every part import only what stands below it', () => {
    const wrong = local.filter(
      ({ from, to }) => place(from) !== place(to) && !MAY_IMPORT[place(from)]?.includes(place(to)),
    )
    expect(wrong).toEqual([])
  })

  it('has a rule for every folder and file, and no rule for what is gone', () => {
    expect(Object.keys(MAY_IMPORT).sort()).toEqual([...new Set(files.map(place))].sort())
  })

  it('keeps stages and reporters apart', () => {
    const apart = [...STAGES, 'report']
    const crossing = local.filter(
      ({ from, to }) => place(from) !== place(to) && apart.includes(place(from)) && apart.includes(place(to)),
    )
    expect(crossing).toEqual([])
  })

  it('imports nothing but files that are there', () => {
    expect(local.filter(({ to }) => !texts.has(to))).toEqual([])
  })

  it('goes in no circle', () => {
    const next = new Map<string, string[]>()
    for (const { from, to, typeOnly } of local) {
      if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to])
    }
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (done.has(file) || path.includes(file)) return
      for (const to of next.get(file) ?? []) walk(to, [...path, file])
      done.add(file)
    }
    for (const file of files) walk(file, [])
    expect(circles).toEqual([])
  })
})

describe('dependencies', () => {
  it('have one owner each', () => {
    const wrong = packages.filter(({ from, to, typeOnly }) => {
      if (EVERYWHERE.includes(to)) return false
      const rule = OWNERS[to]
      if (typeOnly && rule?.types !== undefined && isIn(from, rule.types)) return false
      return !rule?.owners.some((owner) => isIn(from, owner))
    })
    expect(wrong).toEqual([])
  })

  it('are declared, each of them used', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const shipped = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })
    const run = new Set(packages.filter(({ typeOnly }) => !typeOnly).map(({ to }) => to))
    // The generators of the docs run in a checkout alone.
    const undeclared = [...run].filter(
      (name) => !shipped.includes(name) && name !== '@valibot/to-json-schema',
    )
    expect(undeclared).toEqual([])
    // `@types/mdast` is used where `mdast` is: the types that are shipped name it.
    const imported = (name: string) => packages.some(({ to }) => to === name || `@types/${to}` === name)
    expect(shipped.filter((name) => !imported(name))).toEqual([])
  })

  it('have no rule left over', () => {
    expect(Object.keys(OWNERS).filter((name) => !packages.some(({ to }) => to === name))).toEqual([])
  })
})

describe('the shape of the sources', () => {
  it('keeps files short', () => {
    const long = files.filter((file) => (texts.get(file) ?? '').split('\n').length - 1 > LONGEST_FILE)
    expect(long).toEqual([])
  })

  it('has no drawer for odds and ends', () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\.ts|\/)/.test(file))).toEqual(
      [],
    )
  })

  it('is on the map: ARCHITECTURE.md names every folder and every file directly below scripts/', () => {
    const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
    const folders = files.map(dirname).filter((folder) => folder !== '.')
    const parents = folders.flatMap((folder) => folder.split('/').map((_, at, all) => all.slice(0, at + 1)))
    const names = new Set([
      ...parents.map((steps) => `${steps.join('/')}/`),
      ...files.filter((file) => !file.includes('/')),
    ])
    expect([...names].filter((name) => !text.includes(name))).toEqual([])
  })
})
