import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { csrfField } from '#platform/pages/staff-page-routes.ts'
import type { Card } from '#protocol/cards.ts'
import { inLondon } from '#records/london-time.ts'
import { CardNotFound } from '../domain/errors.ts'
import { idIn, referenceIn } from './address-values.ts'
import { createCalmRoutes } from './calm-routes.ts'
import type { DeskPagesParts } from './desk-pages.ts'
import { letterPage, paperListPage, paperPath } from './paper-pages.ts'

/** The pages at /desk/paper/: what is to be posted, with the letter and the print ready. */
export function paperPages(app: FastifyInstance, parts: DeskPagesParts): void {
  const { stores, area } = parts
  const { papers } = parts.keeping
  const routes = createCalmRoutes(app, parts, {
    roles: ['navigator', 'lead'],
    back: { path: paperPath, label: 'Back to paper to post' },
  })
  const today = () => inLondon(stores.clock()).date

  function cardAt(path: string): Card | undefined {
    try {
      return parts.findCard(path)
    } catch (error) {
      if (error instanceof CardNotFound) return undefined
      throw error
    }
  }

  routes.get(paperPath, async ({ signedIn, fields }) => {
    return paperListPage(await papers.toPost(signedIn), referenceIn(fields['posted']), stores.clock())
  })

  routes.get(`${paperPath}:id/`, async ({ signedIn, params }) => {
    const found = await papers.open(signedIn, idIn(params['id']))
    const messages = await stores.reader.messagesAfter(found.conversation.id, 0)
    return letterPage({
      ...found,
      ...{ area: area(), csrf: csrfField(signedIn), today: today() },
      items: found.request.items.map((path) => ({ path, card: cardAt(path) })),
      words: messages.filter(({ author }) => author === 'visitor').map(({ text }) => text),
    })
  })

  routes.post(`${paperPath}:id/posted/`, async ({ signedIn, params, fields }) => {
    const id = idIn(params['id'])
    const typed = z.iso.date().safeParse(fields['on']).data
    const on = typed !== undefined && typed <= today() ? typed : today()
    const reference = await papers.posted(signedIn, id, on)
    return { goTo: `${paperPath}?${new URLSearchParams({ posted: reference })}` }
  })
}
