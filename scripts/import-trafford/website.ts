import { webAddress } from '#records/plain-fields.ts'
import type { Finding } from './finding.ts'

const { schema } = webAddress({ label: 'Website' })

/** A whole web address: a missing scheme becomes https, campaign tags are taken off. */
export function websiteFrom(text: string | undefined): Finding<string> {
  if (text === undefined) return {}
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(whole)) return { omitted: 'the website: it is not a web address' }
  const url = new URL(whole)
  for (const name of [...url.searchParams.keys()]) if (name.startsWith('utm_')) url.searchParams.delete(name)
  const read = schema.safeParse(url.href)
  return read.success ? { value: read.data } : { omitted: 'the website: it is not a web address' }
}
