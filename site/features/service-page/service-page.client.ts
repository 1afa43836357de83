import { openEasyReadChoice } from './easy-read.ts'
import { openWhenPrinted } from './open-when-printed.ts'

/** Brings the buttons of a service page to life: print and Easy Read. */
function startServicePage(): void {
  const print = document.querySelector<HTMLButtonElement>('[data-print]')
  if (print !== null) {
    print.hidden = false
    print.addEventListener('click', () => window.print())
  }
  openWhenPrinted(document, window)
  startEasyRead()
}

function startEasyRead(): void {
  const toggle = document.querySelector<HTMLButtonElement>('[data-easy-read-toggle]')
  const easy = document.querySelector<HTMLElement>('[data-easy-read]')
  const usual = document.querySelector<HTMLElement>('[data-usual-summary]')
  const says = document.querySelector<HTMLElement>('[data-page-says]')
  if (toggle === null || easy === null || usual === null) return
  const choice = openEasyReadChoice(() => localStorage)
  const show = (on: boolean) => {
    easy.hidden = !on
    easy.dataset['ready'] = ''
    usual.hidden = on
    toggle.setAttribute('aria-pressed', String(on))
  }
  show(choice.isOn())
  toggle.hidden = false
  toggle.addEventListener('click', () => {
    const on = toggle.getAttribute('aria-pressed') !== 'true'
    choice.set(on)
    show(on)
    if (says !== null)
      says.textContent = on ? 'Easy Read is on. Other pages that have it show it too.' : 'Easy Read is off.'
  })
}

startServicePage()
