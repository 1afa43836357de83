/**
 * Who may do what through the protocol: for each action and role one word for each standing of a record, in the order of
 * `standings`. Only tests import this. A new action must get its row here, or its test fails.
 */
export const standings = [
  'own',
  'own, draft',
  'own, ready',
  'another’s',
  'another’s, draft',
  'shared',
  'closed',
] as const

export type Standing = (typeof standings)[number]

/** What an answer means. `unseen` is an answer that leaves the record out; `none` is said of what is not there, or not to be known. */
export const outcomes = {
  ok: 'ok',
  unseen: 'unseen',
  bad: 400,
  no: 403,
  none: 404,
  late: 409,
  unfit: 422,
} as const

/** `schools` edits for the directorate that looks after the organisation whose records are “own”. */
export const tableRoles = ['editor', 'provider', 'schools'] as const

export type TableRole = (typeof tableRoles)[number]

/** Rows that need more than one way of asking have a word behind the name of their action. */
export const rightsTable: Readonly<Record<string, Readonly<Record<TableRole, string>>>> = {
  //            own    draft  ready  another’s draft shared closed
  info: {
    editor: '  ok     ok     ok     ok     ok     ok     ok',
    provider: 'ok     ok     ok     ok     ok     ok     ok',
    schools: ' ok     ok     ok     ok     ok     ok     ok',
  },
  entriesByFolder: {
    editor: '  ok     ok     ok     ok     ok     ok     ok',
    provider: 'ok     ok     ok     unseen unseen ok     unseen',
    schools: ' ok     ok     ok     ok     ok     ok     ok',
  },
  entriesByFiles: {
    editor: '  ok     ok     ok     ok     ok     ok     ok',
    provider: 'ok     ok     ok     no     no     ok     no',
    schools: ' ok     ok     ok     ok     ok     ok     ok',
  },
  getEntry: {
    editor: '  ok     ok     ok     ok     ok     ok     ok',
    provider: 'ok     ok     ok     no     no     ok     no',
    schools: ' ok     ok     ok     ok     ok     ok     ok',
  },
  unpublishedEntries: {
    editor: '  unseen ok     ok     unseen ok     unseen unseen',
    provider: 'unseen ok     ok     unseen unseen unseen unseen',
    schools: ' unseen ok     ok     unseen unseen unseen unseen',
  },
  unpublishedEntry: {
    editor: '  none   ok     ok     none   ok     none   none',
    provider: 'none   ok     ok     none   none   none   none',
    schools: ' none   ok     ok     none   none   none   none',
  },
  'unpublishedEntry, by id': {
    editor: '  none   ok     ok     none   ok     none   none',
    provider: 'none   ok     ok     none   none   none   none',
    schools: ' none   ok     ok     none   none   none   none',
  },
  unpublishedEntryDataFile: {
    editor: '  none   ok     ok     none   ok     none   none',
    provider: 'none   ok     ok     none   none   none   none',
    schools: ' none   ok     ok     none   none   none   none',
  },
  unpublishedEntryMediaFile: {
    editor: '  none   none   none   none   none   none   none',
    provider: 'none   none   none   none   none   none   none',
    schools: ' none   none   none   none   none   none   none',
  },
  deleteUnpublishedEntry: {
    editor: '  none   ok     ok     none   ok     none   none',
    provider: 'none   ok     ok     none   none   none   none',
    schools: ' none   ok     ok     none   none   none   none',
  },
  persistEntry: {
    editor: '  ok     ok     ok     ok     ok     ok     ok',
    provider: 'ok     ok     ok     no     no     no     no',
    schools: ' ok     ok     ok     no     no     no     no',
  },
  'persistEntry, new': {
    editor: '  ok     ok     ok     ok     ok     ok     ok',
    provider: 'ok     ok     ok     no     no     no     no',
    schools: ' ok     ok     ok     no     no     no     no',
  },
  'persistEntry, new in another’s name': {
    editor: '  ok     ok     ok     ok     ok     ok     unfit',
    provider: 'no     no     no     no     no     no     no',
    schools: ' no     no     no     no     no     no     no',
  },
  'persistEntry, taking it': {
    editor: '  ok     ok     ok     ok     ok     ok     unfit',
    provider: 'ok     ok     ok     no     no     no     no',
    schools: ' ok     ok     ok     no     no     no     no',
  },
  'persistEntry, giving it away': {
    editor: '  ok     ok     ok     ok     ok     ok     unfit',
    provider: 'no     no     no     no     no     no     no',
    schools: ' no     no     no     no     no     no     no',
  },
  'updateUnpublishedEntryStatus, submit': {
    editor: '  none   ok     ok     none   ok     none   none',
    provider: 'none   ok     no     none   none   none   none',
    schools: ' none   ok     ok     none   none   none   none',
  },
  'updateUnpublishedEntryStatus, approve': {
    editor: '  none   ok     ok     none   ok     none   none',
    provider: 'none   no     ok     none   none   none   none',
    schools: ' none   ok     ok     none   none   none   none',
  },
  'updateUnpublishedEntryStatus, back': {
    editor: '  none   ok     ok     none   ok     none   none',
    provider: 'none   ok     no     none   none   none   none',
    schools: ' none   ok     ok     none   none   none   none',
  },
  publishUnpublishedEntry: {
    editor: '  none   unfit  ok     none   unfit  none   none',
    provider: 'none   no     no     none   none   none   none',
    schools: ' none   unfit  ok     none   none   none   none',
  },
  getMedia: {
    editor: '  ok     ok     ok     ok     ok     ok     ok',
    provider: 'ok     ok     ok     no     no     no     no',
    schools: ' ok     ok     ok     no     no     no     no',
  },
  getMediaFile: {
    editor: '  none   none   none   none   none   none   none',
    provider: 'none   none   none   no     no     no     no',
    schools: ' none   none   none   no     no     no     no',
  },
  persistMedia: {
    editor: '  no     no     no     no     no     no     no',
    provider: 'no     no     no     no     no     no     no',
    schools: ' no     no     no     no     no     no     no',
  },
  deleteFile: {
    editor: '  ok     ok     ok     ok     ok     unfit  ok',
    provider: 'no     no     no     no     no     no     no',
    schools: ' ok     ok     ok     no     no     no     no',
  },
  'deleteFile, a picture': {
    editor: '  none   none   none   none   none   none   none',
    provider: 'none   none   none   no     no     no     no',
    schools: ' none   none   none   no     no     no     no',
  },
  deleteFiles: {
    editor: '  ok     ok     ok     ok     ok     unfit  ok',
    provider: 'no     no     no     no     no     no     no',
    schools: ' ok     ok     ok     no     no     no     no',
  },
  getDeployPreview: {
    editor: '  ok     ok     ok     ok     ok     ok     ok',
    provider: 'ok     ok     ok     unseen unseen ok     unseen',
    schools: ' ok     ok     ok     ok     ok     ok     ok',
  },
  findPostcode: {
    editor: '  ok     ok     ok     ok     ok     ok     ok',
    provider: 'ok     ok     ok     ok     ok     ok     ok',
    schools: ' ok     ok     ok     ok     ok     ok     ok',
  },
}

/** The words of a row, by standing. */
export function outcomesOf(row: string): Readonly<Record<string, string>> {
  const words = row.trim().split(/\s+/)
  return Object.fromEntries(standings.map((standing, index) => [standing, words[index] ?? '']))
}
