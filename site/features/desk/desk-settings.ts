import { type ReadonlySignal, signal } from '@preact/signals'
import { z } from 'zod'
import { parseJson, type TabStore } from '../conversation/outbox.ts'

export const volumes = ['quiet', 'usual', 'loud'] as const

const schema = z.object({
  sound: z.boolean().default(true),
  volume: z.enum(volumes).default('usual'),
  notifications: z.boolean().default(false),
  shortcuts: z.boolean().default(true),
})

/** How the desk calls and which keys it takes, on this device. */
export type DeskSettings = z.output<typeof schema>

const key = 'local-offer-desk-settings'

/** The settings of this device. Sound is on until somebody turns it off: a desk that nobody hears keeps families waiting. */
export function createDeskSettings(device: TabStore) {
  const view = signal<DeskSettings>(parseJson(device.read(key), schema) ?? schema.parse({}))
  return {
    view: view as ReadonlySignal<DeskSettings>,
    change: (changes: Partial<DeskSettings>) => {
      view.value = { ...view.value, ...changes }
      device.write(key, JSON.stringify(view.value))
    },
  }
}

export type DeskSettingsKept = ReturnType<typeof createDeskSettings>
