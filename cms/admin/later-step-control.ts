import { createElement, useImperativeHandle, useSyncExternalStore } from 'react'
import { placeInList } from './find-field.ts'
import { everyHalfSecond } from './form-watch.ts'
import { laterSteps } from './later-steps.ts'
import { formDataOf, plainValues, type WidgetProps } from './widget-props.ts'

/** A list of the steps below, for the step of a pathway that does not lead to the next number. It follows what is typed. */
export function LaterStepControl(props: WidgetProps) {
  const { forID, classNameWrapper, value, onChange, ref } = props
  useImperativeHandle(ref, () => ({}), [])
  const data = useSyncExternalStore(everyHalfSecond, () => formDataOf(props))
  const place = useSyncExternalStore(everyHalfSecond, () => placeInList(document.getElementById(forID)))
  const { steps } = plainValues(data)
  return createElement(
    'select',
    {
      id: forID,
      className: classNameWrapper,
      value: typeof value === 'string' ? value : '',
      onChange: ({ target }: { target: HTMLSelectElement }) => onChange(target.value),
    },
    createElement('option', { value: '' }, 'The step with the next number'),
    laterSteps(steps, place, value).map((step) =>
      createElement('option', { key: step.value, value: step.value }, step.label),
    ),
  )
}
