import { useId, useRef, useState } from 'preact/hooks'

/**
 * A form in a dialog: it opens without what was wrong before, is sent once at a time, and closes when it is stored.
 *
 * @param onSave stores what the form holds. Gives null when it is stored, or a sentence that says why not
 */
export function useFormDialog(onSave: () => Promise<string | null>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const open = () => {
    setProblem(null)
    dialog.current?.showModal()
  }
  const close = () => dialog.current?.close()
  const save = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const found = await onSave()
    setBusy(false)
    setProblem(found)
    if (found === null) close()
  }
  return { dialog, titleId, problem, busy, open, close, onSubmit: (event: Event) => void save(event) }
}
