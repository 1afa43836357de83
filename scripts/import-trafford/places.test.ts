import { describe, expect, it } from 'vitest'
import { placeFrom } from './places.ts'
import { somePostcodes } from './row.fixture.ts'

const found = (address: string | undefined, postcode: string) =>
  placeFrom({ address, postcode }, somePostcodes).value

describe('a place', () => {
  it('gets its coordinates from the postcode file', () => {
    expect(found('Broad Road, Sale', 'M33 2AL')?.place).toMatchObject({
      address: 'Broad Road',
      town: 'Sale',
      latitude: 53.4248,
      longitude: -2.3159,
    })
  })

  it('keeps its own coordinates, to a metre', () => {
    const stated = { postcode: 'M33 2AL', latitude: '53.42488843', longitude: '-2.31595245' }
    expect(placeFrom(stated, somePostcodes).value?.place).toMatchObject({
      latitude: 53.42489,
      longitude: -2.31595,
    })
  })

  it('outside the area has no coordinates, and says that it is outside', () => {
    const place = found('The Space, 87-91 Great Ancoats Street, Manchester', 'M4 5AG')
    expect(place?.outOfArea).toBe(true)
    expect(place?.place).toMatchObject({
      name: 'The Space',
      address: '87-91 Great Ancoats Street',
      town: 'Manchester',
    })
    expect(place?.place).not.toHaveProperty('latitude')
  })

  it('takes its town from the postcode when the address names another', () => {
    const place = found('Talbot Road, Sale', 'M16 0PW')
    expect(place?.place.town).toBe('Old Trafford')
    expect(place?.omitted).toEqual([expect.stringContaining('“Sale”')])
  })

  it('is called by the village in its address, and written with its town', () => {
    const place = found('13 Shay Lane, Hale Barns, Altrincham, Cheshire', 'WA15 8NZ')
    expect(place?.locality).toBe('Hale Barns')
    expect(place?.place).toMatchObject({ address: '13 Shay Lane, Hale Barns', town: 'Altrincham' })
  })

  it('without an address is called by what ward and statistical area agree on, else by its town', () => {
    expect(found(undefined, 'WA15 8NZ')?.locality).toBe('Hale Barns')
    expect(found(undefined, 'M41 5QL')?.locality).toBe('Urmston')
  })

  it('is a building where the address names one, and a street where it may be one', () => {
    expect(found('Oakland House, Broad Road, Sale', 'M33 2AL')?.place).toMatchObject({
      name: 'Oakland House',
    })
    expect(found('Longford Park School, Sale', 'M33 2AL')?.place).toMatchObject({
      name: 'Longford Park School',
    })
    expect(found('Kingsway Park, Sale', 'M33 2AL')?.place).toMatchObject({
      name: undefined,
      address: 'Kingsway Park',
    })
  })

  it('with a postcode that cannot be read is not made up', () => {
    expect(placeFrom({ postcode: 'WA154 1HF' }, somePostcodes)).toEqual({
      omitted: 'the place: its postcode cannot be read',
    })
  })
})
