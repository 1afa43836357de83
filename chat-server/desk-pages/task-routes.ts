import type { FastifyInstance } from 'fastify'
import { holds, type SignedIn } from '#platform/accounts/grants.ts'
import { fieldProblems, type Problem, typedFields } from '#platform/pages/form-fields.ts'
import { csrfField, type ShownPage } from '#platform/pages/staff-page-routes.ts'
import { clientIdSchema, typedLine } from '#protocol/conversation.ts'
import { pagePath, taskSchema } from '#protocol/insight.ts'
import { LooksPersonal, TaskNotYours } from '../domain/insight-errors.ts'
import type { EditorTask } from '../storage/editor-tasks.ts'
import { parseInput } from '../transport/parse-input.ts'
import { idIn } from './address-values.ts'
import { createCalmRoutes } from './calm-routes.ts'
import type { DeskPagesParts } from './desk-pages.ts'
import { type TaskField, taskFields, tasksPage, tasksPath } from './task-pages.ts'

/** How many that are done the page shows. */
const doneShown = 20

const outcomeLine = typedLine(300, {
  empty: 'Write what came of it, in a few words.',
  tooLong: 'This is too long. Use 300 characters or fewer.',
})

/** The page at /desk/tasks/: what editors are asked to mend or to write. */
export function taskPages(app: FastifyInstance, parts: DeskPagesParts): void {
  const { stores, newId } = parts
  const { records, insight } = parts.keeping
  const { editorTasks } = records
  const routes = createCalmRoutes(app, parts, {
    roles: ['navigator', 'lead', 'officer', 'editor'],
    back: { path: tasksPath, label: 'Back to tasks for editors' },
  })

  async function show(signedIn: SignedIn, form: Partial<ShownForm> = {}): Promise<ShownPage> {
    return tasksPage({
      typed: form.typed ?? { kind: 'wrong-record' },
      problems: form.problems ?? [],
      asksToLookAgain: form.asksToLookAgain ?? false,
      clientTaskId: form.clientTaskId ?? newId(),
      says: form.says,
      csrf: csrfField(signedIn),
      open: await editorTasks.open(),
      done: await editorTasks.done(doneShown),
      countDone: await editorTasks.countDone(),
      mayFinish: (task) => mayFinish(task, signedIn),
      cmsOrigin: parts.config.cmsOrigin ?? '',
      now: stores.clock(),
    })
  }

  routes.get(tasksPath, async ({ signedIn, fields }) => {
    const path = pagePath.safeParse(fields['page']).data
    const typed = { kind: 'wrong-record', ...(path === undefined ? {} : { path }) }
    return show(signedIn, { typed, says: sentences.get(fields['did'] ?? '') })
  })

  routes.post(tasksPath, async ({ signedIn, fields }) => {
    const typed = typedFields(['clientTaskId', ...taskFields], fields)
    try {
      const { path, lookedAgain, ...rest } = typed
      const task = parseInput(taskSchema, {
        ...{ ...rest, conversationId: null, lookedAgain: lookedAgain === 'yes' },
        path: path.trim() === '' ? null : path.trim(),
      })
      await insight.addTask(signedIn, task)
      return { goTo: `${tasksPath}?did=asked` }
    } catch (error) {
      const problems = problemsOf(error)
      if (problems === null) throw error
      const clientTaskId = clientIdSchema.safeParse(typed.clientTaskId).data ?? newId()
      return show(signedIn, {
        typed,
        problems,
        clientTaskId,
        asksToLookAgain: error instanceof LooksPersonal,
      })
    }
  })

  routes.post(`${tasksPath}:id/done/`, async ({ signedIn, params, fields }) => {
    const task = await editorTasks.find(idIn(params['id']))
    if (!mayFinish(task, signedIn)) throw new TaskNotYours()
    const outcome = outcomeLine.safeParse(fields['outcome'])
    if (!outcome.success)
      return show(signedIn, {
        problems: [{ field: 'form', message: outcome.error.issues[0]?.message ?? '' }],
      })
    await stores.database.write(async (trx) => {
      if (!(await editorTasks.finish(trx, task.id, outcome.data, signedIn.accountId))) return
      const subject = `editor-task:${task.id}`
      await parts.audit.record(trx, { actor: signedIn.accountId, action: 'editor-task-done', subject })
    })
    return { goTo: `${tasksPath}?did=done` }
  })
}

interface ShownForm {
  typed: Partial<Record<TaskField, string>>
  problems: readonly Problem<TaskField>[]
  clientTaskId: string
  asksToLookAgain: boolean
  says: string | undefined
}

const sentences: ReadonlyMap<string, string> = new Map([
  ['asked', 'The editors have it on their list.'],
  ['done', 'Noted as done.'],
])

function problemsOf(error: unknown): Problem<TaskField>[] | null {
  if (error instanceof LooksPersonal) return [{ field: 'words', message: error.message }]
  return fieldProblems(taskFields, error)
}

/** Editors and those who look after quality end any; a navigator those that they asked for. */
function mayFinish(task: EditorTask, signedIn: SignedIn): boolean {
  const area = { kind: 'area' } as const
  if ((['editor', 'officer', 'lead'] as const).some((role) => holds(signedIn, role, area))) return true
  return task.made_by === signedIn.accountId
}
