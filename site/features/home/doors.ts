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

/** A page of guidance that a door may lead to. */
interface Doorway {
  readonly id: string
  readonly data: { readonly title: string; readonly summary: string; readonly situation?: string | undefined }
}

/** Doors to these pages: first those whose editors gave a situation in a family's words. */
export function doorsTo<D extends Doorway>(pages: readonly D[], pathOf: (slug: string) => string): Door[] {
  const told = pages.filter(({ data }) => data.situation !== undefined)
  const others = pages.filter(({ data }) => data.situation === undefined)
  return [...told, ...others].map(({ id, data }) => ({
    href: pathOf(id),
    title: data.situation ?? data.title,
    summary: data.summary,
  }))
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
