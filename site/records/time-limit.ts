/** A time limit that pages print. Each says what kind of rule it is, where it stands and when it was last checked. */
export interface TimeLimit {
  /** Printed to people, after words such as “by when”. */
  readonly words: string
  readonly kind: 'law' | 'guidance' | 'code'
  readonly source: string
  /** `YYYY-MM-DD`. */
  readonly checkedOn: string
}

/** When the limits were last read against their sources. */
export const checkedOn = '2026-11-22'
