import { z } from 'zod'
import { ImportFault } from './import-fault.ts'
import type { ReadJson } from './web-reader.ts'

/** What a feed gave: every service as it came, and those that could not be read. */
export interface FeedReading {
  readonly services: readonly unknown[]
  readonly unreadable: readonly { readonly id: string; readonly name: string; readonly why: string }[]
}

/** The services in one answer: a page in the form of version 3 or 1, a plain list, our own directory, or one service. */
export function servicesIn(answer: unknown): FeedPage | undefined {
  if (Array.isArray(answer)) return { items: answer, pages: 1, number: 1 }
  const read = envelope.safeParse(answer)
  if (!read.success) return undefined
  const { contents, content, services, total_pages, totalPages, page_number, number, ...rest } = read.data
  const items = contents ?? content ?? services
  if (items !== undefined)
    return { items, pages: total_pages ?? totalPages ?? 1, number: page_number ?? number ?? 1 }
  return rest['name'] === undefined || rest['id'] === undefined
    ? undefined
    : { items: [answer], pages: 1, number: 1 }
}

/**
 * Reads a whole feed from its address or from the address of its list of services: all pages, then each service whole.
 * A service that cannot be read whole does not stop the others.
 *
 * @throws ImportFault when the list itself cannot be read
 */
export async function readFeed(address: string, readJson: ReadJson): Promise<FeedReading> {
  const { list, first } = await findList(address, readJson)
  const items = await allPages(list, first, readJson)
  if (items.some(isWhole)) return { services: items, unreadable: [] }
  const services: unknown[] = []
  const unreadable: { id: string; name: string; why: string }[] = []
  const waiting = items.entries()
  const readInTurn = async () => {
    for (const [index, item] of waiting) {
      const { id, name } = listItem.parse(item)
      try {
        services[index] = id === undefined ? item : await readJson(wholeAddress(list, id))
      } catch (error) {
        if (!(error instanceof ImportFault)) throw error
        unreadable.push({ id: id ?? '', name: name ?? '', why: error.message })
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, readInTurn))
  return { services: services.filter((each) => each !== undefined), unreadable }
}

/** How many services are asked for at once, so that a small server is not flooded. */
const atOnce = 4
const mostPages = 10_000

interface FeedPage {
  readonly items: readonly unknown[]
  readonly pages: number
  /** As the feed counts, which may be from 0 or from 1. */
  readonly number: number
}

const envelope = z.looseObject({
  contents: z.array(z.unknown()).optional(),
  content: z.array(z.unknown()).optional(),
  services: z.array(z.unknown()).optional(),
  total_pages: z.coerce.number().int().optional().catch(undefined),
  totalPages: z.coerce.number().int().optional().catch(undefined),
  page_number: z.coerce.number().int().optional().catch(undefined),
  number: z.coerce.number().int().optional().catch(undefined),
})

const listItem = z
  .looseObject({ id: z.string().optional().catch(undefined), name: z.string().optional().catch(undefined) })
  .catch({ id: undefined, name: undefined })

async function findList(address: string, readJson: ReadJson): Promise<{ list: string; first: FeedPage }> {
  const root = await readJson(address).then(servicesIn, faultOf)
  if (root !== undefined && !(root instanceof ImportFault)) return { list: address, first: root }
  const list = new URL(address)
  list.pathname = `${list.pathname.replace(/\/$/, '')}/services`
  const services = await readJson(list.href).then(servicesIn, faultOf)
  if (services === undefined)
    throw new ImportFault(
      `${list.href} holds no list of services. Give the address of an Open Referral feed.`,
    )
  if (services instanceof ImportFault) throw root ?? services
  return { list: list.href, first: services }
}

/** A feed may show a web page at its root and still have its list below. */
function faultOf(error: unknown): ImportFault {
  if (error instanceof ImportFault) return error
  throw error
}

async function allPages(list: string, first: FeedPage, readJson: ReadJson): Promise<unknown[]> {
  if (first.pages > mostPages)
    throw new ImportFault(`${list} says that it has ${first.pages} pages. That cannot be a list of services.`)
  const items = [...first.items]
  for (let turned = 1; turned < first.pages; turned++) {
    const address = new URL(list)
    address.searchParams.set('page', String(first.number + turned))
    const page = servicesIn(await readJson(address.href))
    if (page === undefined)
      throw new ImportFault(`${address.href} is no page of services. Ask its owner to mend it.`)
    // A static host gives the same page for every number.
    if (page.number === first.number || page.items.length === 0) break
    items.push(...page.items)
  }
  return items
}

function wholeAddress(list: string, id: string): string {
  const address = new URL(list)
  address.pathname = `${address.pathname.replace(/\/$/, '')}/${encodeURIComponent(id)}`
  address.searchParams.delete('page')
  return address.href
}

/** A list item leaves its collections out. One that has them is whole, and need not be asked for again. */
function isWhole(item: unknown): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    Object.values(item).some((value) => Array.isArray(value) && value.length > 0)
  )
}
