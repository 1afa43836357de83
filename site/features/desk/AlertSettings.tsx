import { useState } from 'preact/hooks'
import { type DeskSettingsKept, volumes } from './desk-settings.ts'
import { Tick } from './ListFilters.tsx'
import type { Alerts } from './useAlerts.ts'

const volumeInWords = { quiet: 'Quiet', usual: 'Usual', loud: 'Loud' } as const

/** How the desk calls on this device, and a way to try it. */
export function AlertSettings({ settings, alerts, onShowKeys }: AlertSettingsProps) {
  const { sound, volume, notifications, shortcuts } = settings.view.value
  const [said, setSaid] = useState('')
  const turnNotifications = async (on: boolean) => {
    const granted = on && (await Notification.requestPermission()) === 'granted'
    settings.change({ notifications: granted })
    setSaid(
      on && !granted
        ? 'The browser does not let this page show notifications. Allow it in the browser’s settings for this site.'
        : '',
    )
  }
  return (
    <details class="desk-work">
      <summary>Alerts and keys</summary>
      <p class="govuk-hint">
        When a family waits, we call you every 20 seconds until somebody takes it. These choices are kept on
        this device.
      </p>
      <div class="govuk-checkboxes">
        <Tick id="alert-sound" on={sound} onTurn={(on) => settings.change({ sound: on })}>
          Sound
        </Tick>
        {'Notification' in window && (
          <Tick id="alert-notifications" on={notifications} onTurn={(on) => void turnNotifications(on)}>
            Notifications outside the browser
          </Tick>
        )}
        <Tick id="alert-shortcuts" on={shortcuts} onTurn={(on) => settings.change({ shortcuts: on })}>
          Keyboard shortcuts
        </Tick>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="alert-volume">
          How loud
        </label>
        <select
          id="alert-volume"
          class="govuk-select"
          value={volume}
          onChange={(event) => {
            const chosen = volumes.find((one) => one === event.currentTarget.value)
            if (chosen) settings.change({ volume: chosen })
          }}
        >
          {volumes.map((one) => (
            <option key={one} value={one}>
              {volumeInWords[one]}
            </option>
          ))}
        </select>
      </div>
      <div class="govuk-button-group">
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => setSaid(alerts.tryOut())}
        >
          Try the alert
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={onShowKeys}>
          Show the keys
        </button>
      </div>
      <p role="status">{said}</p>
    </details>
  )
}

type AlertSettingsProps = { settings: DeskSettingsKept; alerts: Alerts; onShowKeys: () => void }
