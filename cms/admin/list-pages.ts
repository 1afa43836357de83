/**
 * Hands a long list to Decap a hundred at a time, as it is scrolled: drawing thousands takes a browser several seconds. The
 * whole list is there from the start; what is searched, sorted or chosen from is all of it. Under `cursorKey` Decap looks how
 * a list goes on.
 */
export function createListPages<Entry>(cursorKey: symbol): ListPages<Entry> {
  const lists = new Map<string, readonly Entry[]>()

  function pageOf(folder: string, page: number): ListPage<Entry> {
    const list = lists.get(folder) ?? []
    const entries = list.slice((page - 1) * pageSize, page * pageSize)
    const hasMore = page * pageSize < list.length
    const meta = { page, folder, count: list.length, pageSize, pageCount: Math.ceil(list.length / pageSize) }
    return { entries, cursor: { actions: hasMore ? ['next'] : [], meta, data: {} } }
  }

  return {
    first(folder, list) {
      lists.set(folder, list)
      const { entries, cursor } = pageOf(folder, 1)
      return Object.assign(entries, { [cursorKey]: cursor })
    },
    next: ({ meta }) => pageOf(String(meta.get('folder')), Number(meta.get('page')) + 1),
  }
}

const pageSize = 100

interface ListPage<Entry> {
  readonly entries: Entry[]
  /** How the list goes on, in Decap's words. */
  readonly cursor: { readonly actions: readonly string[]; readonly meta: object; readonly data: object }
}

export interface ListPages<Entry> {
  /** The first page of a list, which says how it goes on. */
  first(folder: string, list: readonly Entry[]): Entry[]
  /** The page after the one that this says. */
  next(cursor: { meta: { get(name: 'folder' | 'page'): unknown } }): ListPage<Entry>
}
