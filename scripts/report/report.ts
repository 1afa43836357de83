/** A report of the content in a folder: its rows, for `--json`, and the same as text for people. */
export interface Report {
  readonly rows: readonly object[]
  readonly text: string
}
