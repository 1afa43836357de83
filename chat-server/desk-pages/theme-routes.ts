import type { FastifyInstance } from 'fastify'
import type { SignedIn } from '#platform/accounts/grants.ts'
import { csrfField, type ShownPage } from '#platform/pages/staff-page-routes.ts'
import { typedLine } from '#protocol/conversation.ts'
import { type Holding, mayRead } from '../domain/concern.ts'
import { countGaps } from '../domain/gap-counts.ts'
import { ThemeNotFound } from '../domain/insight-errors.ts'
import type { Mark } from '../storage/themes.ts'
import { deskPerson } from '../transport/admission.ts'
import { idIn } from './address-values.ts'
import { createCalmRoutes } from './calm-routes.ts'
import type { DeskPagesParts } from './desk-pages.ts'
import { type ShownMark, themePage, themesPage, themesPath } from './theme-pages.ts'

/** How many points and gaps the page shows. */
const shown = 100

const themeTitle = typedLine(100, {
  empty: 'Choose a theme, or write the name of a new one.',
  tooLong: 'The name of the theme is too long. Use 100 characters or fewer.',
})

/** The pages at /desk/themes/: points that families made, gathered into themes, and what nobody could find. */
export function themePages(app: FastifyInstance, parts: DeskPagesParts): void {
  const { stores, audit } = parts
  const { themes, gaps } = parts.keeping.records
  const routes = createCalmRoutes(app, parts, {
    roles: ['navigator', 'lead', 'officer'],
    back: { path: themesPath, label: 'Back to themes and gaps' },
  })

  async function show(signedIn: SignedIn, says?: string, problem?: string): Promise<ShownPage> {
    const all = await gaps.all()
    const newest = await gaps.newest(shown)
    return themesPage({
      ...{ csrf: csrfField(signedIn), says, problem, now: stores.clock() },
      unsorted: (await themes.marks(null, shown)).map((mark) => asRead(mark, signedIn)),
      countUnsorted: await themes.countUnsorted(),
      themes: await themes.list(),
      gaps: {
        total: all.length,
        counts: countGaps(all),
        newest: newest.map(({ holding, words, ...gap }) => ({
          ...gap,
          words: holding === null || isReadable(holding, signedIn) ? words : null,
        })),
      },
    })
  }

  routes.get(themesPath, async ({ signedIn, fields }) => show(signedIn, sentences.get(fields['did'] ?? '')))

  routes.get(`${themesPath}:id/`, async ({ signedIn, params }) => {
    const theme = (await themes.list()).find(({ id }) => id === params['id'])
    if (!theme) throw new ThemeNotFound()
    const marks = (await themes.marks(theme.id, shown)).map((mark) => asRead(mark, signedIn))
    return themePage(theme, marks, { csrf: csrfField(signedIn), now: stores.clock() })
  })

  routes.post(`${themesPath}gather/`, async ({ signedIn, fields }) => {
    const mark = idIn(fields['mark'])
    if (fields['out'] === 'yes') {
      await stores.database.write((trx) => themes.gather(trx, mark, null))
      return { goTo: `${themesPath}?did=taken-out` }
    }
    const chosen = fields['theme'] ?? ''
    const title = themeTitle.safeParse(fields['title'])
    if (chosen === '' && !title.success) return show(signedIn, undefined, title.error.issues[0]?.message)
    await stores.database.write(async (trx) => {
      const theme = title.success ? await themes.make(trx, title.data, signedIn.accountId) : idIn(chosen)
      await themes.gather(trx, mark, theme)
    })
    return { goTo: `${themesPath}?did=gathered` }
  })

  routes.post(`${themesPath}:id/close/`, async ({ signedIn, params }) => {
    const id = idIn(params['id'])
    await stores.database.write(async (trx) => {
      if (!(await themes.close(trx, id))) return
      await audit.record(trx, { actor: signedIn.accountId, action: 'theme-close', subject: `theme:${id}` })
    })
    return { goTo: `${themesPath}?did=closed` }
  })
}

const sentences: ReadonlyMap<string, string> = new Map([
  ['gathered', 'The point is in the theme.'],
  ['taken-out', 'The point is in no theme now.'],
  ['closed', 'The theme is closed. Its points stay counted in reports.'],
])

/** Words of a conversation that a concern holds are for those who may read it; the count is for all. */
function asRead({ id, words, markedAt, holding }: Mark, signedIn: SignedIn): ShownMark {
  return { id, markedAt, words: isReadable(holding, signedIn) ? words : null }
}

function isReadable(holding: Holding, signedIn: SignedIn): boolean {
  return mayRead(holding, deskPerson(signedIn))
}
