import { createElement, useImperativeHandle } from 'react'
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
    createElement(
      'a',
      { href: `/records/${collection}/${slug}/history/` },
      'Who changed this, and earlier versions',
    ),
    ' · ',
    createElement('a', { href: `/records/${collection}/${slug}/notes/` }, 'Notes about the draft'),
    collection === 'services' && ' · ',
    collection === 'services' &&
      createElement('a', { href: `/my-services/${slug}/` }, 'Short form for times and contact'),
  )
}
