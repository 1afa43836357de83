import { counted } from '#records/counted.ts'
import { isGone, loadEntries } from '../shortlist/load-entries.ts'
import { sharedIn } from '../shortlist/shared-link.ts'
import { startLargePrint } from './large-print.ts'
import { printedService } from './printed-service.ts'

/**
 * Puts the pages of the services that the fragment names one after the other. The fragment stays in the browser: whoever
 * serves the site sees single pages, and no list.
 */
async function startPrintServices(): Promise<void> {
  startLargePrint(location.hash)
  const [says, list] = [document.querySelector('[data-says]'), document.querySelector('[data-services]')]
  if (says === null || list === null) return
  const ids = sharedIn(location.hash)?.ids ?? []
  if (ids.length === 0) {
    says.textContent = 'No services are chosen. Open your shortlist, and print from there.'
    return
  }
  says.textContent = 'Fetching the services…'
  const known = await loadEntries(ids, fetch)
  const articles = await Promise.all(ids.map((id) => articleOf(known.entries.get(id)?.href)))
  list.replaceChildren(...articles.filter((article) => article !== null))
  const gone = ids.filter((id) => isGone(known, id)).length
  const failed = ids.length - list.childElementCount - gone
  says.textContent = [
    `${counted(list.childElementCount, 'service')}.`,
    ...(gone === 0 ? [] : [`${counted(gone, 'service')} no longer in the directory.`]),
    ...(failed === 0
      ? []
      : [`We could not fetch ${counted(failed, 'service')}. Reload the page to try again.`]),
  ].join(' ')
  const print = document.querySelector<HTMLButtonElement>('[data-print]')
  if (print === null || list.childElementCount === 0) return
  print.hidden = false
  print.addEventListener('click', () => window.print())
}

/** The page of a service as it is printed; null when it could not be fetched. */
async function articleOf(href: string | undefined): Promise<HTMLElement | null> {
  if (href === undefined) return null
  try {
    const answer = await fetch(href)
    return answer.ok ? printedService(await answer.text()) : null
  } catch {
    return null
  }
}

void startPrintServices()
