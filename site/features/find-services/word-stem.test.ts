import { expect, it } from 'vitest'
import { stemOf } from './word-stem.ts'

it('gives the forms of a word one stem', () => {
  for (const forms of [
    ['therapy', 'therapies'],
    ['swim', 'swims', 'swimming'],
    ['disabled', 'disability', 'disabilities'],
    ['care', 'cares', 'caring', 'cared'],
    ['assess', 'assessed', 'assessing', 'assessment', 'assessments'],
    ['refuse', 'refused', 'refusing'],
    ['counsel', 'counselling', 'counselled'],
    ['nursery', 'nurseries'],
    ['bully', 'bullied', 'bullying'],
  ])
    expect(new Set(forms.map(stemOf)).size, forms.join(' ')).toBe(1)
})

it('keeps words apart that only look alike', () => {
  for (const [one, other] of [
    ['car', 'care'],
    ['sing', 's'],
    ['bus', 'busy'],
    ['school', 'schol'],
  ] as const)
    expect(stemOf(one)).not.toBe(stemOf(other))
})

it('leaves alone what is no English word', () => {
  for (const word of ['m33', 's&lt', 'of', 'crèches']) expect(stemOf(word)).toBe(word)
})
