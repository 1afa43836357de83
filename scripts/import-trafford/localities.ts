/** Towns and villages of the area, with the postcode districts in which they lie. Towns come before their parts. */
const localities: Readonly<Record<string, readonly string[]>> = {
  Altrincham: ['WA14', 'WA15'],
  Sale: ['M33'],
  Stretford: ['M32', 'M16', 'M21'],
  Urmston: ['M41'],
  Partington: ['M31'],
  Carrington: ['M31'],
  'Old Trafford': ['M15', 'M16'],
  'Trafford Park': ['M17', 'M41'],
  Hale: ['WA14', 'WA15'],
  'Hale Barns': ['WA15'],
  Bowdon: ['WA14'],
  Timperley: ['WA14', 'WA15', 'M23'],
  'West Timperley': ['WA14', 'WA15'],
  Broadheath: ['WA14'],
  'Oldfield Brow': ['WA14'],
  'Sale Moor': ['M33'],
  'Ashton-on-Mersey': ['M33'],
  Firswood: ['M16', 'M32'],
  Flixton: ['M41'],
  Davyhulme: ['M41'],
  Hulme: ['M15'],
  Chorlton: ['M21'],
}

const towns = new Set([
  'Altrincham',
  'Sale',
  'Stretford',
  'Urmston',
  'Partington',
  'Carrington',
  'Old Trafford',
  'Trafford Park',
])

/** The town that a postcode district of the area belongs to. */
const townOfDistrict: Readonly<Record<string, string>> = {
  M15: 'Old Trafford',
  M16: 'Old Trafford',
  M17: 'Trafford Park',
  M21: 'Stretford',
  M23: 'Timperley',
  M31: 'Partington',
  M32: 'Stretford',
  M33: 'Sale',
  M41: 'Urmston',
  WA14: 'Altrincham',
  WA15: 'Altrincham',
}

/** Statistical areas whose name is also what people call the place. */
const plainAreas = new Map([
  ['Bowdon', 'Bowdon'],
  ['Davyhulme', 'Davyhulme'],
  ['Flixton & Moorside', 'Flixton'],
  ['Firswood', 'Firswood'],
  ['Hale', 'Hale'],
  ['Hale Barns', 'Hale Barns'],
  ['Old Trafford', 'Old Trafford'],
  ['Partington', 'Partington'],
  ['Timperley East', 'Timperley'],
  ['Timperley North', 'Timperley'],
  ['Timperley South', 'Timperley'],
])

/** Whether a part of an address is a town or village that we know. */
export function isLocality(part: string): boolean {
  return part in localities
}

/** Whether a town or village that we know lies in a postcode's district. */
export function liesIn(locality: string, postcode: string): boolean {
  return localities[locality]?.includes(districtOf(postcode)) ?? false
}

/** Whether letters are addressed to it, as against a part of a town. */
export function isTown(locality: string): boolean {
  return towns.has(locality)
}

/** The town of a postcode of the area. */
export function townOf(postcode: string): string | undefined {
  return townOfDistrict[districtOf(postcode)]
}

/**
 * What people call the place of a postcode: a name on which its ward and its
 * statistical area agree, else the town.
 */
export function localityOf(postcode: string, statisticalArea: string, ward: string): string | undefined {
  const name = plainAreas.get(statisticalArea)
  const agreed =
    name !== undefined && (name === 'Firswood' || ward.split(' & ').some((part) => isPartOf(part, name)))
  return agreed && liesIn(name, postcode) ? name : townOf(postcode)
}

/** `Timperley South` is part of Timperley; `Hale Barns` is not part of Hale. */
function isPartOf(part: string, name: string): boolean {
  return part.replace(/ (North|South|Central|East|West)$/, '') === name
}

function districtOf(postcode: string): string {
  return postcode.split(' ')[0] ?? ''
}
