import { createElement, type ReactNode, useImperativeHandle, useState } from 'react'
import { type KeptRows, useKeptRows } from './kept-rows.ts'
import { type Column, columnsOf, keyOf, type Row } from './row-columns.ts'
import type { RowProblem } from './row-words.ts'
import type { WidgetProps } from './widget-props.ts'

/**
 * What the controls of lists have in common: the rows of the field, which of them were looked at, and Decap's question
 * whether the field may be saved.
 */
export function useRowList(
  props: WidgetProps,
  { wordsOf, problemsOf }: Pick<RowListParts, 'wordsOf' | 'problemsOf'>,
): RowList {
  const { field, ref, parentIds } = props
  const columns = columnsOf(field?.get('columns'))
  const singular = String(field?.get('label_singular') ?? 'row')
  const label = String(field?.get('label') ?? '')
  const inWords = (row: Row) => wordsOf(columns, row) || `New ${singular}`
  const kept = useKeptRows({ value: props.value, onChange: props.onChange, wordsOf: inWords })
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())

  useImperativeHandle(ref, () => ({
    isValid() {
      setChecked(new Set(kept.rows.map(keyOf)))
      const faults = kept.rows.flatMap((row) => problemsOf(columns, row))
      if (faults.length === 0) return true
      // Only for what is missing does Decap say in so many words that nothing was saved.
      return { error: { type: 'PRESENCE', parentIds, message: `${label}: look at the row that is marked.` } }
    },
  }))

  return {
    ...{ kept, columns, singular, label, inWords },
    problemsIn: (row) => problemsOf(columns, row),
    isChecked: (key) => checked.has(key),
    look: (key) => setChecked((before) => new Set([...before, key])),
  }
}

/** The list around the rows: what was done last, the way back, and the button for one more. */
export function RowListFrame({ list, props, children, newRow }: RowListFrameProps) {
  const { kept, label, singular } = list
  const { forID, classNameWrapper } = props
  return createElement(
    'div',
    { id: forID, role: 'group', 'aria-label': label, className: `${classNameWrapper} row-list` },
    createElement('div', { id: kept.list }, children, addButton(kept, singular, newRow)),
    createElement('p', { role: 'status', className: 'row-says' }, kept.says),
    kept.removed !== undefined &&
      createElement(
        'p',
        { className: 'row-deeds' },
        createElement('button', { type: 'button', onClick: kept.bringBack }, `Bring back: ${kept.removed}`),
      ),
  )
}

function addButton(kept: KeptRows, singular: string, newRow: Row) {
  return createElement(
    'p',
    { className: 'row-deeds' },
    createElement(
      'button',
      { type: 'button', 'data-add': true, onClick: () => kept.add(newRow) },
      `${kept.rows.length === 0 ? 'Add a' : 'Add another'} ${singular}`,
    ),
  )
}

interface RowListParts {
  readonly wordsOf: (columns: readonly Column[], row: Row) => string
  readonly problemsOf: (columns: readonly Column[], row: Row) => readonly RowProblem[]
}

export interface RowList {
  readonly kept: KeptRows
  readonly columns: readonly Column[]
  /** One row, as people call it: `set of hours`. */
  readonly singular: string
  readonly label: string
  /** A row in words; a new one that holds nothing yet is called so. */
  readonly inWords: (row: Row) => string
  readonly problemsIn: (row: Row) => readonly RowProblem[]
  /** Whether what is missing in a row is told. */
  readonly isChecked: (key: string) => boolean
  /** From now on what is missing in a row is told. */
  readonly look: (key: string) => void
}

interface RowListFrameProps {
  readonly list: RowList
  readonly props: WidgetProps
  readonly children?: ReactNode
  /** What a new row holds. */
  readonly newRow: Row
}
