import { useState } from 'preact/hooks'
import { z } from 'zod'
import { FormDialog } from './FormDialog.tsx'
import { ChoiceField, WordsField } from './FormParts.tsx'
import { useKeptFields } from './kept-form.ts'
import { LookAgain } from './LookAgain.tsx'
import type { NoteDownProps, PointProps } from './NoteDown.tsx'
import { messagesOfFamily } from './point-messages.ts'

const pointFields = z.object({ words: z.string(), seq: z.string() })
const nothing = { words: '', seq: '' }

/** Marks a point that the family made, in the navigator's words. Points are gathered into themes on a page of their own. */
export function MarkPoint({ session, conversation, messages }: NoteDownProps & PointProps) {
  const { id, visitorName } = conversation
  const [{ words, seq }, change] = useKeptFields(session.drafts, `mark-${id}`, pointFields, nothing)
  const choices = messagesOfFamily(messages)
  const [lookedAgain, setLookedAgain] = useState(false)
  const [clientMarkId, setId] = useState(() => session.newId())
  const save = async () => {
    const where = seq === '' ? null : Number(seq)
    const mark = { clientMarkId, conversationId: id, seq: where, words, lookedAgain }
    const problem = await session.records.markPoint(mark)
    if (problem !== null) return problem
    change(nothing)
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
        onChange={(text) => change({ words: text })}
      />
      {choices.length > 0 && (
        <ChoiceField
          label="Where they said it (you can leave this out)"
          choices={choices}
          none="In the whole conversation"
          value={seq}
          onChange={(chosen) => change({ seq: chosen })}
        />
      )}
      <LookAgain words={words} names={[visitorName]} checked={lookedAgain} onCheck={setLookedAgain} />
    </FormDialog>
  )
}
