import { createElement, type FocusEvent, type ReactNode } from 'react'
import type { RowProblem } from './row-words.ts'

/**
 * One row of a list, with its fields: a group that is called what the row says, its problems in words, and what can be done
 * with it. What is missing is told once the row was left, what is wrong at once.
 */
export function RowCard(props: RowCardProps) {
  const { rowKey, id, words, problems, isChecked, onLeave, children, deeds } = props
  const told = problems.filter(({ kind }) => isChecked || kind === 'wrong')
  return createElement(
    'fieldset',
    {
      className: `row-card${told.length > 0 ? ' row-card--wrong' : ''}`,
      'data-row': rowKey,
      tabIndex: -1,
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) onLeave()
      },
    },
    createElement('legend', null, words),
    createElement('div', { className: 'row-fields' }, children),
    createElement(
      'p',
      { id: problemId(id), className: 'row-problem', role: 'status' },
      told.map((problem) => problem.words).join(' '),
    ),
    createElement(
      'div',
      { className: 'row-deeds' },
      deeds.map(({ label, onClick }) =>
        createElement(
          'button',
          { key: label, type: 'button', onClick },
          label,
          createElement('span', { className: 'govuk-visually-hidden' }, `: ${words}`),
        ),
      ),
    ),
  )
}

/** The id of the sentence to point to from a field that it is about; undefined while nothing is said of the field. */
export function problemIdOf(
  { id, problems, isChecked }: Pick<RowCardProps, 'id' | 'problems' | 'isChecked'>,
  field: string,
): string | undefined {
  const isTold = problems.some(
    (problem) => problem.field === field && (isChecked || problem.kind === 'wrong'),
  )
  return isTold ? problemId(id) : undefined
}

function problemId(id: string): string {
  return `${id}-problem`
}

interface RowCardProps {
  readonly rowKey: string
  /** The beginning of the ids in this row. */
  readonly id: string
  readonly words: string
  readonly problems: readonly RowProblem[]
  /** Whether what is missing is told too. */
  readonly isChecked: boolean
  readonly onLeave: () => void
  readonly children?: ReactNode
  readonly deeds: readonly { readonly label: string; readonly onClick: () => void }[]
}
