import { createElement, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { createNewestAsker } from './ask-newest.ts'
import type { CmsConnection } from './cms-request.ts'
import { plainValues } from './widget-props.ts'

/**
 * Beside the form: the page as it will look with what is in the form now, drawn by the server with the site's own pages.
 * Above it stands what is still missing. The page is in a frame in which nothing runs.
 */
export function PreviewPane({ entry, connection, document: outer }: PreviewPaneProps): ReactNode {
  useEffect(() => nameFrame(outer), [outer])
  const [shown, setShown] = useState<Shown>({ kind: 'waiting', html: '', missing: [] })
  const asker = useMemo(
    () =>
      createNewestAsker({
        ask: (typed: object) => connection.preview(typed, drawnPage),
        show: setShown,
        showTrouble: (error) => setShown((before) => ({ ...before, trouble: wordsOf(error) })),
        waitMs: 600,
      }),
    [connection],
  )
  useEffect(() => asker.end, [asker])

  const data = entry.get('data')
  const collection = String(entry.get('collection') ?? '')
  const slug = entry.get('newRecord') === true ? '' : String(entry.get('slug') ?? '')
  useEffect(
    () => asker.about({ collection, slug, values: plainValues(data) }),
    [asker, collection, slug, data],
  )

  return createElement(
    'div',
    { className: 'preview' },
    createElement(
      'div',
      { className: 'preview__words' },
      createElement('p', null, createElement('strong', null, 'This is how the page will look.'), follows),
      shown.trouble !== undefined && createElement('p', null, shown.trouble),
      explained[shown.kind] !== undefined && createElement('p', null, explained[shown.kind]),
      shown.missing.length > 0 && missingList(shown.missing),
    ),
    shown.html !== '' && createElement(PageFrame, { html: shown.html }),
  )
}

/** Decap's frame around the preview has neither title nor language. */
function nameFrame(outer: Document): void {
  outer.title = 'Preview'
  outer.documentElement.lang = 'en-GB'
  outer.defaultView?.frameElement?.setAttribute('title', 'Preview')
}

/** The page. A newer one takes the place of what is in the frame, so that it stays where somebody has scrolled to. */
function PageFrame({ html }: { html: string }): ReactNode {
  const [first] = useState(html)
  const frame = useRef<HTMLIFrameElement>(null)
  const draw = useCallback(() => {
    const inside = frame.current?.contentDocument
    if (!inside?.body) return
    const next = new DOMParser().parseFromString(html, 'text/html')
    inside.body.replaceWith(inside.adoptNode(next.body))
  }, [html])
  useEffect(draw, [draw])
  return createElement('iframe', {
    ref: frame,
    className: 'preview__page',
    title: 'The page as it will look',
    // No scripts, forms or windows; its origin is kept for the fonts of the site.
    sandbox: 'allow-same-origin',
    srcDoc: first,
    onLoad: draw,
  })
}

function missingList(missing: readonly string[]): ReactNode {
  const rest = missing.length - mostSaid
  return createElement(
    'details',
    null,
    createElement(
      'summary',
      null,
      missing.length === 1 ? 'One thing is not right yet' : `${missing.length} things are not right yet`,
    ),
    createElement(
      'ul',
      null,
      missing.slice(0, mostSaid).map((sentence) => createElement('li', { key: sentence }, sentence)),
      rest > 0 && createElement('li', { key: 'rest' }, `And ${rest} more.`),
    ),
  )
}

const mostSaid = 10
const follows = ' It follows what you type. Looking at it saves nothing.'

const explained: Readonly<Record<Shown['kind'], string | undefined>> = {
  waiting: 'One moment …',
  drawn: undefined,
  'no-page': 'This has no page of its own on the site. It is used on other pages.',
  failed: 'The page cannot be shown yet: too much of it is missing. Fill in more of the form.',
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The preview could not be made just now.'
}

/** How the words above the page look, in the frame that Decap gives a preview. */
export const previewStyles = `
body { margin: 0 }
.preview { display: flex; flex-direction: column; position: fixed; inset: 0; font: 1rem/1.5 system-ui, sans-serif; color: #1d2021 }
.preview__words { max-height: 50%; overflow: auto; padding: 0.25rem 5rem 0.25rem 1rem; border-bottom: 1px solid #c9cfd2; background: #fff7e6 }
.preview__words p { margin: 0.5rem 0 }
.preview__words summary { min-height: 2.75rem; line-height: 2.75rem; cursor: pointer }
.preview__words ul { margin-top: 0; padding-left: 1.25rem }
.preview__page { flex: 1; width: 100%; min-height: 12rem; border: 0; background: #fff }
`

const drawnPage = z.object({
  kind: z.enum(['drawn', 'no-page', 'failed']),
  html: z.string(),
  missing: z.array(z.string()),
})

type Shown = Omit<z.output<typeof drawnPage>, 'kind'> & {
  readonly kind: 'waiting' | z.output<typeof drawnPage>['kind']
  /** What went wrong with the newest one, while the one before still stands. */
  readonly trouble?: string
}

export interface PreviewPaneProps {
  /** The record as it stands in the form now. */
  readonly entry: {
    get(key: 'data'): { toJS(): unknown } | undefined
    get(key: 'collection' | 'slug' | 'newRecord'): unknown
  }
  readonly connection: Pick<CmsConnection, 'preview'>
  /** The document that Decap draws previews in. */
  readonly document: Document
}
