/** Fonts that a computer has and the program has not. */
import type { Page as BrowserPage } from 'puppeteer'

/** Can the browser draw with a font of that name? Then the width of its letters does not hang on what stands in for it. */
export function isInstalled(browserPage: BrowserPage, family: string): Promise<boolean> {
  return browserPage.evaluate((name) => {
    const context = document.createElement('canvas').getContext('2d')
    const widths = ['monospace', 'serif', 'sans-serif'].map((other) => {
      if (!context) return 0
      context.font = `72px "${name.replaceAll('"', '')}",${other}`
      return context.measureText('mmmmmmmmmmlliIWQ').width
    })
    return new Set(widths).size === 1
  }, family)
}
