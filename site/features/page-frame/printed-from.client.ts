import { dateInWords } from '#records/dates-in-words.ts'
import { londonDate } from '#records/london-date.ts'

/** Fills in what only the reader's browser knows: where the site stands, and the day on which the page is printed. */
function fillBeforePrinting(): void {
  const say = (place: string, words: string) => {
    for (const each of document.querySelectorAll(`.printed-from [data-${place}]`)) each.textContent = words
  }
  say('site-origin', location.origin)
  addEventListener('beforeprint', () =>
    say('printed-on', `, printed on ${dateInWords(londonDate(Date.now()))}`),
  )
}

fillBeforePrinting()
