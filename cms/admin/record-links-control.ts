import { createElement, useImperativeHandle } from 'react'
import { historyPath, myServicePath, notesPath } from '../page-addresses.ts'
import { placeOf, type WidgetProps } from './widget-props.ts'

/** Links from the form of a record to its plain pages: who changed it, and for a service its short form. */
export function RecordLinksControl(props: WidgetProps) {
  const { forID, classNameWrapper, ref } = props
  // Decap must not think that a field without a value is one that was forgotten.
  useImperativeHandle(ref, () => ({ getValidateValue: () => 'shown' }), [])
  const place = placeOf(props)
  const attributes = { id: forID, className: `${classNameWrapper} record-links` }
  if (!place) return createElement('p', attributes, 'This page is new. It has no history yet.')
  const { collection, slug } = place
  return createElement(
    'p',
    attributes,
    createElement('a', { href: historyPath(place) }, 'Who changed this, and earlier versions'),
    ' · ',
    createElement('a', { href: notesPath(place) }, 'Notes about the draft'),
    collection === 'services' && ' · ',
    collection === 'services' &&
      createElement('a', { href: myServicePath(slug) }, 'Short form for times and contact'),
  )
}
