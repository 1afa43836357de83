import { useState } from 'preact/hooks'
import { conversationTags } from '#records/conversation-tags.ts'
import type { DeskSession } from './desk-session.ts'
import { FormDialog } from './FormDialog.tsx'
import { ChoiceField, LineField, RadioField, WordsField } from './FormParts.tsx'
import { emptyLogDraft, entryOf, keptLogDraft, type LogDraft } from './log-draft.ts'

const draftName = 'log-call'

const channels = [
  { id: 'telephone', label: 'A call' },
  { id: 'visit', label: 'A visit' },
] as const

const nexts = [
  { id: 'done', label: 'Nothing, it is done' },
  { id: 'mine', label: 'I follow it up' },
  { id: 'others', label: 'Another navigator follows it up' },
] as const

/** Writes down a call or a visit beside chats and messages. What is typed is kept until it is stored. */
export function LogCall({ session }: { session: DeskSession }) {
  const { drafts, newId, records } = session
  const [draft, setDraft] = useState(() => keptLogDraft(drafts.load(draftName), newId))
  const change = (part: Partial<LogDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    drafts.save(draftName, JSON.stringify(next))
  }
  const save = async () => {
    const problem = await records.log(entryOf(draft))
    if (problem !== null) return problem
    drafts.save(draftName, '')
    setDraft(emptyLogDraft(newId))
    return null
  }
  return (
    <div class="desk-log">
      <FormDialog
        label="Log a call or visit"
        title="Log a call or visit"
        saveLabel="Save"
        said="It is in the log."
        onSave={save}
      >
        <RadioField
          legend="What was it?"
          choices={channels}
          value={draft.channel}
          onChange={(channel) => change({ channel })}
        />
        <WordsField
          label="What was said"
          hint="In a few words. The family may ask to read it."
          rows={4}
          value={draft.text}
          onChange={(text) => change({ text })}
        />
        <LineField
          label="Who (you can leave this out)"
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <ChoiceField
          label="What about (you can leave this out)"
          choices={conversationTags}
          none="Not said"
          value={draft.tag}
          onChange={(tag) => change({ tag })}
        />
        <LineField
          label="How to reach them (you can leave this out)"
          hint="A telephone number or an email address."
          value={draft.reach}
          onChange={(reach) => change({ reach })}
        />
        <RadioField
          legend="What is to be done?"
          choices={nexts}
          value={draft.next}
          onChange={(next) => change({ next })}
        />
        {draft.next === 'mine' && (
          <LineField label="On which day?" type="date" value={draft.on} onChange={(on) => change({ on })} />
        )}
      </FormDialog>
    </div>
  )
}
