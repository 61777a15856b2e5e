import { defineConfig } from 'vitest/config'

/** `--mode slow` runs the slow tests, `--mode bench` what measures, any other mode the rest. */
export default defineConfig(({ mode }) => {
  const slow = mode === 'slow' || mode === 'bench'
  return {
    test: {
      include: [slow ? `tests/${mode}/**/*.test.ts` : 'tests/**/*.test.ts'],
      exclude: slow ? [] : ['tests/slow/**', 'tests/bench/**'],
      globalSetup: 'tests/compile.mjs',
      setupFiles: 'tests/fixed-seed.ts',
      pool: 'threads',
      // The program keeps nothing in its modules, so files may share what they have loaded.
      isolate: false,
      // A browser waits much of its time; but what measures is to be alone.
      maxWorkers: mode === 'bench' ? 1 : '100%',
      testTimeout: slow ? 300_000 : 20_000,
      hookTimeout: slow ? 300_000 : 30_000,
    },
  }
})
