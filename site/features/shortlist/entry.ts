import { z } from 'zod'
import type { Service } from '#records/service.ts'
import { addressInWords, townOf } from '../service-page/present-service.ts'

/**
 * What the shortlist shows of a service. The pages of the directory are long, so these are printed apart, in sixteen files
 * by the last digit of the record's id: whoever serves them cannot tell which services somebody has saved.
 */
export type ShortlistEntry = z.output<typeof entrySchema>

const entrySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  href: z.string(),
  /** `Primary school, Sale` */
  kindAndPlace: z.string(),
  /** Said when it is not open. */
  closed: z.string().optional(),
  addresses: z.array(z.string()),
  telephone: z.string().optional(),
  email: z.string().optional(),
  website: z.string().optional(),
})

/** One of the sixteen files. */
export const entryFileSchema = z.array(entrySchema)

/** The digits that the files are named after. */
export const entryParts = [...'0123456789abcdef'] as const

/** The file that holds a record. */
export function partOf(id: string): string {
  return id.slice(-1).toLowerCase()
}

/** The entry of a service. `slug` is its page's. */
export function entryOf(slug: string, service: Service): ShortlistEntry {
  const { telephone, email, website } = service.contact
  return {
    id: service.id,
    name: service.name,
    href: `/services/${slug}/`,
    kindAndPlace: [service.kind, townOf(service.where)].filter((each) => each !== undefined).join(', '),
    closed: closedWords[service.status],
    addresses: service.where.places.map(addressInWords),
    telephone,
    email,
    website,
  }
}

const closedWords = {
  open: undefined,
  'temporarily-closed': 'Closed for now. Its page says more.',
  closed: 'Closed for good. Its page says where to turn.',
} as const
