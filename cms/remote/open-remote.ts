import { createContentCheck } from '../records/content-check.ts'
import { createStoredRecords } from '../records/stored-records.ts'
import { createContentRemote } from './content-remote.ts'
import { createRemoteChoice, type RemoteChoice } from './remote-choice.ts'
import { createRemoteSync, type RemoteSync, type RemoteSyncParts } from './remote-sync.ts'

/** What keeps the content and that of the repository at `url` the same; nothing happens before it is asked to. */
export function openRemote({
  url,
  ...given
}: Pick<RemoteSyncParts, 'repository' | 'clock' | 'log' | 'onPublish'> & { url: string }): OpenRemote {
  const { repository } = given
  const parts = { ...given, records: createStoredRecords(repository), check: createContentCheck(repository) }
  const remote = createContentRemote({ git: repository.git, url })
  return { ...createRemoteSync({ ...parts, remote }), choice: createRemoteChoice(parts) }
}

export type OpenRemote = RemoteSync & { readonly choice: RemoteChoice }
