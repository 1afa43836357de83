import { createElement, useEffect, useImperativeHandle, useState } from 'react'
import { z } from 'zod'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import { draftPath, historyPath, myServicePath } from '../page-addresses.ts'
import type { CmsRequest } from './cms-request.ts'
import { placeOf, type WidgetProps } from './widget-props.ts'

/**
 * Links from the form of a record to its plain pages: its draft, who changed it, and for a service its short form. Says when the
 * draft will be published by itself, where a time is set.
 */
export function RecordLinksControl(props: WidgetProps & { readonly request: CmsRequest }) {
  const { forID, classNameWrapper, ref, request } = props
  // Decap must not think that a field without a value is one that was forgotten.
  useImperativeHandle(ref, () => ({ getValidateValue: () => 'shown' }), [])
  const place = placeOf(props)
  const scheduledFor = useScheduledTime(place, request)
  const attributes = { id: forID, className: `${classNameWrapper} record-links` }
  if (!place) return createElement('p', attributes, 'This page is new. It has no history yet.')
  const { collection, slug } = place
  return createElement(
    'div',
    attributes,
    scheduledFor !== undefined &&
      createElement(
        'p',
        null,
        `Will be published on ${instantInWords(scheduledFor)}. A change that you save may need another look before that.`,
      ),
    createElement(
      'p',
      null,
      createElement(
        'a',
        { href: draftPath(place) },
        'The draft: what changes, notes, and when it is published',
      ),
      ' · ',
      createElement('a', { href: historyPath(place) }, 'Who changed this, and earlier versions'),
      collection === 'services' && ' · ',
      collection === 'services' &&
        createElement('a', { href: myServicePath(slug) }, 'Short form for times and contact'),
    ),
  )
}

/** When the draft of a record is published by itself, ms UTC; undefined while that is not known, or no time is set. */
function useScheduledTime(place: ReturnType<typeof placeOf>, request: CmsRequest): number | undefined {
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

const scheduled = z.object({ scheduledFor: z.number().optional() })
