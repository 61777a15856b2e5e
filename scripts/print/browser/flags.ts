/** The browser's command line. Web security stays on, and so does the sandbox wherever the system allows it. */

/** Quiet, offline by itself, alike on every machine. */
const ALWAYS = [
  // The shell of old; in Chrome 132 and later, which has no shell, the new one.
  '--headless',
  // Spoken to through two pipes of ours: no port that others could reach, and the browser ends when we do.
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-quic',
  '--disable-sync',
  '--disable-features=Translate,MediaRouter,OptimizationHints,DialMediaRouteProvider',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  // The page is laid out in the background, at full speed.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // Paper has no graphics card, no scroll bars and no screen to hint glyphs for.
  '--disable-gpu',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  // Bookmarks in the PDF.
  '--generate-pdf-document-outline',
]

/** Two processes fewer: 90 ms sooner at a page, 50 ms sooner gone. */
const FEWER_PROCESSES = ['--enable-features=NetworkServiceInProcess2', '--in-process-gpu']

interface FlagOptions {
  /** An empty folder of this run alone. */
  readonly profile: string
  readonly sandbox: boolean
  readonly platform: NodeJS.Platform
}

/** All arguments of the browser, the page it opens with last. */
export function browserFlags({ profile, sandbox, platform }: FlagOptions): string[] {
  return [
    ...ALWAYS,
    // Containers give /dev/shm 64 MB, too little for a thesis.
    ...(platform === 'linux' ? ['--disable-dev-shm-usage', ...FEWER_PROCESSES] : []),
    ...(sandbox ? [] : ['--no-sandbox']),
    `--user-data-dir=${profile}`,
    'about:blank',
  ]
}
