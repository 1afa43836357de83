import { readStatus, sentenceOf } from './helpdesk-status.ts'

/**
 * Fills every `[data-helpdesk-status]` with what the helpdesk says of itself. Without an answer the page stays as it was
 * built, which is true at any time.
 */
async function showHelpdeskStatus(): Promise<void> {
  const places = document.querySelectorAll<HTMLElement>('[data-helpdesk-status]')
  if (places.length === 0) return
  const status = await readStatus(fetch)
  if (status === undefined) return
  for (const place of places) {
    place.textContent = sentenceOf(status)
    place.classList.toggle('state--open', status.available)
    place.hidden = false
  }
}

void showHelpdeskStatus()
