import { counted } from '#records/counted.ts'
import type { SessionView } from './session-watch.ts'

/**
 * The notice of a session that ends soon or has ended, over the top of the page. It takes no focus; what it says is
 * read out when it appears, and once more in the last minute.
 */
export function createSessionNotice({ document, onStay, showsEnd }: SessionNoticeParts) {
  const spoken = element('p', 'govuk-visually-hidden')
  spoken.setAttribute('aria-live', 'assertive')
  const box = element('section', 'session-notice')
  box.setAttribute('aria-label', 'Your sign-in')
  box.hidden = true
  document.body.prepend(spoken, box)
  let wasEnding = false

  function element(name: string, className: string, text = ''): HTMLElement {
    const made = document.createElement(name)
    made.className = className
    made.textContent = text
    return made
  }

  function link(text: string, href: string): HTMLElement {
    const made = element('a', 'govuk-button govuk-button--secondary', text)
    made.setAttribute('href', href)
    return made
  }

  function fill(title: string, words: string, ...deeds: HTMLElement[]): void {
    const row = element('div', 'session-notice__deeds')
    row.append(...deeds)
    box.replaceChildren(element('p', 'session-notice__title', title), element('p', '', words), row)
    box.hidden = false
    document.documentElement.classList.add('has-session-notice')
  }

  function hide(): void {
    box.hidden = true
    box.replaceChildren()
    document.documentElement.classList.remove('has-session-notice')
  }

  return (view: SessionView): void => {
    if (view.is === 'quiet' || (view.is === 'ended' && !showsEnd)) {
      hide()
      spoken.textContent = wasEnding && view.is === 'quiet' ? 'You stay signed in.' : ''
      wasEnding = false
      return
    }
    if (view.is === 'ended') {
      wasEnding = false
      const signIn = link('Sign in in a new tab', '/sign-in/?next=/sessions/')
      signIn.setAttribute('target', '_blank')
      fill(ended.title, ended.words, signIn)
      spoken.textContent = `${ended.title} ${ended.words}`
      return
    }
    const { minutes, canStay } = view
    const left = counted(minutes, 'minute')
    const title = `You will be signed out in ${left}`
    const words = canStay ? idle : dayOver
    if (!wasEnding || minutes === 1) spoken.textContent = `${title}. ${words}`
    // The button stays the same one, so that who is about to press it does not lose it.
    const stay =
      box.querySelector<HTMLElement>('[data-stay]') ?? element('button', 'govuk-button', 'Stay signed in')
    stay.setAttribute('type', 'button')
    stay.dataset['stay'] = ''
    stay.onclick = onStay
    const shownTitle = box.querySelector('.session-notice__title')
    if (wasEnding && shownTitle) shownTitle.textContent = title
    else fill(title, words, ...(canStay ? [stay] : []), link('Sign out', '/sign-out/'))
    wasEnding = true
  }
}

const idle = 'You have not done anything for a while. What you typed is kept.'
const dayOver =
  'A sign-in lasts 12 hours at most. Send or save what you are writing, then sign out and sign in again.'
const ended = {
  title: 'You are signed out',
  words: 'Sign in again in a new tab, then come back to this one. What you typed here is kept.',
}

interface SessionNoticeParts {
  document: Document
  onStay: () => void
  /** whether it also says that the session has ended; a page that says so itself needs no second word */
  showsEnd: boolean
}
