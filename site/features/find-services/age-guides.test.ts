import { expect, it } from 'vitest'
import { exampleGuide } from '#records/example-content.fixture.ts'
import { guideRecord } from '#records/guide.ts'
import { ageGuidesOf, guidesForAges } from './age-guides.ts'

const guide = (id: string, more: object) => ({
  id,
  data: guideRecord.schema.parse({ ...exampleGuide, title: id, ...more }),
})

it('leads an age without words to the guides for that age, those for young people first', () => {
  const guides = ageGuidesOf([
    guide('nursery', { ages: ['early-years'] }),
    guide('moving-on', { ages: ['secondary', 'sixteen-to-eighteen'] }),
    guide('work', { ages: ['sixteen-to-eighteen'] }),
    guide('your-say', { topic: 'young-people', ages: ['sixteen-to-eighteen', 'nineteen-to-twenty-five'] }),
    guide('for-all', { ages: [] }),
  ])
  expect(guidesForAges(guides, [17, 17])).toEqual([
    { href: '/guides/your-say/', title: 'your-say', kind: 'For young people', ages: [16, 25] },
    { href: '/guides/work/', title: 'work', kind: 'Guide', ages: [16, 18] },
  ])
  expect(guidesForAges(guides, [3, 3]).map(({ title }) => title)).toEqual(['nursery'])
  expect(guidesForAges(guides, [7, 9])).toEqual([])
})
