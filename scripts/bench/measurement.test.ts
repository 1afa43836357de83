import { describe, expect, it } from 'vitest'
import { measured, measurementTable, median, percentile } from './measurement.ts'

describe('a measurement', () => {
  it('is judged by its ratio to the baseline', () => {
    expect(measured({ name: 'build', value: 30.123, unit: 's', baseline: 20, bar: { atMost: 1.8 } })).toEqual(
      { name: 'build', value: 30.1, unit: 's', baseline: 20, ratio: 1.51, bar: '≤ 1.8 ×', ok: true },
    )
  })
  it('is judged by itself when there is nothing to compare it with', () => {
    expect(measured({ name: 'right on top', value: 88, unit: '%', bar: { atLeast: 90 } })).toEqual({
      name: 'right on top',
      value: 88,
      unit: '%',
      baseline: null,
      ratio: null,
      bar: '≥ 90 %',
      ok: false,
    })
  })
  it('is judged before it is rounded', () => {
    expect(
      measured({ name: 'build', value: 1.8001, unit: 's', baseline: 1, bar: { atMost: 1.8 } }),
    ).toMatchObject({
      ratio: 1.8,
      ok: false,
    })
  })
  it('may have no bar', () => {
    expect(measured({ name: 'pages', value: 5063, unit: 'pages' })).toMatchObject({ bar: null, ok: null })
  })
})

describe('a table of measurements', () => {
  it('has a row for each, blank where there is nothing to say', () => {
    const table = measurementTable([
      measured({ name: 'build', value: 30, unit: 's', baseline: 10, bar: { atMost: 1.8 } }),
      measured({ name: 'memory', value: 900, unit: 'MB' }),
    ])
    expect(table.split('\n')).toEqual([
      '| what   | ours   | baseline | ratio | bar     | kept |',
      '|--------|--------|----------|-------|---------|------|',
      '| build  | 30 s   | 10 s     | 3 ×   | ≤ 1.8 × | NO   |',
      '| memory | 900 MB |          |       |         |      |',
    ])
  })
})

describe('of several runs', () => {
  it('the middle one counts', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
    expect(() => median([])).toThrow('no median')
  })
  it('the slowest of most can be told', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect([percentile(hundred, 0.95), percentile([7], 0.95)]).toEqual([95, 7])
    expect(() => percentile([], 0.5)).toThrow('no percentile')
  })
})
