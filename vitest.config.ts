import { defineConfig } from 'vitest/config'

/** Each test file has a process of its own: databases, ports and working folders never meet. */
const shared = {
  pool: 'forks',
  globalSetup: ['tests/support/postgres-files.setup.ts'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
  allowOnly: false,
} as const

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{site,chat-server,cms,platform,scripts}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...shared,
          name: 'contract',
          include: ['tests/{contract,a11y,support}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: [...shared.globalSetup, 'tests/faults/print-table.ts'],
          testTimeout: 180_000,
        },
      },
    ],
  },
})
