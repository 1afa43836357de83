import { render } from 'preact'
import { createChatCalls } from '../chat/chat-calls.ts'
import { composingKey, createDraftKeeper } from '../chat/start-draft.ts'
import { openTabStore } from '../conversation/outbox.ts'
import { askDraft } from './ask-draft.ts'
import { loadEntries } from './load-entries.ts'
import { ShortlistApp } from './ShortlistApp.tsx'
import type { Shortlist } from './shortlist.ts'
import { shortlistOfThisDevice } from './this-device.ts'

/** Draws the shortlist in `#shortlist`, and again for each shared link that is opened on the page. */
export function startShortlistPage(): void {
  const root = document.getElementById('shortlist')
  if (root === null) return
  for (const each of document.querySelectorAll<HTMLElement>('[data-without-script]')) each.hidden = true
  const device = shortlistOfThisDevice()
  let opened = 0
  const draw = () => {
    opened += 1
    render(
      <ShortlistApp
        key={opened}
        device={device}
        fragment={location.hash}
        origin={location.origin}
        load={(ids) => loadEntries(ids, fetch)}
        forgetFragment={() => history.replaceState(null, '', location.pathname)}
        copy={(text) => navigator.clipboard.writeText(text)}
        print={() => window.print()}
        ask={(list) => void askNavigator(list)}
      />,
      root,
    )
  }
  window.addEventListener('hashchange', draw)
  draw()
}

/** Puts the list into what is being written in the chat, a running one or the first message of a new one, and goes there. */
async function askNavigator(list: Shortlist): Promise<void> {
  const store = openTabStore(() => window.sessionStorage)
  const text = askDraft(list, location.origin)
  const current = await createChatCalls('').current()
  if (current?.ok && current.conversation !== null) store.write(composingKey, text)
  else {
    const drafts = createDraftKeeper(store, () => crypto.randomUUID())
    drafts.save({ ...drafts.load(), text })
  }
  location.assign('/chat/')
}
