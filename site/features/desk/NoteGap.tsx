import { useState } from 'preact/hooks'
import { z } from 'zod'
import { needs } from '#records/taxonomy.ts'
import { FormDialog } from './FormDialog.tsx'
import { ChoiceField, LineField } from './FormParts.tsx'
import { useKeptFields } from './kept-form.ts'
import { LookAgain } from './LookAgain.tsx'
import type { NoteDownProps } from './NoteDown.tsx'

const gapFields = z.object({ need: z.string(), age: z.string(), area: z.string(), words: z.string() })
const nothing = { need: '', age: '', area: '', words: '' }

/** “No service found for…”: it is counted, so that those who plan know what is missing. */
export function NoteGap({ session, conversation }: NoteDownProps) {
  const [gap, change] = useKeptFields(session.drafts, `gap-${conversation.id}`, gapFields, nothing)
  const [clientGapId, setId] = useState(() => session.newId())
  const [lookedAgain, setLookedAgain] = useState(false)

  const save = async () => {
    const problem = await session.records.noteGap({
      ...{ clientGapId, conversationId: conversation.id, need: orNull(gap.need) },
      age: gap.age.trim() === '' ? null : Number(gap.age),
      ...{ area: orNull(gap.area), words: orNull(gap.words), lookedAgain },
    })
    if (problem !== null) return problem
    change(nothing)
    setLookedAgain(false)
    setId(session.newId())
    return null
  }
  return (
    <FormDialog
      label="No service found for…"
      title="No service found for…"
      saveLabel="Count it"
      said="It is counted."
      onSave={save}
    >
      <p>You can leave everything out. Write no names: colleagues who plan services read this.</p>
      <ChoiceField
        label="Need"
        choices={needs}
        none="Not said"
        value={gap.need}
        onChange={(need) => change({ need })}
      />
      <LineField label="Age in years" type="number" value={gap.age} onChange={(age) => change({ age })} />
      <LineField
        label="Area"
        hint="A town or a part of one."
        value={gap.area}
        onChange={(area) => change({ area })}
      />
      <LineField
        label="What they looked for"
        hint="For example: football on Saturdays."
        value={gap.words}
        onChange={(words) => change({ words })}
      />
      <LookAgain
        words={`${gap.words} ${gap.area}`}
        names={[conversation.visitorName]}
        checked={lookedAgain}
        onCheck={setLookedAgain}
      />
    </FormDialog>
  )
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text
}
