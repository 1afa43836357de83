import type { Benchmark } from './benchmark.ts'

export const measureSite: Benchmark = async () => []
