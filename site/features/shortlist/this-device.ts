import { type DeviceShortlist, openDeviceShortlist } from './device-shortlist.ts'

let opened: DeviceShortlist | undefined

/** The one shortlist that the scripts of a page share, opened by the first that asks. */
export function shortlistOfThisDevice(): DeviceShortlist {
  opened ??= openDeviceShortlist(() => localStorage, window)
  return opened
}
