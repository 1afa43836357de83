/** `1 service`, `312 services`; thousands with a comma. */
export function servicesInWords(count: number): string {
  return `${count === 0 ? 'No' : count.toLocaleString('en-GB')} ${count === 1 ? 'service' : 'services'}`
}
