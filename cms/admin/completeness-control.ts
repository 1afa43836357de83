import { createElement, useImperativeHandle, useMemo, useSyncExternalStore } from 'react'
import { answeredInWords } from '#records/completeness.ts'
import { draftCompleteness } from '../records/draft-completeness.ts'
import { everyHalfSecond } from './form-watch.ts'
import { goToField } from './go-to-field.ts'
import { formDataOf, plainValues, type WidgetProps } from './widget-props.ts'

/**
 * Says above the fields of a service how complete its page is and what families still ask, and follows what is typed.
 * What is missing leads to its field.
 */
export function CompletenessControl(props: WidgetProps) {
  const { forID, classNameWrapper, ref } = props
  const data = useSyncExternalStore(everyHalfSecond, () => formDataOf(props))
  const completeness = useMemo(() => draftCompleteness(plainValues(data), () => 'key'), [data])
  // Decap must not think that a field without a value is one that was forgotten.
  useImperativeHandle(ref, () => ({ getValidateValue: () => 'shown' }), [])

  const { score, missing } = completeness
  const title = `${forID}-title`
  return createElement(
    'section',
    { id: forID, className: `${classNameWrapper} completeness`, 'aria-labelledby': title },
    createElement('h2', { id: title }, answeredInWords(completeness)),
    createElement(
      'p',
      null,
      createElement('meter', { min: 0, max: 100, value: score, 'aria-hidden': true }),
      missing.length === 0
        ? ` ${score} out of 100`
        : ` ${score} out of 100. What families ask most counts more.`,
    ),
    missing.length === 0
      ? createElement('p', null, 'Nothing is missing.')
      : [
          createElement('p', { key: 'ask' }, 'Families still ask, the most important first:'),
          createElement(
            'ul',
            { key: 'missing' },
            missing.map(({ field, words }) =>
              createElement(
                'li',
                { key: field },
                createElement('button', { type: 'button', onClick: () => goToField(field) }, words),
              ),
            ),
          ),
        ],
  )
}
