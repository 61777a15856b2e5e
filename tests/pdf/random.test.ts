/** Some of the random theses of `tests/slow`: notes at the foot of their page, contents that are true, nothing lost. */
import { testBatch } from './random-batch.ts'

testBatch({ seeds: { from: 1, count: 4 }, size: { chapters: 2, blocks: 16 }, readEvery: 2 })
