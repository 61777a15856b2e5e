/** The browser that lays out and prints. */
export { diskHost } from '../../host.ts'
export { type FoundBrowser, findBrowser } from './find.ts'
export { type LaunchedBrowser, type LaunchOptions, launchBrowser } from './launch.ts'
