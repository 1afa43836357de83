import { londonNow } from './news-time.ts'

/**
 * A page that was built last week still lists what is over by now. This moves such items to those that are over, the latest
 * first, and says so on the page of an event that is over. Without it the page is as right as on the day of its build.
 */
function foldAwayWhatIsOver(): void {
  const now = londonNow(Date.now())
  const past = document.querySelector<HTMLElement>('[data-news-past]')
  const pastList = past?.querySelector('ul')
  const isOver = ({ dataset }: HTMLElement) => (dataset['overAt'] ?? '9999') < now
  for (const list of document.querySelectorAll<HTMLElement>('[data-news-current]')) {
    const over = [...list.querySelectorAll<HTMLElement>('[data-over-at]')].filter(isOver)
    over.sort((a, b) => (a.dataset['overAt'] ?? '').localeCompare(b.dataset['overAt'] ?? ''))
    for (const item of over) pastList?.prepend(item)
    if (over.length > 0 && past) past.hidden = false
    const none = list.querySelector<HTMLElement>('[data-news-none]')
    if (none) none.hidden = list.querySelector('[data-over-at]') !== null
  }
  const notice = document.querySelector<HTMLElement>('[data-news-over]')
  if (notice !== null && isOver(notice)) notice.hidden = false
}

foldAwayWhatIsOver()
