import type { Measurement } from './measurement.ts'

/**
 * Measures ours and a baseline alternately in one run. What it is doing goes to `say`, a line at a time, so that whoever
 * waits sees it; what it makes on disk stands under `workDir`, which goes when the benchmark ends.
 */
export type Benchmark = (context: BenchmarkContext) => Promise<Measurement[]>

export interface BenchmarkContext {
  readonly say: (line: string) => void
  /** An empty folder of its own, absolute. */
  readonly workDir: string
  /** The checkout that is measured, absolute. */
  readonly root: string
}
