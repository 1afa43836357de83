/** What a reader found in a cell: the value, or the reason why a stated value is not carried over. Neither: not stated. */
export interface Finding<T> {
  readonly value?: T
  /** Names the fact and the reason; never quotes the cell, which may hold personal data. */
  readonly omitted?: string
}

/** The reasons among findings. */
export function omissionsOf(...findings: readonly Finding<unknown>[]): string[] {
  return findings.flatMap(({ omitted }) => (omitted === undefined ? [] : [omitted]))
}
