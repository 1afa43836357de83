import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DeskSettingsKept } from './desk-settings.ts'
import { shortcuts } from './desk-shortcuts.ts'
import { Tick } from './ListFilters.tsx'

/** The keys of the desk, with the switch that turns them off. The focus goes back to where it was. */
export function ShortcutList({ settings, onClose }: { settings: DeskSettingsKept; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="desk-keys" aria-labelledby="desk-keys-heading" onClose={onClose}>
      <h2 id="desk-keys-heading">Keys</h2>
      <Tick
        id="keys-on"
        on={settings.view.value.shortcuts}
        onTurn={(on) => settings.change({ shortcuts: on })}
      >
        Use these keys
      </Tick>
      <p class="govuk-hint">They do nothing while you type.</p>
      <dl>
        {shortcuts.map(({ key, says }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="govuk-button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  )
}
