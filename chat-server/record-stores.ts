import type { Clock, NewId } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { type CallLog, createCallLog } from './storage/call-log.ts'
import { createEditorTasks, type EditorTasks } from './storage/editor-tasks.ts'
import { createGaps, type Gaps } from './storage/gaps.ts'
import { createPaperRequests, type PaperRequests } from './storage/paper-requests.ts'
import { createThemes, type Themes } from './storage/themes.ts'

/** What the desk writes down beside conversations, for colleagues, editors and those who plan. */
export interface RecordStores {
  callLog: CallLog
  papers: PaperRequests
  gaps: Gaps
  themes: Themes
  editorTasks: EditorTasks
}

export function createRecordStores(parts: { database: Database; clock: Clock; newId: NewId }): RecordStores {
  const { clock, newId } = parts
  const db = parts.database.kysely
  return {
    callLog: createCallLog(db),
    papers: createPaperRequests(db),
    gaps: createGaps({ db, clock, newId }),
    themes: createThemes({ db, clock, newId }),
    editorTasks: createEditorTasks({ db, clock, newId }),
  }
}
