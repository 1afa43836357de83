import { createElement, useMemo, useSyncExternalStore } from 'react'
import { valueAt } from '#records/value-at.ts'
import type { CmsConnection } from './cms-request.ts'
import { everyHalfSecond } from './form-watch.ts'
import { PlaceCard } from './place-card.ts'
import { placeInWords, placeProblems } from './place-words.ts'
import { keyOf } from './row-columns.ts'
import { RowListFrame, useRowList } from './row-list.ts'
import { formDataOf, plainValues, type WidgetProps } from './widget-props.ts'

/** The control of the places of a service. Where the address is confidential there is none to fill in. */
export function PlacesControl(props: WidgetProps & { readonly connection: CmsConnection }) {
  const list = useRowList(props, { wordsOf: placeInWords, problemsOf: placeProblems })
  const data = useSyncExternalStore(everyHalfSecond, () => formDataOf(props))
  const isConfidential = useMemo(
    () => valueAt(plainValues(data), 'where', 'confidentialAddress') === true,
    [data],
  )
  const { kept, columns } = list
  const { connection, forID, classNameWrapper } = props

  if (isConfidential) {
    return createElement(
      'div',
      { id: forID, className: `${classNameWrapper} row-list` },
      createElement('p', { role: 'status' }, kept.rows.length === 0 ? confidential : stillStored),
      kept.rows.length > 0 &&
        createElement(
          'p',
          { className: 'row-deeds' },
          createElement('button', { type: 'button', onClick: () => props.onChange([]) }, 'Remove the places'),
        ),
    )
  }

  const places = kept.rows.map((place, index) => {
    const rowKey = keyOf(place, index)
    const card = {
      rowKey,
      id: `${forID}-${rowKey}`,
      words: list.inWords(place),
      problems: list.problemsIn(place),
      isChecked: list.isChecked(rowKey),
      onLeave: () => list.look(rowKey),
      deeds: [{ label: 'Remove', onClick: () => kept.remove(index) }],
    }
    return createElement(PlaceCard, { key: rowKey, place, columns, card, kept, connection })
  })
  return createElement(RowListFrame, { list, props, newRow: {} }, places)
}

const confidential = 'The address is confidential, so no place is kept here. The page says that it is.'
const stillStored =
  'You said that the address is confidential. Remove the places, so that nobody can find it here.'
