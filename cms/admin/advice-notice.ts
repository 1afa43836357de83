import { counted } from '#records/counted.ts'
import type { WrongField } from './cms-request.ts'
import { goToField } from './go-to-field.ts'
import { type RefusedField, type RefusedMarks, refusedId } from './refused-marks.ts'

/**
 * Shows what the writer of a text should know after a save: what somebody else changed meanwhile, how hard the text is to
 * read, which section is too short; or why it was not saved.
 */
export interface AdviceNotice {
  /** Shows these sentences in the place of those before; none takes the notice away. */
  show(advice: readonly string[], meanwhile: string | null): void
  /** Says what was not done and why, until something is done, or the person closes it or goes elsewhere. */
  refuse(refusal: Refusal): void
  /** Something was done: what was refused before is past. */
  done(): void
  /** Says why something was not done, and leads to the page where the person chooses. */
  askToChoose(why: string, address: string): void
  /** Says why something was not done, in the way of everything else, and then loads the page as it is now where asked. */
  stop(why: string, then: { readonly loadsAgain: boolean }): void
}

/**
 * Makes the notice. It stays until it is closed or until the next save has nothing to say. It stands before everything else
 * on the page, so that the keyboard has a short way to it from the buttons of the form.
 */
export function createAdviceNotice(marks: RefusedMarks): AdviceNotice {
  const notice = document.createElement('section')
  const title = document.createElement('h2')
  const words = document.createElement('div')
  words.setAttribute('role', 'status')
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = 'Close'
  close.addEventListener('click', takeAway)
  notice.append(title, words, close)
  let isRefusal = false

  function put(label: string, ...children: readonly HTMLElement[]): void {
    isRefusal = false
    marks.show([])
    notice.className = 'advice'
    notice.setAttribute('aria-label', label)
    title.textContent = label
    title.hidden = true
    // Before the words change, so that a screen reader hears them.
    document.body.prepend(notice)
    words.replaceChildren(...children)
  }

  function takeAway(): void {
    isRefusal = false
    marks.show([])
    notice.remove()
  }

  function done(): void {
    if (isRefusal) takeAway()
  }

  // Decap shows another screen: what was wrong in the form before is no news there.
  window.addEventListener('hashchange', done)

  return {
    show(advice, meanwhile) {
      if (advice.length === 0 && meanwhile === null) return takeAway()
      const first = meanwhile === null ? [] : [paragraph(`Saved. ${meanwhile}`)]
      const help = meanwhile === null ? 'Saved. This may help readers:' : 'This may help readers:'
      put(onText, ...first, ...(advice.length > 0 ? [help, ...advice].map(paragraph) : []))
    },
    refuse({ what, why, fields, path }) {
      const items = fields.map((field, index) => wrongField(field, path, `${refusedId}${index}`))
      const list = document.createElement('ul')
      list.append(...items.map(({ item }) => item))
      put(what, ...(items.length === 0 ? [paragraph(why)] : [paragraph(toMend(items.length)), list]))
      title.hidden = false
      notice.classList.add('advice--refused')
      marks.show(items.flatMap(({ mark }) => mark ?? []))
      isRefusal = true
    },
    done,
    askToChoose(why, address) {
      const link = document.createElement('a')
      link.href = address
      link.target = '_blank'
      link.textContent = 'Go to the choice (opens in a new tab)'
      const way = document.createElement('p')
      way.append(link)
      put(onText, paragraph(why), way, paragraph('When you have chosen, load this page again.'))
    },
    stop(why, { loadsAgain }) {
      window.alert(why)
      if (loadsAgain) window.location.reload()
    },
  }
}

/** A line of the list: the field leads to itself where it is of the record in the form. */
function wrongField({ file, field, label, words }: WrongField, path: string | undefined, id: string) {
  const item = document.createElement('li')
  item.id = id
  if (file !== path) {
    item.append(`${file}: ${label}: ${words}`)
    return { item }
  }
  const way = document.createElement('button')
  way.type = 'button'
  way.textContent = `${label}: ${words}`
  way.addEventListener('click', () => goToField(field))
  item.append(way)
  const mark: RefusedField = { field, notice: item, words: `${label.split(' › ').at(-1)}: ${words}` }
  return { item, mark }
}

function toMend(count: number): string {
  return `${counted(count, 'thing')} to mend. What you typed stays in the form.`
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p')
  made.textContent = text
  return made
}

const onText = 'Advice on the text'

/** Why something was not done. */
export interface Refusal {
  /** Such as “Not saved”. */
  readonly what: string
  readonly why: string
  /** What is wrong in records, field by field, where that is why. */
  readonly fields: readonly WrongField[]
  /** The path of the record that the form shows. */
  readonly path: string | undefined
}
