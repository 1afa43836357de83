import { useEffect, useId, useRef, useState } from 'react'
import { keyOf, type Row, rowsOf } from './row-columns.ts'

/**
 * The rows of a list field while somebody works on them: added, copied, changed, removed and brought back. The form of
 * Decap holds the rows; here is what was removed last, what is said of it, and where the keyboard goes next.
 */
export function useKeptRows({ value, onChange, wordsOf }: KeptRowsParts): KeptRows {
  const rows = rowsOf(value)
  const latest = useRef(rows)
  latest.current = rows
  const [removed, setRemoved] = useState<Removed>()
  const [says, setSays] = useState('')
  const list = useId()
  const goTo = useRef<GoTo>(undefined)

  useEffect(() => {
    const place = goTo.current
    if (place === undefined) return
    const target = document.getElementById(list)?.querySelector<HTMLElement>(selectorOf(place))
    if (!target) return
    goTo.current = undefined
    target.focus()
  })

  function give(next: readonly Row[], then: GoTo, words: string): void {
    goTo.current = then
    setSays(words)
    latest.current = [...next]
    onChange(next)
  }

  function insert(index: number, row: Row, words: string): void {
    const key = newKey()
    give(latest.current.toSpliced(index, 0, { ...row, key }), { row: key, part: 'field' }, words)
  }

  return {
    rows,
    list,
    says,
    removed: removed && wordsOf(removed.row),
    add: (row) => insert(latest.current.length, row, ''),
    copy(index) {
      const row = latest.current[index]
      if (row) insert(index + 1, row, 'Copied. Now change what differs.')
    },
    update(key, change) {
      const next = latest.current.map((row, index) => (keyOf(row, index) === key ? change(row) : row))
      latest.current = next
      onChange(next)
    },
    remove(index) {
      const row = latest.current[index]
      if (!row) return
      setRemoved({ row, index })
      const next = latest.current.toSpliced(index, 1)
      const neighbour = next[index] ?? next.at(-1)
      const then: GoTo = neighbour
        ? { row: keyOf(neighbour, next.indexOf(neighbour)), part: 'row' }
        : { part: 'add' }
      give(next, then, `Removed: ${wordsOf(row)}.`)
    },
    bringBack() {
      if (!removed) return
      setRemoved(undefined)
      const next = latest.current.toSpliced(removed.index, 0, removed.row)
      give(
        next,
        { row: keyOf(removed.row, removed.index), part: 'row' },
        `It is back: ${wordsOf(removed.row)}.`,
      )
    },
  }
}

/** A key for a new row, the same after every save. Browsers give random numbers on any page, UUIDs only on safe ones. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function selectorOf(place: NonNullable<GoTo>): string {
  if (place.part === 'add') return '[data-add]'
  const row = `[data-row="${CSS.escape(place.row)}"]`
  return place.part === 'row' ? row : `${row} :is(input, select)`
}

/** Where the keyboard goes once the form shows the change. */
type GoTo = { readonly part: 'add' } | { readonly part: 'row' | 'field'; readonly row: string } | undefined

interface Removed {
  readonly row: Row
  readonly index: number
}

interface KeptRowsParts {
  readonly value: unknown
  readonly onChange: (rows: readonly Row[]) => void
  /** A row in words, for what is said of it. */
  readonly wordsOf: (row: Row) => string
}

export interface KeptRows {
  readonly rows: readonly Row[]
  /** The id that the list of rows must have, so that the keyboard finds its way. */
  readonly list: string
  /** What was done last, for a status region. */
  readonly says: string
  /** The row that can be brought back, in words. */
  readonly removed: string | undefined
  add(row: Row): void
  copy(index: number): void
  /** Changes the row of a key, as it is by then: an answer may come late. */
  update(key: string, change: (row: Row) => Row): void
  remove(index: number): void
  bringBack(): void
}
