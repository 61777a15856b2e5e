/** Before any test: what runs inside the browser, and what the command line runs, is compiled from the present sources. */
import { refresh } from '../scripts/compile.mjs'

export default refresh
