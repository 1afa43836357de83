import { useState } from 'preact/hooks'
import { shareAddress } from './shared-link.ts'
import type { Shortlist } from './shortlist.ts'

interface Props {
  list: Shortlist
  origin: string
  copy(text: string): Promise<void>
  say(words: string): void
}

/** Makes a link to the list, copies it where the browser allows that, and shows it in any case. */
export function ShareList({ list, origin, copy, say }: Props) {
  const [copied, setCopied] = useState<boolean | undefined>(undefined)
  const address = shareAddress(origin, list)
  const share = async () => {
    const done = await copy(address).then(
      () => true,
      () => false,
    )
    setCopied(done)
    say(done ? 'The link is copied.' : 'The link is on the page now. Copy it from there.')
  }
  return (
    <>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={share}>
        Share by link
      </button>
      {copied !== undefined && (
        <div class="share-link">
          <label class="govuk-label" for="share-link">
            {copied ? 'The link is copied. You can paste it into a message.' : 'Copy this link and send it.'}
          </label>
          <p class="govuk-hint" id="share-link-hint">
            It holds which services are on your list. Your notes are not in it.
          </p>
          <input
            id="share-link"
            class="govuk-input"
            readOnly
            value={address}
            aria-describedby="share-link-hint"
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
      )}
    </>
  )
}
