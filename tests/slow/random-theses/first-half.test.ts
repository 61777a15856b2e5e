import { testBatch } from '../../pdf/random-batch.ts'

testBatch({ seeds: { from: 1001, count: 200 }, size: { chapters: 2, blocks: 18 }, readEvery: 10 })
