import { describe, expect, it } from 'vitest'
import { chartOf, scaleOf } from './chart-geometry.ts'
import { figuresInWords, figuresOf, rowsOf, withUnit } from './figures.ts'

const figure = (year: number, value: number) => ({ key: String(year), year, value, asPublished: undefined })
const knows = {
  title: 'Families who know the site',
  unit: 'percent',
  baseline: { year: 2016, value: 24, asPublished: undefined },
  targets: [figure(2018, 80), figure(2017, 50)],
  results: [figure(2017, 41)],
} as const
const figures = figuresOf({ ...knows, targets: [...knows.targets], results: [...knows.results] })

describe('figures', () => {
  it('are in the order of their years and carry their unit', () => {
    expect(figures.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'baseline 24%',
      'target 50%',
      'result 41%',
      'target 80%',
    ])
    expect(withUnit(-0.7, 'score')).toBe('−0.7')
    expect(withUnit(1500, 'number')).toBe('1,500')
  })
  it('make a table in which a figure that nobody published is missing, not nought', () => {
    expect(rowsOf(figures)).toEqual([
      { year: 2016, target: undefined, result: '24%' },
      { year: 2017, target: '50%', result: '41%' },
      { year: 2018, target: '80%', result: undefined },
    ])
  })
  it('are said in words for those who do not see the chart', () => {
    expect(figuresInWords({ ...knows, targets: [...knows.targets], results: [] })).toBe(
      'Families who know the site. It began at 24% in 2016. Targets: 50% in 2017 and 80% in 2018. No result has been published.',
    )
  })
  it('keep what the source says where it says two numbers', () => {
    const [first] = figuresOf({
      unit: 'percent',
      baseline: { year: 2016, value: 18.2, asPublished: '18.2%/16%' },
      targets: [],
      results: [],
    })
    expect(first?.text).toBe('18.2%/16%')
  })
})

describe('a chart', () => {
  const chart = chartOf(figures, 'percent')
  it('has nothing to draw without figures', () => {
    expect(chartOf([], 'percent')).toBeUndefined()
  })
  it('puts years from left to right and higher figures higher, all inside its frame', () => {
    const marks = chart?.marks ?? []
    expect(marks.map(({ x }) => x)).toEqual(marks.map(({ x }) => x).toSorted((a, b) => a - b))
    const [began, target] = marks
    expect(target?.y).toBeLessThan(began?.y ?? 0)
    for (const { x, y, labelY } of marks) {
      expect(x).toBeGreaterThan(chart?.left ?? 0)
      expect(x).toBeLessThan(chart?.right ?? 0)
      expect(Math.min(y, labelY)).toBeGreaterThan(12)
      expect(Math.max(y, labelY)).toBeLessThan(250)
    }
  })
  it('writes the lower of two figures of one year below its mark, so that both can be read', () => {
    const of2017 = (chart?.marks ?? []).filter(({ label }) => label === '50%' || label === '41%')
    expect(of2017.map(({ y, labelY }) => labelY < y)).toEqual([true, false])
  })
  it('joins targets to where it began, and results too', () => {
    expect(chart?.targetLine.split(' ')).toHaveLength(3)
    expect(chart?.resultLine.split(' ')).toHaveLength(2)
  })
  it('of a single year stands in the middle', () => {
    const [mark] = chartOf(figures.slice(0, 1), 'percent')?.marks ?? []
    expect(mark?.x).toBe(215)
  })
})

describe('the scale', () => {
  it('has round steps with nought among them', () => {
    expect(scaleOf([24, 90])).toEqual([0, 25, 50, 75, 100])
    expect(scaleOf([-0.7, 0])).toEqual([-0.8, -0.6, -0.4, -0.2, 0])
    expect(scaleOf([156, 800])).toEqual([0, 200, 400, 600, 800])
    expect(scaleOf([0])).toEqual([0, 0.25, 0.5, 0.75, 1])
  })
})
