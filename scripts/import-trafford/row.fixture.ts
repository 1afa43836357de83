import type { Row } from './csv-table.ts'
import { type Postcodes, postcodesOf } from './places.ts'

/** A row as a source reads it, from plain values. */
export function rowOf(cells: Readonly<Record<string, string>>, line = 2): Row {
  return { line, cell: (column) => cells[column] }
}

/** A few postcodes of the area. */
export const somePostcodes: Postcodes = postcodesOf([
  rowOf({
    postcode: 'M33 2AL',
    msoa_hcl_name: 'Sale Central',
    ward_name: 'Sale Central',
    lon: '-2.3159',
    lat: '53.4248',
  }),
  rowOf({
    postcode: 'M41 5QL',
    msoa_hcl_name: 'Davyhulme',
    ward_name: 'Flixton',
    lon: '-2.3785',
    lat: '53.4501',
  }),
  rowOf({
    postcode: 'WA15 8NZ',
    msoa_hcl_name: 'Hale Barns',
    ward_name: 'Hale Barns & Timperley South',
    lon: '-2.315559',
    lat: '53.372205',
  }),
  rowOf({
    postcode: 'M16 0PW',
    msoa_hcl_name: 'Old Trafford',
    ward_name: 'Longford',
    lon: '-2.28',
    lat: '53.46',
  }),
])
