import { defineConfig } from 'vitest/config'

/** Each test file has a process of its own: databases, ports and working folders never meet. */
const shared = {
  pool: 'forks',
  testTimeout: 20_000,
  hookTimeout: 60_000,
  allowOnly: false,
} as const

const postgresFiles = 'tests/support/postgres-files.setup.ts'

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          globalSetup: [postgresFiles],
          include: ['{site,chat-server,cms,platform,scripts}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...shared,
          name: 'contract',
          globalSetup: [postgresFiles],
          include: ['tests/{contract,a11y,support}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: [postgresFiles, 'tests/faults/print-table.ts'],
          testTimeout: 180_000,
        },
      },
    ],
  },
})
