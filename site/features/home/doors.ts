/** A door on the home page: a situation in a family's words, and the page that helps. */
export interface Door {
  readonly href: string
  readonly title: string
  readonly summary: string
}

/** What the home page can lead to, each list in its own order. */
export interface DoorSources {
  readonly guides: readonly Door[]
  readonly pathways: readonly Door[]
  readonly routes: readonly Door[]
}

const most = 9

/**
 * Up to nine doors: guides first, then pathways, then what to do when things go wrong. Each kind keeps at least three
 * places if it can fill them, so that a family who was told no finds its door.
 */
export function doorsFrom({ guides, pathways, routes }: DoorSources): Door[] {
  const kept = [guides, pathways, routes].map((doors) => Math.min(doors.length, 3))
  let free = most - kept.reduce((sum, count) => sum + count, 0)
  return [guides, pathways, routes].flatMap((doors, index) => {
    const base = kept[index] ?? 0
    const extra = Math.min(free, doors.length - base)
    free -= extra
    return doors.slice(0, base + extra)
  })
}
