import { expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { serviceRecord } from '#records/service.ts'
import { cardOf } from './service-card.ts'

const cardWith = (more: object) => cardOf('club', serviceRecord.schema.parse({ ...exampleService, ...more }))

it('names what the record does not say', () => {
  const card = cardWith({})
  expect(card).toMatchObject({ href: '/services/club/', kindAndPlace: 'Club', example: true, facts: [] })
  expect(card.notStated).toEqual(['age', 'times', 'how to get in', 'cost', 'access'])
})

it('shows the facts that decide, in the order of asking', () => {
  const card = cardWith({
    whoFor: { youngest: 4, oldest: 11 },
    gettingIt: { howIn: ['self', 'drop-in'], free: true },
    when: {
      times: [
        { key: 'a', days: ['saturday'], opens: '09:00', closes: '12:00' },
        { key: 'b', days: ['sunday'], opens: '10:00', closes: '12:00' },
      ],
    },
    where: { places: [{ key: 'a', town: 'Sale', postcode: 'M33 2UG' }] },
    access: { wheelchair: 'yes', toilet: 'yes', parking: 'yes' },
  })
  expect(card.kindAndPlace).toBe('Club, Sale')
  expect(card.facts.map(({ words }) => words)).toEqual([
    'Ages: 4 to 11',
    'Saturday and Sunday',
    'Just come',
    'Free',
    'Step-free for wheelchairs, Accessible toilet',
  ])
  expect(card.notStated).toEqual([])
})

it('says that a service is closed, and what a price is known to be', () => {
  const card = cardWith({ status: 'closed', notice: 'Gone.', gettingIt: { free: false } })
  expect(card.closed).toBe('Closed for good')
  expect(card.facts).toEqual([{ icon: 'pound', words: 'Costs money' }])
})
