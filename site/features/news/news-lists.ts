import type { News } from '#records/news.ts'
import { overAt } from './news-time.ts'

/** News and events as the page lists them. */
export interface NewsLists<E> {
  /** What is to come or on now, the earliest first. */
  readonly coming: readonly E[]
  /** News, the newest first. */
  readonly news: readonly E[]
  /** What is over, the latest first. */
  readonly past: readonly E[]
}

/** Sorts entries, which come by their first day, into what is to come, news, and what is over. `now` is `2026-11-22T14:05`. */
export function newsLists<E extends { readonly data: News }>(
  entries: readonly E[],
  now: string,
): NewsLists<E> {
  const isOver = ({ data }: E) => overAt(data) < now
  const current = entries.filter((entry) => !isOver(entry))
  return {
    coming: current.filter(({ data }) => data.kind !== 'news'),
    news: current.filter(({ data }) => data.kind === 'news').toReversed(),
    past: entries.filter(isOver).toReversed(),
  }
}
