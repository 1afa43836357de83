import { describe, expect, it } from 'vitest'
import { brandPalette, brandProblem, contrastOf, enoughContrast } from './contrast.ts'

describe('the contrast of two colours', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastOf('#0b5a5e', '#0b5a5e')).toBe(1)
  })
  it('is that of the WCAG examples, whichever comes first', () => {
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrastOf('#ffffff', '#777777')).toBeCloseTo(4.48, 2)
  })
})

describe('a council’s brand colour', () => {
  it('is taken when it can be read on white and on its tint', () => {
    expect(brandProblem('#0b5a5e')).toBeUndefined()
    expect(brandProblem('#000000')).toBeUndefined()
  })
  it.each(['#ffdd00', '#ff7f00', '#777777', '#ffffff'])('%s is refused, with one that would do', (brand) => {
    const sentence = brandProblem(brand) ?? ''
    expect(sentence).toContain(`brandColour: ${brand} has a contrast of`)
    const advised = /(#[0-9a-f]{6}) would do/.exec(sentence)?.[1] ?? ''
    expect(brandProblem(advised)).toBeUndefined()
  })
  it('is refused when only its tint is too close', () => {
    expect(contrastOf('#0078b4', '#ffffff')).toBeGreaterThan(enoughContrast)
    expect(brandProblem('#0078b4')).toContain('against its own tint')
  })
  it('has a light twin for dark pages', () => {
    expect(contrastOf(brandPalette('#0b5a5e').onDark, '#12181f')).toBeGreaterThanOrEqual(7)
  })
})
