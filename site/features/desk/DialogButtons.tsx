/** At the foot of a form in a dialog: the button that sends it, and the one that closes it. */
export function DialogButtons({ save, close, busy, isWarning = false, onClose }: DialogButtonsProps) {
  return (
    <div class="govuk-button-group">
      {save !== null && (
        <button
          type="submit"
          class={isWarning ? 'govuk-button govuk-button--warning' : 'govuk-button'}
          aria-disabled={busy ? 'true' : undefined}
        >
          {save}
        </button>
      )}
      <button type="button" class="govuk-button govuk-button--secondary" onClick={onClose}>
        {close}
      </button>
    </div>
  )
}

type DialogButtonsProps = {
  /** what the buttons say; `save` is null when there is nothing to send */
  save: string | null
  close: string
  busy: boolean
  isWarning?: boolean
  onClose: () => void
}
