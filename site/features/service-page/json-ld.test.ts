import { expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { serviceRecord } from '#records/service.ts'
import { jsonLdOf } from './json-ld.ts'

const provider = { id: exampleService.provider, name: 'The club', description: 'Runs it.', source: 'Made up' }

it('describes the service and leaves out what is not stated', () => {
  const service = serviceRecord.schema.parse({ ...exampleService, gettingIt: { free: true } })
  expect(JSON.parse(jsonLdOf(service, provider, 'Somewhere'))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Service',
    name: 'Saturday club',
    description: exampleService.summary,
    serviceType: 'Club',
    areaServed: 'Somewhere',
    provider: { '@type': 'Organization', name: 'The club' },
    isAccessibleForFree: true,
  })
})

it('cannot end the element it stands in', () => {
  const service = serviceRecord.schema.parse({ ...exampleService, name: 'A </script><b>' })
  expect(jsonLdOf(service, provider, 'Somewhere')).not.toContain('<')
})
