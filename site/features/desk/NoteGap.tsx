import { useState } from 'preact/hooks'
import { needs } from '#records/taxonomy.ts'
import { FormDialog } from './FormDialog.tsx'
import { ChoiceField, LineField } from './FormParts.tsx'
import type { NoteDownProps } from './NoteDown.tsx'

const nothing = { need: '', age: '', area: '', words: '' }

/** “No service found for…”: it is counted, so that those who plan know what is missing. */
export function NoteGap({ session, conversation }: NoteDownProps) {
  const [gap, setGap] = useState(nothing)
  const [clientGapId, setId] = useState(() => session.newId())
  const change = (part: Partial<typeof nothing>) => setGap({ ...gap, ...part })

  const save = async () => {
    const problem = await session.records.noteGap({
      ...{ clientGapId, conversationId: conversation.id, need: orNull(gap.need) },
      age: gap.age.trim() === '' ? null : Number(gap.age),
      ...{ area: orNull(gap.area), words: orNull(gap.words) },
    })
    if (problem !== null) return problem
    setGap(nothing)
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
    </FormDialog>
  )
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text
}
