/** `npm run check`: format, lint, types, type coverage, boundaries, dead code and forbidden patterns. */
import { existsSync } from 'node:fs'
import { runStep, runSteps, type Step } from './run-step.ts'

const productFolders = ['site', 'chat-server', 'cms', 'platform', 'scripts', 'tests']

const withoutTelemetry = { ASTRO_TELEMETRY_DISABLED: '1' }

/** Astro prints the types of the content collections, which the other checks need. */
const printTypes: Step = { name: 'types of the content', command: ['astro', 'sync'], env: withoutTelemetry }

function checks(): Step[] {
  const folders = productFolders.filter((folder) => existsSync(folder))
  return [
    {
      name: 'pages and components: astro check',
      command: ['astro', 'check', '--noSync', '--minimumFailingSeverity', 'warning'],
      env: withoutTelemetry,
    },
    { name: 'types: tsc', command: ['tsc', '-p', '.', '--noEmit'] },
    {
      name: 'type coverage: at least 99.5 %, strict',
      command: ['type-coverage', '-p', '.', '--strict', '--at-least', '99.5', '--detail'],
    },
    { name: 'format and lint: biome', command: ['biome', 'ci', '--colors=off', '--error-on-warnings', '.'] },
    {
      name: 'boundaries: dependency-cruiser',
      command: ['depcruise', '--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', ...folders],
    },
    {
      name: 'forbidden patterns, file names, imports of .astro files',
      command: ['node', 'scripts/check-source.ts'],
      keepOutput: true,
    },
    { name: 'dead code: knip', command: ['knip', '--no-progress'] },
  ]
}

/** Two at once: the smallest machine we test on has two cores. */
const results = [await runStep(printTypes), ...(await runSteps(checks(), 2))]
const failed = results.filter((result) => !result.passed)
console.log(`checks: ${results.length - failed.length} passed, ${failed.length} failed`)
if (failed.length > 0) process.exitCode = 1
