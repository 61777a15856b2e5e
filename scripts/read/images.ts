/** Reads the images a thesis shows; each that is missing, outside the folder or no image is reported at its place. */

import { visit } from 'unist-util-visit'
import { diagnose, type Message, nearest, type Where } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Chapter, Diagnostic, ImageFile, Outcome, PartChoices } from '../model.ts'
import { placesIn } from '../places.ts'
import { imageFindings } from './image-findings.ts'
import { badImage, missingImage, outsideFolder, remoteImage } from './messages.ts'
import { decodedPath, namesBeside } from './paths.ts'
import { badPdf, lockedPdf, noSuchPdfPage } from './pdf-messages.ts'
import { chosenPages, pdfPages } from './pdf-pages.ts'
import { insideFolder } from './text.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
}

const DATA = /\.(?:csv|tsv)$/i
const PDF = /\.pdf$/i
/** Which pages of a PDF are meant. */
const PDF_FRAGMENT = /(?<=\.pdf)#page=/i

const HTML_IMAGE = /<img\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi

/** An image somebody asks for, and where. */
interface WantedImage {
  /** As written. */
  readonly url: string
  readonly where: Where
}

/** The images of parsed files, those by reference (`![Peta][peta]`) at the address their definition gives. */
export function imagesOf(files: readonly Chapter[]): WantedImage[] {
  const wanted: WantedImage[] = []
  for (const { path, tree } of files) {
    const addresses = new Map<string, string>()
    visit(tree, 'definition', ({ identifier, url }) => {
      if (!addresses.has(identifier)) addresses.set(identifier, url)
    })
    visit(tree, (node) => {
      const url =
        node.type === 'image'
          ? node.url
          : node.type === 'imageReference'
            ? addresses.get(node.identifier)
            : undefined
      const where = { file: path, place: node.position }
      // A table of data is written like an image.
      if (url !== undefined && !DATA.test(url)) wanted.push({ url, where })
      if (node.type !== 'html') return
      for (const [, address] of node.value.matchAll(HTML_IMAGE))
        if (address) wanted.push({ url: address, where })
    })
  }
  return wanted
}

/** The scanned pages, and the images of pages an author wrote in HTML, save those whose address the page's data gives. */
export function imagesOfPages({ pages, partials, scans }: PartChoices): WantedImage[] {
  const scanned = [...scans.values()].flat().map(({ url, ...where }) => ({ url, where }))
  const inPages = [...pages.values(), ...partials.values()].flatMap(({ path, text }) => {
    const places = placesIn(text)
    return [...text.matchAll(HTML_IMAGE)].flatMap(([tag, url], nth, all): WantedImage[] => {
      if (url === undefined || url.includes('{{')) return []
      const from = all[nth]?.index ?? 0
      return [{ url, where: { file: path, place: places([from, from + tag.length]) } }]
    })
  })
  return [...inPages, ...scanned]
}

/** @returns the images by address as written; each faulty one is told at every place that asks for it */
export async function readImages(
  host: Host,
  folder: string,
  wanted: readonly WantedImage[],
): Promise<Outcome<Map<string, ImageFile>>> {
  const images = new Map<string, ImageFile>()
  const diagnostics: Diagnostic[] = []
  // Of one file several pages may be asked for at several places.
  const files = new Map<string, Uint8Array>()
  for (const { url, where } of wanted) {
    if (images.has(url)) continue
    const image = await readImage(host, folder, url, where, files)
    if (image.value) images.set(url, image.value)
    diagnostics.push(...image.diagnostics)
  }
  return { value: images, diagnostics }
}

async function readImage(
  host: Host,
  folder: string,
  url: string,
  where: Where,
  files: Map<string, Uint8Array>,
): Promise<Outcome<ImageFile | undefined>> {
  const faulty = <Facts>(about: Message<Facts>, facts: Facts, expected?: string) => ({
    value: undefined,
    diagnostics: [diagnose(about, facts, { ...where, expected })],
  })
  if (/^[a-z][a-z\d+.-]+:|^\/\//i.test(url)) return faulty(remoteImage, { url })
  const [address = '', wanted] = url.split(PDF_FRAGMENT)
  const path = decodedPath(address)
  const target = await insideFolder(host, folder, path)
  if (target === undefined) return faulty(outsideFolder, { path })
  if ((await host.kind(target)) !== 'file') {
    const near = nearest(path, await namesBeside(host, folder, path))
    return faulty(missingImage, { path, near }, near[0])
  }
  const data = files.get(target) ?? (await host.read(target).catch(() => new Uint8Array()))
  files.set(target, data)
  if (PDF.test(path)) {
    const found = await pdfPages(data)
    if ('fault' in found)
      return found.fault === 'locked'
        ? faulty(lockedPdf, { path })
        : faulty(badPdf, { path, bytes: data.length })
    const pages = chosenPages(found.pages, wanted)
    const [first] = pages ?? []
    if (!pages || !first)
      return faulty(noSuchPdfPage, { path, wanted: wanted ?? '', count: found.pages.length })
    const { width, height } = first
    return { value: { data, mediaType: 'application/pdf', width, height, pages }, diagnostics: [] }
  }
  const found = await measure(data)
  const mediaType = found?.type && MEDIA_TYPES[found.type]
  if (!found || !mediaType) return faulty(badImage, { path, bytes: data.length })
  const value = { data, mediaType, width: found.width, height: found.height }
  return { value, diagnostics: imageFindings(path, value, where) }
}

async function measure(data: Uint8Array) {
  const { imageSize } = await import('image-size')
  try {
    return imageSize(data)
  } catch {
    return undefined
  }
}
