/** A line of the list and where it stood in the window. */
type Place = { line: HTMLElement; top: number }

/**
 * Keeps what somebody looks at in a column where it is while lines come and go above it: what has the focus, or what the
 * pointer is on, or else the first line in sight. A column that stands at its very top, with nobody in it, shows what comes.
 *
 * @param onNewAbove told how many chats came in above what is in sight, and when they have been seen
 * @returns ends it
 */
export function holdPosition(column: HTMLElement, onNewAbove: (chats: number) => void): () => void {
  let places: Place[] = []
  let known = new Set(waitingIn(column).map(idOf))
  let newAbove = new Set<string>()

  const note = () => {
    places = placesIn(column)
  }
  const tell = (next: Set<string>) => {
    if (next.size !== newAbove.size) onNewAbove(next.size)
    newAbove = next
  }
  const see = () => {
    note()
    const waiting = new Map(waitingIn(column).map((line) => [idOf(line), line]))
    tell(new Set([...newAbove].filter((id) => isAbove(column, waiting.get(id)))))
  }
  const keep = () => {
    const held = places.find(({ line }) => line.isConnected)
    const moved = held ? held.line.getBoundingClientRect().top - held.top : 0
    if (Math.abs(moved) >= 1) scrollerOf(column).scrollTop += moved
    const waiting = waitingIn(column)
    const fresh = waiting.filter((line) => !known.has(idOf(line)))
    const stillAbove = waiting.filter((line) => newAbove.has(idOf(line)) || fresh.includes(line))
    known = new Set(waiting.map(idOf))
    tell(new Set(stillAbove.filter((line) => isAbove(column, line)).map(idOf)))
    note()
  }

  const observer = new ResizeObserver(keep)
  for (const child of column.children) observer.observe(child)
  const events = ['focusin', 'pointermove', 'pointerleave'] as const
  for (const event of events) column.addEventListener(event, note, { passive: true })
  window.addEventListener('scroll', see, { passive: true, capture: true })
  note()
  return () => {
    observer.disconnect()
    for (const event of events) column.removeEventListener(event, note)
    window.removeEventListener('scroll', see, { capture: true })
  }
}

/** What is looked at, and the lines that follow it: one of them is still there when it has gone itself. */
function placesIn(column: HTMLElement): Place[] {
  const focused = document.activeElement
  const looked =
    focused instanceof HTMLElement && column.contains(focused)
      ? focused
      : column.querySelector<HTMLElement>('.desk-line:hover')
  if (looked === null && scrollerOf(column).scrollTop <= 0) return []
  const top = topOf(column)
  const lines = [...column.querySelectorAll<HTMLElement>('.desk-line')]
  const first = looked === null ? top : looked.getBoundingClientRect().top
  const following = lines
    .map((line) => ({ line, top: line.getBoundingClientRect().top }))
    .filter(({ line, top: at }) => at >= first && line !== looked)
    .slice(0, 10)
  return looked === null ? following : [{ line: looked, top: first }, ...following]
}

function scrollerOf(column: HTMLElement): Element {
  const scrolls = getComputedStyle(column).overflowY !== 'visible'
  return scrolls ? column : (document.scrollingElement ?? column)
}

function topOf(column: HTMLElement): number {
  return Math.max(0, column.getBoundingClientRect().top)
}

function isAbove(column: HTMLElement, line: HTMLElement | undefined): boolean {
  return line !== undefined && line.getBoundingClientRect().bottom <= topOf(column)
}

function waitingIn(column: HTMLElement): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>('[data-part="waiting"] .desk-line')]
}

function idOf(line: HTMLElement): string {
  return line.dataset.conversation ?? ''
}
