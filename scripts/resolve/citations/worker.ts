/** Runs in a thread of its own, while the browser starts and the rest of the thesis is read: sets the citations of one job. */
import { parentPort, workerData } from 'node:worker_threads'
import { type TypesetJob, typeset } from './typeset.ts'

parentPort?.postMessage(typeset(workerData as TypesetJob))
