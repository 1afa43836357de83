import { useState } from 'preact/hooks'
import type { TaskKind } from '#protocol/insight.ts'
import { FormDialog } from './FormDialog.tsx'
import { LineField, WordsField } from './FormParts.tsx'
import { LookAgain } from './LookAgain.tsx'
import type { NoteDownProps } from './NoteDown.tsx'

const words: Record<TaskKind, { label: string; title: string; field: string; hint: string }> = {
  'wrong-record': {
    label: 'This record is wrong',
    title: 'This record is wrong',
    field: 'What is wrong?',
    hint: 'Suggest the right words if you can.',
  },
  'make-page': {
    label: 'Make this answer a page',
    title: 'Make this answer a page',
    field: 'What should the page say?',
    hint: 'Write the question and your answer as every family could read them.',
  },
}

/** Opens a task for editors. Nothing of the conversation goes with it but what is written here. */
export function AskEditors({ session, conversation, kind }: NoteDownProps & { kind: TaskKind }) {
  const { id, visitorName } = conversation
  const draftName = `task-${kind}-${id}`
  const [text, setText] = useState(() => session.drafts.load(draftName))
  const [path, setPath] = useState('')
  const [lookedAgain, setLookedAgain] = useState(false)
  const [clientTaskId, setId] = useState(() => session.newId())
  const { label, title, field, hint } = words[kind]
  const keep = (next: string) => {
    setText(next)
    session.drafts.save(draftName, next)
  }
  const save = async () => {
    const page = pathIn(path)
    const task = { clientTaskId, kind, path: page === '' ? null : page, conversationId: id }
    const problem = await session.records.askEditors({ ...task, words: text, lookedAgain })
    if (problem !== null) return problem
    keep('')
    setPath('')
    setLookedAgain(false)
    setId(session.newId())
    return null
  }
  return (
    <FormDialog
      label={label}
      title={title}
      saveLabel="Send to the editors"
      said="The editors have it on their list."
      onSave={save}
    >
      <LineField
        label="The page (you can leave this out)"
        hint="Copy its address from the browser, or write it like /services/a-club/."
        value={path}
        onChange={setPath}
      />
      <WordsField label={field} hint={`${hint} Write no names.`} rows={5} value={text} onChange={keep} />
      <LookAgain words={text} names={[visitorName]} checked={lookedAgain} onCheck={setLookedAgain} />
    </FormDialog>
  )
}

/** The path of an address, without what was searched for; words that are no address stay, for the helpdesk to refuse. */
function pathIn(typed: string): string {
  const text = typed.trim()
  return URL.canParse(text) ? new URL(text).pathname : text.replace(/[?#].*$/, '')
}
