/** What the audit log calls a deed, and among which kinds it is found. Every action that is recorded stands here. */
export const auditWords = {
  'sign-in': { kind: 'signing-in', says: 'signed in' },
  'sign-out': { kind: 'signing-in', says: 'signed out' },
  'sign-in-link': { kind: 'signing-in', says: 'asked for a link to sign in' },
  'sign-in-link-refused': { kind: 'signing-in', says: 'asked for a link for an address that has no account' },
  'single-sign-on-link': {
    kind: 'signing-in',
    says: 'signed in with their council account for the first time',
  },
  'single-sign-on-refused': {
    kind: 'signing-in',
    says: 'came from the council’s sign-in and was not let in',
  },
  'end-session': { kind: 'signing-in', says: 'ended a session' },
  'end-other-sessions': { kind: 'signing-in', says: 'signed out everywhere else' },

  invite: { kind: 'people', says: 'invited somebody' },
  'role-give': { kind: 'people', says: 'gave a role' },
  'role-take': { kind: 'people', says: 'took a role away' },
  'set-grants': { kind: 'people', says: 'set what somebody may do' },
  'organisation-invite': { kind: 'people', says: 'invited somebody to keep an organisation’s pages' },
  'organisation-invite-again': {
    kind: 'people',
    says: 'wrote again to somebody who is to keep an organisation’s pages',
  },
  'organisation-remove': { kind: 'people', says: 'took somebody out of an organisation' },
  'account-remove': { kind: 'people', says: 'removed an account' },

  'audit-read': { kind: 'seen', says: 'looked at this log' },
  'audit-export': { kind: 'exported', says: 'downloaded this log' },
  'conversation-read': { kind: 'seen', says: 'opened a conversation' },
  'conversations-search': { kind: 'seen', says: 'searched the conversations' },
  'earlier-read': { kind: 'seen', says: 'read earlier conversations of the same family' },
  'notes-read': { kind: 'seen', says: 'read the notes about a conversation' },
  'conversation-export': {
    kind: 'exported',
    says: 'made a copy of a conversation for the person whose it is',
  },
  'conversation-erase': { kind: 'removed', says: 'removed the text of a conversation when asked to' },
  'privacy-find': { kind: 'seen', says: 'looked for what is kept about somebody' },
  'report-view': { kind: 'seen', says: 'looked at a report' },
  'report-export': { kind: 'exported', says: 'downloaded a report' },
  'remote-choose': { kind: 'upkeep', says: 'chose between a change here and one at the remote repository' },
  'nightly-task': { kind: 'upkeep', says: 'did a task of the night' },
  'nightly-task-failed': { kind: 'upkeep', says: 'could not do a task of the night' },

  'conversation-claim': { kind: 'conversations', says: 'took a conversation' },
  'conversation-hand-back': { kind: 'conversations', says: 'gave a conversation back to the queue' },
  'conversation-offer': { kind: 'conversations', says: 'asked a colleague to take over a conversation' },
  'conversation-accept': { kind: 'conversations', says: 'took over a conversation' },
  'conversation-decline': { kind: 'conversations', says: 'did not take over a conversation' },
  'conversation-end': { kind: 'conversations', says: 'ended a conversation' },

  'conversation-answer-later': { kind: 'conversations', says: 'promised to answer later by email' },
  'conversation-answered': { kind: 'conversations', says: 'answered what was promised' },
  'conversation-answer-ended': { kind: 'conversations', says: 'wrote again after the end of a conversation' },
  'conversation-block': { kind: 'conversations', says: 'blocked somebody because of abuse' },
  'conversation-unblock': { kind: 'conversations', says: 'lifted a block' },
  'saved-reply-add': { kind: 'records', says: 'added a saved reply' },
  'saved-reply-change': { kind: 'records', says: 'changed a saved reply' },
  'saved-reply-remove': { kind: 'records', says: 'removed a saved reply' },
  'saved-reply-restore': { kind: 'records', says: 'put a saved reply back' },

  'colleague-invite': { kind: 'conversations', says: 'asked a colleague to join a conversation' },
  'colleague-join': { kind: 'conversations', says: 'joined a conversation' },
  'colleague-leave': { kind: 'conversations', says: 'left a conversation' },
  'colleague-take-out': { kind: 'conversations', says: 'took a colleague out of a conversation' },
  'note-add': { kind: 'conversations', says: 'wrote a note about a conversation' },
  'tag-add': { kind: 'conversations', says: 'tagged a conversation' },
  'tag-remove': { kind: 'conversations', says: 'took a tag off a conversation' },

  'call-log-add': { kind: 'records', says: 'wrote down a call or a visit' },
  'paper-posted': { kind: 'records', says: 'posted a copy on paper' },
  'editor-task-add': { kind: 'records', says: 'opened a task for editors' },
  'editor-task-done': { kind: 'records', says: 'said that a task for editors is done' },
  'theme-close': { kind: 'records', says: 'closed a theme' },

  'concern-raise': { kind: 'safeguarding', says: 'raised a safeguarding concern' },
  'concern-acknowledge': { kind: 'safeguarding', says: 'took on a safeguarding concern' },
  'concern-tell': { kind: 'safeguarding', says: 'noted who was told of a safeguarding concern' },
  'concern-review': { kind: 'safeguarding', says: 'noted what came of a safeguarding concern' },
  'concern-close': { kind: 'safeguarding', says: 'closed a safeguarding concern' },
  'concern-escalate': { kind: 'safeguarding', says: 'called more people, as no lead had answered a concern' },
  'conversation-release': { kind: 'safeguarding', says: 'ended the hold on a conversation' },
  'danger-word-add': { kind: 'safeguarding', says: 'added a word to watch for' },
  'danger-word-remove': { kind: 'safeguarding', says: 'took away a word to watch for' },

  save: { kind: 'content', says: 'saved a draft' },
  choose: { kind: 'content', says: 'chose between two changes of a page' },
  propose: { kind: 'content', says: 'proposed a new service' },
  status: { kind: 'content', says: 'moved a draft on' },
  'throw-away': { kind: 'content', says: 'threw a draft away' },
  publish: { kind: 'content', says: 'published a page' },
  schedule: { kind: 'content', says: 'set when a page is published, or took that back' },
  'bring-back': { kind: 'content', says: 'brought back a draft that was thrown away' },
  delete: { kind: 'content', says: 'deleted a page or a picture' },
  upload: { kind: 'content', says: 'added a picture' },
  confirm: { kind: 'content', says: 'found a page still correct' },
  restore: { kind: 'content', says: 'put an earlier version of a page back' },
  'content-whole': { kind: 'upkeep', says: 'found the content repository whole' },
  'content-damaged': { kind: 'upkeep', says: 'found the content repository damaged' },
  'build-failed': { kind: 'upkeep', says: 'could not build the site' },
  'build-works': { kind: 'upkeep', says: 'built the site again after it could not' },
} as const satisfies Readonly<Record<string, AuditWords>>

