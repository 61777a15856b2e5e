/** Fonts that a computer has and the program has not. */
import type { Page as BrowserPage } from 'puppeteer'
import { ownFontSource } from '../fonts/own-font.ts'

/** Has the computer a font of that very name? What the system would take for it does not count. */
export function isInstalled(browserPage: BrowserPage, family: string): Promise<boolean> {
  return browserPage.evaluate(
    (source) =>
      new FontFace('asked', source).load().then(
        () => true,
        () => false,
      ),
    ownFontSource(family),
  )
}
