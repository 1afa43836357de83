import type { RefusalCode } from '#protocol/contract.ts'

/**
 * Who may do what at the desk: for each event and role one word for each standing of a conversation, in the order of
 * `standings`. Only tests import this. A new event must get its row here, or its test fails.
 */
export const standings = [
  'waiting',
  'own',
  'of a colleague',
  'offered to me',
  'ended',
  'held, waiting',
  'held, own',
  'held, of a colleague',
] as const

export type Standing = (typeof standings)[number]

/** `no` is not-allowed: held, or for leads alone. */
const outcomes = {
  ok: 'ok',
  no: 'not-allowed',
  taken: 'taken',
  ended: 'ended',
  conflict: 'conflict',
  none: 'not-found',
} as const satisfies Record<string, RefusalCode | 'ok'>

export type Outcome = (typeof outcomes)[keyof typeof outcomes]

/** Roles that work conversations; all others get no socket at all. */
export type DeskRole = 'navigator' | 'lead'

/** Events about one conversation. */
export const conversationRights: Readonly<Record<string, Readonly<Record<DeskRole, string>>>> = {
  //                       waiting  own colleague offered  ended  held: waiting own  colleague
  'conversation:open': {
    navigator: '             ok     ok    ok      ok      ok         no     ok     no',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'conversation:claim': {
    navigator: '             ok     ok    taken   taken   ended      no     ok     no',
    lead: '                  ok     ok    taken   taken   ended      ok     ok     taken',
  },
  'conversation:offer': {
    navigator: '          conflict  ok    taken   taken   ended   conflict  ok     taken',
    lead: '               conflict  ok    taken   taken   ended   conflict  ok     taken',
  },
  'conversation:accept': {
    navigator: '          conflict  ok   conflict ok      ended      no     ok     no',
    lead: '               conflict  ok   conflict ok      ended   conflict  ok    conflict',
  },
  'conversation:decline': {
    navigator: '             ok     ok    ok      ok      ok         ok     ok     ok',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'conversation:hand-back': {
    navigator: '          conflict  ok    taken   taken   ended   conflict  ok     taken',
    lead: '               conflict  ok    taken   taken   ended   conflict  ok     taken',
  },
  'conversation:end': {
    navigator: '          conflict  ok    taken   taken   ok      conflict  ok     taken',
    lead: '               conflict  ok    taken   taken   ok      conflict  ok     taken',
  },
  'message:send': {
    navigator: '          conflict  ok    taken   taken   ended   conflict  ok     taken',
    lead: '               conflict  ok    taken   taken   ended   conflict  ok     taken',
  },
  seen: {
    navigator: '          conflict  ok    taken   taken   ended   conflict  ok     taken',
    lead: '               conflict  ok    taken   taken   ended   conflict  ok     taken',
  },
  'gap:add': {
    navigator: '             ok     ok    ok      ok      ok         no     ok     no',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'mark:add': {
    navigator: '             ok     ok    ok      ok      ok         no     ok     no',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'task:add': {
    navigator: '             ok     ok    ok      ok      ok         no     ok     no',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'conversation:answer-later': {
    navigator: '          conflict  ok    taken   taken   ended   conflict  ok     taken',
    lead: '               conflict  ok    taken   taken   ended   conflict  ok     taken',
  },
  'conversation:answered': {
    navigator: '          conflict  ok    taken   taken   ended   conflict  ok     taken',
    lead: '               conflict  ok    taken   taken   ended   conflict  ok     taken',
  },
  'conversation:answer-ended': {
    navigator: '          conflict  ok    taken   taken  conflict conflict  ok     taken',
    lead: '               conflict  ok    taken   taken  conflict conflict  ok     taken',
  },
  'conversation:block': {
    navigator: '          conflict  ok    taken   taken   ok      conflict  no     taken',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'conversation:unblock': {
    navigator: '             no     no    no      no      no         no     no     no',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'tag:add': {
    navigator: '             ok     ok    ok      ok      ok         no     ok     no',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'tag:remove': {
    navigator: '             ok     ok    ok      ok      ok         no     ok     no',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'notes:read': {
    navigator: '             ok     ok    ok      ok      ok         no     ok     no',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'note:add': {
    navigator: '             ok     ok    ok      ok      ok         no     ok     no',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'follow-up:add': {
    navigator: '             ok     ok    ok      ok      ok         no     ok     no',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'earlier:read': {
    navigator: '            none   none  none    none    none        no    none    no',
    lead: '                 none   none  none    none    none       none   none   none',
  },
  'colleague:invite': {
    navigator: '          conflict  ok    taken   taken   ended      no     no     no',
    lead: '               conflict  ok    taken   taken   ended   conflict  ok     ok',
  },
  'colleague:join': {
    navigator: '          conflict conflict conflict conflict ended conflict conflict conflict',
    lead: '               conflict conflict conflict conflict ended conflict conflict conflict',
  },
  'colleague:leave': {
    navigator: '             ok     ok    ok      ok      ok         ok     ok     ok',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
  'colleague:take-out': {
    navigator: '          conflict  ok    taken   taken   ended   conflict  ok     taken',
    lead: '               conflict  ok    taken   taken   ended   conflict  ok     ok',
  },
  'concern:raise': {
    navigator: '             ok     ok    ok      ok      ok         ok     ok     ok',
    lead: '                  ok     ok    ok      ok      ok         ok     ok     ok',
  },
}

/** How a concern stands to whoever acts, in the order of the words below. */
export const concernStandings = ['raised by me', 'raised by a colleague', 'closed'] as const

export type ConcernStanding = (typeof concernStandings)[number]

/** Events about one concern. */
export const concernRights: Readonly<Record<string, Readonly<Record<DeskRole, string>>>> = {
  //                     by me  by a colleague  closed
  'concern:acknowledge': { navigator: 'no no no', lead: 'ok ok conflict' },
  'concern:tell': { navigator: 'ok no ok', lead: 'ok ok ok' },
  'concern:review': { navigator: 'no no no', lead: 'ok ok conflict' },
  'concern:close': { navigator: 'no no no', lead: 'ok ok conflict' },
  'concern:release': { navigator: 'no no no', lead: 'conflict conflict ok' },
}

/** Events about no conversation. */
export const otherRights: Readonly<Record<string, Readonly<Record<DeskRole, string>>>> = {
  'desk:sync': { navigator: 'ok', lead: 'ok' },
  'reply:list': { navigator: 'ok', lead: 'ok' },
  'availability:set': { navigator: 'ok', lead: 'ok' },
  'work:set': { navigator: 'ok', lead: 'ok' },
  'conversations:search': { navigator: 'ok', lead: 'ok' },
  'log:add': { navigator: 'ok', lead: 'ok' },
  'follow-ups:read': { navigator: 'ok', lead: 'ok' },
  'follow-up:done': { navigator: 'none', lead: 'none' },
  'concern:sync': { navigator: 'ok', lead: 'ok' },
  'danger-word:add': { navigator: 'no', lead: 'ok' },
  'danger-word:remove': { navigator: 'no', lead: 'ok' },
}

/** The outcome that stands at `place` in a row. */
export function outcomeAt(row: string, place: number): Outcome {
  const word = row.trim().split(/\s+/)[place]
  const found = Object.entries(outcomes).find(([short]) => short === word)
  if (!found) throw new Error(`no outcome is called “${word}”`)
  return found[1]
}
