/** Whether this person reads Easy Read, remembered on the device. */
export interface EasyReadChoice {
  isOn(): boolean
  set(on: boolean): void
}

const key = 'local-offer-easy-read'

/** The choice in `localStorage`; where the browser refuses that, it holds for this page alone. */
export function openEasyReadChoice(storage: () => Storage): EasyReadChoice {
  let onThisPage: boolean | undefined
  return {
    isOn: () => {
      if (onThisPage !== undefined) return onThisPage
      try {
        return storage().getItem(key) === 'on'
      } catch {
        return false
      }
    },
    set: (on) => {
      onThisPage = on
      try {
        if (on) storage().setItem(key, 'on')
        else storage().removeItem(key)
      } catch {
        // Nothing to do: the choice stands for this page.
      }
    },
  }
}
