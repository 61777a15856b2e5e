/** What is said of images that are shown all the same. */
import { message } from '../diagnostics.ts'
import type { Text } from '../model.ts'

export const hugeImage = message<{ path: string; width: number; height: number; megabytes: number }>({
  id: 'image/huge',
  severity: 'warning',
  title: { id: 'Gambar sangat besar', en: 'A very large image' },
  text: ({ path, width, height, megabytes }) => ({
    id: `“${path}” berukuran ${width} × ${height} px (${decimal(megabytes, ',')} MB) dan masuk ke PDF seutuhnya.`,
    en: `“${path}” is ${width} × ${height} px (${decimal(megabytes, '.')} MB) and goes into the PDF as it is.`,
  }),
  hint: () => ({
    id: 'Perkecil di editor gambar: 2000 px untuk gambar selebar halaman sudah lebih dari 300 titik per inci.',
    en: 'Make it smaller in an image editor: 2000 px across a page is more than 300 dots per inch.',
  }),
})

export const svgLeftOut = message<{ path: string; parts: readonly Text[] }>({
  id: 'image/svg-left-out',
  severity: 'warning',
  title: { id: 'Isi SVG yang tidak ditampilkan', en: 'Content of an SVG that is not shown' },
  text: ({ path, parts }) => ({
    id: `Yang ini di dalam “${path}” tidak ditampilkan: ${parts.map(({ id }) => id).join(', ')}.`,
    en: `This in “${path}” is not shown: ${parts.map(({ en }) => en).join(', ')}.`,
  }),
  hint: () => ({
    id: 'Skrip dan alamat di luar berkas tidak pernah dijalankan atau dimuat. Tanam gambarnya (embed), atau ekspor ulang sebagai SVG biasa atau PNG.',
    en: 'Scripts are never run and addresses outside the file never loaded. Embed the images, or export it anew as plain SVG or PNG.',
  }),
})

function decimal(megabytes: number, mark: string): string {
  return megabytes.toFixed(1).replace('.', mark)
}
