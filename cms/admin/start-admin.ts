import CMS from 'decap-cms-app'
import { CURSOR_COMPATIBILITY_SYMBOL, localForage } from 'decap-cms-lib-util'
import { createElement } from 'react'
import { z } from 'zod'
import { watchSession } from '../../site/features/signed-in/watch-session.ts'
import { createAdviceNotice } from './advice-notice.ts'
import { createBackendClass } from './backend.ts'
import { connectToCms } from './cms-request.ts'
import { CompletenessControl } from './completeness-control.ts'
import { nameEverything } from './control-names.ts'
import { formIsThere, mendKeptTexts } from './kept-in-browser.ts'
import { LaterStepControl } from './later-step-control.ts'
import { keepCardsApart, offerSteps } from './offered-steps.ts'
import { keepFormsApart } from './other-forms.ts'
import { phrases } from './phrases.ts'
import { PictureControl } from './picture-control.ts'
import { PlacesControl } from './places-control.ts'
import { PreviewPane, type PreviewPaneProps, previewStyles } from './preview-pane.ts'
import { createPublicationNotice } from './publication-notice.ts'
import { RecordLinksControl } from './record-links-control.ts'
import { createRefusedMarks } from './refused-marks.ts'
import { RelationAmong } from './relation-among.ts'
import { watchRemote } from './remote-notice.ts'
import { RowsControl } from './rows-control.ts'
import { goToSignIn, readMe } from './session.ts'
import { createShownVersions } from './shown-versions.ts'
import { createStandings } from './standings.ts'
import { wheneverDrawn } from './when-drawn.ts'

/** Starts the CMS in the page: asks who is signed in and what they may edit, then hands over to Decap. */
export async function startAdmin(): Promise<void> {
  const me = await readMe()
  if (!me) return goToSignIn()
  const response = await fetch('/api/cms/config')
  if (response.status === 401) return goToSignIn()
  if (!response.ok) throw new Error(refusal.parse(await response.json()).error)

  const connection = connectToCms(me.csrfToken, watchSession({ showsEnd: true }))
  const publication = createPublicationNotice()
  const shown = createShownVersions()
  const standings = createStandings()
  const marks = createRefusedMarks()
  const advice = createAdviceNotice(marks)
  keepCardsApart(standings)
  mendKeptTexts(localForage, { accountId: me.accountId, shown, formIsThere })
  CMS.registerBackend(
    'local-offer',
    createBackendClass({
      ...{ me, request: connection.request, publication, advice, shown, standings },
      cursorKey: CURSOR_COMPATIBILITY_SYMBOL,
    }),
  )
  CMS.registerWidget('completeness', CompletenessControl)
  CMS.registerWidget('record-links', (props) =>
    createElement(RecordLinksControl, { ...props, request: connection.request, standings }),
  )
  CMS.registerWidget('picture', (props) => createElement(PictureControl, { ...props, connection }))
  CMS.registerWidget('later-step', LaterStepControl)
  CMS.registerWidget('rows', RowsControl)
  CMS.registerWidget('places', (props) => createElement(PlacesControl, { ...props, connection }))
  const relation = CMS.getWidget('relation')?.control
  CMS.registerWidget('relation-among', (props) =>
    createElement(RelationAmong, { ...props, control: relation }),
  )
  CMS.registerMediaLibrary(noMediaLibrary)
  CMS.registerPreviewStyle(previewStyles, { raw: true })
  CMS.registerLocale('en-GB', phrases)
  const config = decapConfig.parse(await response.json())
  for (const { name } of collectionsIn.parse(config).collections)
    CMS.registerPreviewTemplate(name, (props: Omit<PreviewPaneProps, 'connection'>) =>
      createElement(PreviewPane, { ...props, connection }),
    )
  offerPreview(config)
  keepFormsApart()
  CMS.init({ config })
  wheneverDrawn(document.body, () => {
    nameEverything(document.body)
    marks.keep()
    offerSteps(document.body, standings)
  })
  publication.resume()
  watchRemote()
}

/** Shows what went wrong in the place of the CMS. */
export function showFailure(error: unknown): void {
  const notice = document.createElement('p')
  notice.className = 'notice'
  notice.setAttribute('role', 'alert')
  notice.textContent =
    error instanceof Error ? error.message : 'The CMS could not start. Load the page again.'
  document.body.replaceChildren(notice)
}

/** Beside the form, where there is room for both, once somebody asks for it; a browser keeps that. */
function offerPreview(config: object): void {
  Object.assign(config, { editor: { preview: window.matchMedia('(min-width: 64em)').matches } })
  if (localStorage.getItem(shownPane) === null) localStorage.setItem(shownPane, 'none')
}

/** Where Decap keeps what stands beside the form. */
const shownPane = 'cms.right-pane'

/** Naming a media library of our own keeps Decap from offering its own, which knows neither providers nor alternative text. */
const noMediaLibrary = {
  name: 'none',
  init: () => ({ show() {}, hide() {}, enableStandalone: () => false }),
}

type DecapOptions = NonNullable<Parameters<typeof CMS.init>[0]>

/** The server made it from the record definitions; Decap checks it once more, in full. */
const decapConfig = z.custom<DecapOptions['config']>(
  (value) => z.object({ collections: z.array(z.unknown()) }).safeParse(value).success,
)

const collectionsIn = z.object({ collections: z.array(z.object({ name: z.string() })) })

const refusal = z.object({ error: z.string() })