/** What can be written down: only what the log has words for. */
export type AuditAction = keyof typeof auditWords

/** Entries are never changed: what an action was called when they were written, and what it is called now. */
const formerNames: ReadonlyMap<string, AuditAction> = new Map([['discard', 'throw-away']])

/** The words for an action; undefined for one of a newer version of the program. */
export function wordsOfAction(action: string): AuditWords | undefined {
  return new Map<string, AuditWords>(Object.entries(auditWords)).get(formerNames.get(action) ?? action)
}

/** The kinds of deeds, in the order in which they are offered. */
export const auditKinds = {
  seen: 'Who saw what',
  exported: 'Copies and downloads',
  removed: 'Removal of personal data',
  conversations: 'Conversations',
  safeguarding: 'Safeguarding',
  records: 'Calls, visits, tasks and themes',
  people: 'People and their roles',
  'signing-in': 'Signing in and out',
  content: 'Pages of the site',
  upkeep: 'What the program does by itself',
} as const

export type AuditKind = keyof typeof auditKinds

export interface AuditWords {
  kind: AuditKind
  /** completes a sentence that begins with a name */
  says: string
}

/** The actions of a kind, under every name that entries have. */
export function actionsOfKind(kind: AuditKind): string[] {
  const every = [...Object.keys(auditWords), ...formerNames.keys()]
  return every.filter((action) => wordsOfAction(action)?.kind === kind)
}
