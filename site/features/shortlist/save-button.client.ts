import { counted } from '#records/counted.ts'
import { type DeviceShortlist, notKeptSentence } from './device-shortlist.ts'
import { isSaved, shortlistLimits, withoutSaved, withSaved } from './shortlist.ts'
import { shortlistOfThisDevice } from './this-device.ts'

/** Defines `<save-button>` and shows the count in the header, on every page. */
function startSaving(shortlist: DeviceShortlist): void {
  const says = document.querySelector<HTMLElement>('[data-shortlist-says]')
  const announce = (words: string) => {
    if (says !== null) says.textContent = words
  }
  const showCount = () => {
    const count = shortlist.read().length
    for (const place of document.querySelectorAll('[data-shortlist-count]')) place.textContent = `(${count})`
  }
  class SaveButton extends HTMLElement {
    static observedAttributes = ['data-id', 'data-name']
    #stopListening = () => {}

    connectedCallback() {
      this.addEventListener('click', this.#press)
      this.#stopListening = shortlist.onChange(() => this.#paint())
      this.#paint()
    }

    disconnectedCallback() {
      this.removeEventListener('click', this.#press)
      this.#stopListening()
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#paint()
    }

    #press = () => {
      const { id = '', name = '', href = '' } = this.dataset
      const before = shortlist.read()
      const saved = isSaved(before, id)
      shortlist.change((list) => (saved ? withoutSaved(list, id) : withSaved(list, { id, name, href })))
      announce(saysAfter(saved, before.length, shortlist))
      this.#showProblem(saved ? undefined : problemAfter(id, shortlist))
    }

    #paint() {
      const { id = '', name = '' } = this.dataset
      const saved = isSaved(shortlist.read(), id)
      this.toggleAttribute('data-saved', saved)
      this.#write('word', saved ? 'Saved' : 'Save')
      this.#write('name', saved ? ` ${name}. Take it off your shortlist` : ` ${name} to your shortlist`)
    }

    #write(part: 'word' | 'name', words: string) {
      const place = this.querySelector(`[data-part="${part}"]`)
      if (place !== null && place.textContent !== words) place.textContent = words
    }

    #showProblem(words: string | undefined) {
      this.querySelector('.save-button__problem')?.remove()
      if (words === undefined) return
      const problem = document.createElement('span')
      problem.className = 'save-button__problem'
      problem.textContent = words
      this.append(problem)
    }
  }
  customElements.define('save-button', SaveButton)
  shortlist.onChange(showCount)
  showCount()
  for (const link of document.querySelectorAll<HTMLElement>('[data-shortlist-link]'))
    link.dataset['ready'] = ''
}

function saysAfter(wasSaved: boolean, before: number, shortlist: DeviceShortlist): string {
  const count = shortlist.read().length
  if (!wasSaved && count === before) return fullSentence
  const done = wasSaved ? 'Taken off your shortlist.' : 'Saved.'
  return `${done} ${counted(count, 'service')} on your shortlist.${shortlist.isKept() ? '' : ` ${notKeptSentence}`}`
}

function problemAfter(id: string, shortlist: DeviceShortlist): string | undefined {
  if (!isSaved(shortlist.read(), id)) return fullSentence
  return shortlist.isKept() ? undefined : notKeptSentence
}

const fullSentence = `A shortlist holds ${shortlistLimits.services} services. Take one off to save another.`

startSaving(shortlistOfThisDevice())
