import { startLargePrint } from '../print-services/large-print.ts'

/** Brings a booklet to life: the print button, and the whole address of the page it is of. */
function startBooklet(): void {
  startLargePrint(location.hash)
  const print = document.querySelector<HTMLButtonElement>('[data-print]')
  if (print !== null) {
    print.hidden = false
    print.addEventListener('click', () => window.print())
  }
  const address = document.querySelector('[data-address]')
  if (address !== null) address.textContent = window.location.href.replace(/print\/.*$/, '')
}

startBooklet()
