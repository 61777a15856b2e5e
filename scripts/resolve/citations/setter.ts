/** Sets citations beside the work of the main thread, or finds them as an earlier build has set them. */
import { Worker } from 'node:worker_threads'
import { type Cache, recallOrMake } from '../../cache/index.ts'
import type { Host } from '../../host.ts'
import { compiledPath } from '../../templates.ts'
import { indonesianLocale } from './locale-id.ts'
import type { Typeset, TypesetJob } from './typeset.ts'

export interface CitationSetter {
  /** Rejects when the thread dies, or is ended by {@link close}. */
  set(job: TypesetJob): Promise<Typeset>
  /** Ends what still runs. */
  close(): Promise<void>
}

const WORKER = 'cite-worker.js'
export function citationSetter(host: Host, cache: Cache): CitationSetter {
  const workers = new Set<Worker>()
  const setNow = async (job: TypesetJob) => {
    const worker = new Worker(compiledPath(WORKER), { workerData: job })
    workers.add(worker)
    const done = await resultOf(worker)
    workers.delete(worker)
    return done
  }
  return {
    async set(job) {
      // Parts it shares with others are named in it by their content.
      const program = await host.read(compiledPath(WORKER))
      return recallOrMake(cache, { program, facts: { job, locale: indonesianLocale() } }, () => setNow(job))
    },
    close: async () => {
      await Promise.all([...workers].map((worker) => worker.terminate()))
    },
  }
}

function resultOf(worker: Worker): Promise<Typeset> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread that sets citations ended without a result.')))
  })
}
