import type { Service } from '#records/service.ts'
import { teamEmailFrom } from './email.ts'
import { omissionsOf } from './finding.ts'
import { telephoneFrom } from './telephone.ts'
import { websiteFrom } from './website.ts'

/** Ways to reach a service, as the cells of a row give them, and what of them is not carried over. */
export function contactFrom(cells: {
  readonly telephone?: string | undefined
  readonly email?: string | undefined
  readonly website?: string | undefined
}): { contact: Partial<Service['contact']>; omitted: string[] } {
  const telephone = telephoneFrom(cells.telephone)
  const email = teamEmailFrom(cells.email)
  const website = websiteFrom(cells.website)
  return {
    contact: { telephone: telephone.value, email: email.value, website: website.value },
    omitted: omissionsOf(telephone, email, website),
  }
}
