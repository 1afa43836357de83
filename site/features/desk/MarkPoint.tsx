import { useState } from 'preact/hooks'
import { FormDialog } from './FormDialog.tsx'
import { ChoiceField, WordsField } from './FormParts.tsx'
import { LookAgain } from './LookAgain.tsx'
import type { NoteDownProps, PointProps } from './NoteDown.tsx'
import { messagesOfFamily } from './point-messages.ts'

/** Marks a point that the family made, in the navigator's words. Points are gathered into themes on a page of their own. */
export function MarkPoint({ session, conversation, messages }: NoteDownProps & PointProps) {
  const { id, visitorName } = conversation
  const draftName = `mark-${id}`
  const [words, setWords] = useState(() => session.drafts.load(draftName))
  const [seq, setSeq] = useState('')
  const choices = messagesOfFamily(messages)
  const [lookedAgain, setLookedAgain] = useState(false)
  const [clientMarkId, setId] = useState(() => session.newId())
  const keep = (text: string) => {
    setWords(text)
    session.drafts.save(draftName, text)
  }
  const save = async () => {
    const where = seq === '' ? null : Number(seq)
    const mark = { clientMarkId, conversationId: id, seq: where, words, lookedAgain }
    const problem = await session.records.markPoint(mark)
    if (problem !== null) return problem
    keep('')
    setSeq('')
    setLookedAgain(false)
    setId(session.newId())
    return null
  }
  return (
    <FormDialog
      label="Mark a point they made"
      title="A point that the family made"
      saveLabel="Mark it"
      said="The point is marked."
      onSave={save}
    >
      <WordsField
        label="The point, in your own words"
        hint="For example: “Letters are hard to read.” Write no names: officers read this, not the conversation."
        rows={3}
        value={words}
        onChange={keep}
      />
      {choices.length > 0 && (
        <ChoiceField
          label="Where they said it (you can leave this out)"
          choices={choices}
          none="In the whole conversation"
          value={seq}
          onChange={setSeq}
        />
      )}
      <LookAgain words={words} names={[visitorName]} checked={lookedAgain} onCheck={setLookedAgain} />
    </FormDialog>
  )
}
