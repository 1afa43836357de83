import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { holdPosition } from './held-position.ts'

/** Keeps what is read in a column where it is. Gives how many chats came in above, out of sight. */
export function useHeldPosition(column: RefObject<HTMLElement>): number {
  const [newAbove, setNewAbove] = useState(0)
  useEffect(() => (column.current ? holdPosition(column.current, setNewAbove) : undefined), [column])
  return newAbove
}
