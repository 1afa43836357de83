import {
  createElement,
  type ReactNode,
  useEffect,
  useImperativeHandle,
  useState,
  useSyncExternalStore,
} from 'react'
import { z } from 'zod'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import { draftPath, historyPath, myServicePath } from '../page-addresses.ts'
import type { CmsRequest } from './cms-request.ts'
import { everyHalfSecond } from './form-watch.ts'
import { isForOthers, type Standing, type Standings } from './standings.ts'
import { placeOf, type WidgetProps } from './widget-props.ts'

/**
 * Links from the form of a record to its plain pages: its draft, who changed it, and for a service its short form. Says when the
 * draft will be published by itself, where a time is set, and what is for others to do with it.
 */
export function RecordLinksControl(props: RecordLinksProps) {
  const { forID, classNameWrapper, ref, request, standings } = props
  // Decap must not think that a field without a value is one that was forgotten.
  useImperativeHandle(ref, () => ({ getValidateValue: () => 'shown' }), [])
  const place = placeOf(props)
  const scheduledFor = useScheduledTime(place, request)
  const standing = useSyncExternalStore(
    everyHalfSecond,
    () => place && standings.of(`${place.collection}/${place.slug}`),
  )
  const forOthers = standing && whatIsForOthers(standing, props)
  const attributes = { id: forID, className: `${classNameWrapper} record-links` }
  if (!place) return createElement('p', attributes, 'This page is new. It has no history yet.')
  return createElement(
    'div',
    attributes,
    forOthers !== undefined && createElement('p', null, forOthers),
    scheduledFor !== undefined &&
      createElement(
        'p',
        null,
        `Will be published on ${instantInWords(scheduledFor)}. A change that you save may need another look before that.`,
      ),
    createElement('p', null, linksTo(place, standing?.may).flatMap(afterDot)),
  )
}

/** The plain pages of a record that the person may open. While it is not known what they may, all are there. */
function linksTo(place: Place, may: Standing['may'] = ['save', 'history']): ReactNode[] {
  const pages = [
    {
      needs: 'save',
      href: draftPath(place),
      words: 'The draft: what changes, notes, and when it is published',
    },
    { needs: 'history', href: historyPath(place), words: 'Who changed this, and earlier versions' },
    place.collection === 'services' && {
      ...{ needs: 'save', href: myServicePath(place.slug), words: 'Short form for times and contact' },
    },
  ]
  return pages.flatMap((page) =>
    page && may.includes(page.needs)
      ? [createElement('a', { key: page.href, href: page.href }, page.words)]
      : [],
  )
}

function afterDot(link: ReactNode, index: number): ReactNode[] {
  return index === 0 ? [link] : [' · ', link]
}

/** Why a step is not offered that others are: undefined where all are, and where the hint of the field says it. */
function whatIsForOthers(standing: Standing, { field }: WidgetProps): string | undefined {
  const { may, status } = standing
  if (!may.includes('save')) return toLookAt
  if (status === undefined) return undefined
  if (isForOthers(standing)) return isReady
  return may.includes('approve') || field?.get('hint') !== undefined ? undefined : othersApprove
}

const toLookAt = 'You can look at this page. Those who look after it can change it.'
const isReady =
  'An editor at the council has approved this draft and will publish it. If you save a change, an editor looks at it again first.'
const othersApprove =
  'You write this page for an organisation that another team looks after. Set its status to “In review”: an editor of that team then approves and publishes it.'

/** When the draft of a record is published by itself, ms UTC; undefined while that is not known, or no time is set. */
function useScheduledTime(place: Place | undefined, request: CmsRequest): number | undefined {
  const [time, setTime] = useState<number>()
  const { collection, slug } = place ?? {}
  useEffect(() => {
    if (collection === undefined) return
    let isShown = true
    request('unpublishedEntry', { collection, slug }, scheduled)
      .then(({ scheduledFor }) => isShown && setTime(scheduledFor))
      // There is no draft.
      .catch(() => undefined)
    return () => {
      isShown = false
    }
  }, [collection, slug, request])
  return time
}

type Place = NonNullable<ReturnType<typeof placeOf>>

interface RecordLinksProps extends WidgetProps {
  readonly request: CmsRequest
  readonly standings: Standings
}

const scheduled = z.object({ scheduledFor: z.number().optional() })
