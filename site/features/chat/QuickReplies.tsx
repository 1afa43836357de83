import { h } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { quickReplies } from './quick-replies.ts'

/** The same answer again within this time counts as one press: hands may shake. */
const samePressMs = 1500

/** Answers with symbols: each is a button of its own, sent by one press of a finger, a key or a switch. */
export function QuickReplies({ onSend }: { onSend: (text: string) => void }) {
  const titleId = useId()
  const last = useRef({ text: '', at: 0 })
  const press = (text: string) => {
    const at = performance.now()
    const again = last.current.text === text && at - last.current.at < samePressMs
    last.current = { text, at }
    if (!again) onSend(text)
  }
  return (
    <section class="quick-replies" aria-labelledby={titleId}>
      <h3 id={titleId}>Answer with one press</h3>
      <ul>
        {quickReplies.map(({ text, shapes }) => (
          <li key={text}>
            <button type="button" class="quick-reply" onClick={() => press(text)}>
              <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                {shapes.map(({ element, attributes }) => h(element, attributes))}
              </svg>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
