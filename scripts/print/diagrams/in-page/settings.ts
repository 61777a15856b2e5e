/** How mermaid draws here: black on white, words as text, nothing that could act. */
import type { MermaidConfig } from 'mermaid'

/** How wide what fills its page is drawn (gantt charts), in px: about the text of a thesis. */
const WIDTH = 560

/** What a diagram cannot change by itself, in `%%{init: …}%%` or its front matter: safety, fonts and colours. */
const OURS = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'htmlLabels',
  'fontFamily',
  'altFontFamily',
  'fontSize',
  'theme',
  'themeVariables',
  'themeCSS',
  'look',
  'handDrawnSeed',
  'deterministicIds',
  'deterministicIDSeed',
  'arrowMarkerAbsolute',
  'dompurifyConfig',
  'textPlacement',
  'useMaxWidth',
  'useWidth',
]

const INK = '#000000'
const PAPER = '#ffffff'
const LINE = '#555555'
/** Side by side, two are told apart in print. */
const GREYS = ['#e8e8e8', '#cfcfcf', '#dcdcdc', '#c2c2c2', '#f0f0f0', '#d5d5d5']
const SLICES = ['#f7f7f7', '#8c8c8c', '#cfcfcf', '#6b6b6b', '#e3e3e3', '#ababab']
/** As many as mermaid has names for. */
const SCALE = 12

function scale(name: string, values: readonly string[], from = 0): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: SCALE }, (_, at) => [`${name}${at + from}`, values[at % values.length] ?? INK]),
  )
}

/** The neutral theme is made for screens: here without dark areas, and lines are dark enough for paper. */
const COLOURS = {
  noteBkgColor: PAPER,
  noteTextColor: INK,
  noteBorderColor: LINE,
  actorBorder: LINE,
  actorLineColor: LINE,
  labelBoxBorderColor: LINE,
  edgeLabelBackground: PAPER,
  actorTextColor: INK,
  signalTextColor: INK,
  labelTextColor: INK,
  loopTextColor: INK,
  textColor: INK,
  titleColor: INK,
  ...scale('cScale', GREYS),
  ...scale('cScaleLabel', [INK]),
  ...scale('cScalePeer', [LINE]),
  ...scale('cScaleInv', [LINE]),
  ...scale('fillType', GREYS),
  ...scale('git', ['#9a9a9a', '#555555', '#c2c2c2']),
  ...scale('gitBranchLabel', [INK, PAPER, INK]),
  ...scale('actor', GREYS),
  ...scale('pie', SLICES, 1),
  critBkgColor: '#dcdcdc',
  critBorderColor: INK,
  radar: { graticuleColor: '#dedede', axisColor: LINE },
  xyChart: { plotColorPalette: '#bdbdbd, #333333, #8a8a8a, #d9d9d9' },
}

/** What no variable says. */
const RULES = `
  .edgeLabel rect { fill: ${PAPER} !important; opacity: 1 !important; }
  text[class*="taskText"] { fill: ${INK} !important; }
  .legend rect { stroke: ${LINE} !important; }
  .grid .tick line { stroke: #d4d4d4; }
  text.journey-section { fill: ${INK} !important; }
  .mindmap-node > .label[transform^="translate(0,"] text { text-anchor: middle; }
`

export const SETTINGS: MermaidConfig = {
  startOnLoad: false,
  logLevel: 'fatal',
  securityLevel: 'strict',
  secure: OURS,
  suppressErrorRendering: true,
  maxTextSize: 50_000,
  maxEdges: 500,
  deterministicIds: true,
  deterministicIDSeed: 'naskah',
  handDrawnSeed: 1,
  htmlLabels: false,
  fontFamily: 'Tinos, "Times New Roman", Times, serif',
  theme: 'neutral',
  themeVariables: COLOURS,
  themeCSS: RULES,
  gantt: { useWidth: WIDTH },
}
