/** Reads a whole postcode however it is typed: `m332ug` gives `M33 2UG`. `undefined` when it is not one. */
export function readPostcode(typed: string): string | undefined {
  const parts = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(typed.toUpperCase().replace(/[^A-Z\d]/g, ''))
  return parts === null ? undefined : `${parts[1]} ${parts[2]}`
}
