import { describe, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { serviceRecord } from '#records/service.ts'
import { ageLists, townLists } from './browse-lists.ts'

/** Services as lists take them, a slug and what its record says. */
function services(records: Readonly<Record<string, object>>) {
  return Object.entries(records).map(([id, more]) => ({
    id,
    collection: 'services' as const,
    data: serviceRecord.schema.parse({ ...exampleService, ...more }),
  }))
}

describe('lists to browse', () => {
  it('put a service under every age band that its ages overlap, an open end included', () => {
    const lists = ageLists(
      services({
        club: { whoFor: { youngest: 9, oldest: 12 } },
        clinic: { whoFor: { youngest: 16 } },
        hub: {},
      }),
    )
    expect(lists.map(({ base, services: held }) => [base, held.map(({ id }) => id)])).toEqual([
      ['/services/age/primary/', ['club']],
      ['/services/age/secondary/', ['club']],
      ['/services/age/sixteen-to-eighteen/', ['clinic']],
      ['/services/age/nineteen-to-twenty-five/', ['clinic']],
    ])
  })
  it('put a service under the towns it is in and those it says it serves', () => {
    const place = { key: 'a', town: 'Old Trafford', postcode: 'M16 9AA' }
    const lists = townLists(services({ club: { where: { places: [place] }, whoFor: { areas: ['Sale'] } } }))
    expect(lists.map(({ base, term }) => [base, term.label])).toEqual([
      ['/services/area/old-trafford/', 'Old Trafford'],
      ['/services/area/sale/', 'Sale'],
    ])
  })
})
