import { createElement } from 'react'
import { problemIdOf, RowCard } from './row-card.ts'
import { keyOf, type Row, withField } from './row-columns.ts'
import { RowField } from './row-fields.ts'
import { RowListFrame, useRowList } from './row-list.ts'
import { problemsOf, rowInWords } from './row-words.ts'
import type { WidgetProps } from './widget-props.ts'

/** The control of a list of times, dates, choices and short texts: every row is there to see, and called what it says. */
export function RowsControl(props: WidgetProps) {
  const list = useRowList(props, { wordsOf: rowInWords, problemsOf })
  const { kept, columns } = list
  const several = columns.filter(({ kind }) => kind === 'several').map(({ name }) => [name, []])
  const newRow: Row = Object.fromEntries(several)

  const rows = kept.rows.map((row, index) => {
    const rowKey = keyOf(row, index)
    const card = {
      rowKey,
      id: `${props.forID}-${rowKey}`,
      words: list.inWords(row),
      problems: list.problemsIn(row),
      isChecked: list.isChecked(rowKey),
      onLeave: () => list.look(rowKey),
      deeds: [
        { label: 'Copy', onClick: () => kept.copy(index) },
        { label: 'Remove', onClick: () => kept.remove(index) },
      ],
    }
    const fields = columns.map((column) =>
      createElement(RowField, {
        key: column.name,
        ...{ column, row, id: card.id, problem: problemIdOf(card, column.name) },
        onChange: (value) => kept.update(rowKey, (held) => withField(held, column.name, value)),
      }),
    )
    return createElement(RowCard, { key: rowKey, ...card }, fields)
  })
  return createElement(RowListFrame, { list, props, newRow }, rows)
}
