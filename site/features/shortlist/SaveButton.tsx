import { h } from 'preact'
import { Icon } from '../page-frame/Icon.tsx'

interface Props {
  /** The id of the service's record. */
  id: string
  name: string
  /** The service's page. */
  href: string
}

/**
 * Saves a service to the shortlist of this device, and takes it off. It draws the same on a finished page and among
 * results; `save-button.client.ts` brings it to life, and without JavaScript it is not there.
 */
export function SaveButton({ id, name, href }: Props) {
  return h(
    'save-button',
    { 'data-id': id, 'data-name': name, 'data-href': href },
    <button type="button" class="save-button">
      <Icon name="bookmark" />
      <span data-part="word">Save</span>
      <span class="govuk-visually-hidden" data-part="name">{` ${name} to your shortlist`}</span>
    </button>,
  )
}
