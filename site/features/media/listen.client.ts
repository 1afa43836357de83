import './media.css'
import { createReader, type ReadingState, textToSpeak, type Voice } from './read-aloud.ts'

/** Puts “Listen to this page” into its place, where the browser has a voice. Nothing is read until it is pressed. */
function startListening(): void {
  const place = document.querySelector<HTMLElement>('[data-listen]')
  const article = document.querySelector('main article')
  if (place === null || article === null || !('speechSynthesis' in window)) return
  const listen = buttonOf('Listen to this page')
  const pause = buttonOf('Pause')
  const stop = buttonOf('Stop')
  const says = document.createElement('span')
  says.className = 'govuk-visually-hidden'
  says.setAttribute('role', 'status')
  const show = (state: ReadingState) => {
    const pressed = [listen, pause, stop].find((button) => button === document.activeElement)
    listen.hidden = state !== 'silent'
    pause.hidden = state === 'silent'
    stop.hidden = state === 'silent'
    pause.textContent = state === 'paused' ? 'Go on' : 'Pause'
    says.textContent = { silent: '', reading: 'Reading this page aloud.', paused: 'Paused.' }[state]
    // The button that was pressed may be gone: the one that takes its place gets the focus.
    if (pressed?.hidden) (state === 'silent' ? listen : pause).focus()
  }
  const reader = createReader(browserVoice(window.speechSynthesis), show)
  listen.addEventListener('click', () => reader.start(textToSpeak(article)))
  pause.addEventListener('click', () => reader.pauseOrGoOn())
  stop.addEventListener('click', () => reader.stop())
  window.addEventListener('pagehide', () => reader.stop())
  place.classList.add('listen')
  place.replaceChildren(listen, pause, stop, says)
  place.hidden = false
  pause.hidden = true
  stop.hidden = true
}

function browserVoice(synthesis: SpeechSynthesis): Voice {
  return {
    speak(text, ended) {
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.lang = document.documentElement.lang
      utterance.addEventListener('end', ended)
      utterance.addEventListener('error', ended)
      synthesis.speak(utterance)
    },
    pause: () => synthesis.pause(),
    resume: () => synthesis.resume(),
    cancel: () => synthesis.cancel(),
  }
}

function buttonOf(label: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = label
  return button
}

startListening()
