import fc from 'fast-check'
import { z } from 'zod'
import type { Requests, Signals } from '#protocol/contract.ts'
import { deskNamespace, deskRequests, deskSignals } from '#protocol/desk.ts'
import { addresses } from '#protocol/http.ts'
import { visitorNamespace, visitorRequests, visitorSignals } from '#protocol/visitor.ts'

/** One thing that a page of ours would never send. */
export interface HostileEvent {
  side: 'visitor' | 'desk'
  event: string
  payload: unknown
}

/** One request that no form of ours would make. */
export interface HostileRequest {
  method: 'GET' | 'POST' | 'DELETE' | 'PUT'
  path: string
  type: string
  body: string
}

/** A frame as it goes through the WebSocket. */
export type HostileFrame = string | Buffer

/** Texts that break programs which take a text for what it is not. */
const hardText = fc.oneof(
  fc.constantFrom(
    '<script>document.title="broken"</script>',
    '<img src=x onerror="document.title=\'broken\'">',
    '</title></script><svg onload=alert(1)>',
    "'; drop table message; --",
    '%%TITLE%%<!--%%BODY%%-->',
    '$' + '{7*7} {{7*7}} <%= 7*7 %>',
    '\u202egnp.exe\u202c',
    '\u2066\u2067\u061c',
    '\u200b\u200c\u200d\ufeff',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'a\udfff\ud800b',
    '\r\nSet-Cookie: a=b',
    '../../../etc/passwd',
    'constructor',
    '__proto__',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(200),
    'Z\u0351\u036b\u0343\u036a'.repeat(700),
  ),
  fc.constantFrom(3999, 4000, 4001, 20_000).map((length) => '\u754c'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
    .map((codes) => String.fromCharCode(...codes)),
)

const strange: fc.Arbitrary<unknown> = fc.oneof(
  hardText,
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    0,
    -1,
    1.5,
    2 ** 53,
    1e308,
    Number.NaN,
    Infinity,
    '',
    [],
    {},
  ),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    { toString: 'x', hasOwnProperty: 1, toJSON: 'x' },
    { length: 2 ** 31, 0: 'x' },
    { _placeholder: true, num: 99 },
  ),
  fc.integer({ min: 1, max: 3000 }).map((depth) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)),
  fc
    .integer({ min: 1, max: 800 })
    .map((depth) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.uuid(),
  fc.anything({ maxDepth: 4, maxKeys: 20, withNullPrototype: false }),
)

/** What is sent on the sockets: each event that there is, and some that there are not. */
export function hostileEvents(idOf: (event: string) => string): fc.Arbitrary<HostileEvent> {
  return fc.oneof(
    ...namedEvents('visitor', { ...visitorRequests }, visitorSignals, idOf),
    ...namedEvents('desk', { ...deskRequests }, deskSignals, idOf),
    fc.record({
      side: fc.constantFrom('visitor' as const, 'desk' as const),
      event: fc.constantFrom(
        'toString',
        '__proto__',
        'constructor',
        'hasOwnProperty',
        '',
        'message',
        'x'.repeat(500),
      ),
      payload: strange,
    }),
  )
}

function namedEvents(
  side: 'visitor' | 'desk',
  requests: Requests,
  signals: Signals,
  idOf: (event: string) => string,
): fc.Arbitrary<HostileEvent>[] {
  const payloads = {
    ...signals,
    ...Object.fromEntries(Object.entries(requests).map(([k, v]) => [k, v.payload])),
  }
  return Object.entries(payloads).map(([event, schema]) => {
    const like = likePayload(schema, idOf(event))
    return fc.oneof(like, like, strange).map((payload) => ({ side, event, payload }))
  })
}

/** The keys that the schema names, some with what may stand there, some with anything. */
function likePayload(schema: z.ZodType, conversationId: string): fc.Arbitrary<unknown> {
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const usual: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    conversationId: fc.constant(conversationId),
    clientMessageId: fc.uuid(),
    text: hardText,
    seq: fc.integer(),
    lastSeq: fc.integer(),
  }
  const fields = Object.fromEntries(
    names.map((name) => [
      name,
      fc.oneof({ weight: 3, arbitrary: usual[name] ?? strange }, { weight: 1, arbitrary: strange }),
    ]),
  )
  return fc.record({ ...fields, more: strange })
}

const paths = [
  ...Object.values(addresses),
  ...['open/', 'answer/', 'call-back/', 'stop-emails/', 'copy/', 'close/'].map(
    (step) => `${addresses.conversation}${step}`,
  ),
]

/** What is sent to the addresses of the helpdesk, as JSON, as a form, and as neither. */
export const hostileRequests: fc.Arbitrary<HostileRequest> = fc.record({
  method: fc.constantFrom(
    'POST' as const,
    'POST' as const,
    'GET' as const,
    'DELETE' as const,
    'PUT' as const,
  ),
  path: fc
    .tuple(fc.constantFrom(...paths), fc.option(hardText, { freq: 3 }))
    .map(([path, query]) =>
      query === null ? path : `${path}?about=${asQuery(query)}&link=${asQuery(query)}`,
    ),
  type: fc.constantFrom(
    'application/json',
    'application/json',
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/xml',
  ),
  body: fc.oneof(
    fc
      .dictionary(
        fc.constantFrom(
          'clientConversationId',
          'text',
          'name',
          'about',
          'email',
          'telephone',
          'uses',
          '__proto__',
        ),
        strange,
      )
      .map((fields) => JSON.stringify(fields)),
    fc
      .dictionary(
        fc.constantFrom('clientConversationId', 'text', 'name', 'email', 'callBack', 'link', '__proto__'),
        hardText,
      )
      .map((fields) =>
        Object.entries(fields)
          .map(([name, text]) => `${name}=${asQuery(text)}`)
          .join('&'),
      ),
    hardText,
    fc.integer({ min: 1, max: 20_000 }).map((depth) => '['.repeat(depth)),
    fc.constant('x'.repeat(200_000)),
  ),
})

/** Frames that are no packets, or packets of a kind that nobody sends. */
export const hostileFrames: fc.Arbitrary<HostileFrame> = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  hardText,
  fc
    .tuple(fc.constantFrom('4', '40', '41', '42', '43', '44', '45', '46', '2', '5', '6', '1'), hardText)
    .map((two) => two.join('')),
  fc.constantFrom(
    `42${visitorNamespace},1["message:send"`,
    `451-${visitorNamespace},1["message:send",{"_placeholder":true,"num":0}]`,
    `459999999999-${visitorNamespace},1["message:send"]`,
    `42${visitorNamespace},99999999999999999999["seen",{}]`,
    `42${deskNamespace},1["desk:sync",{}]`,
    `42${visitorNamespace},["__proto__"]`,
    `42${visitorNamespace},[]`,
    `42${visitorNamespace},{}`,
    `42${visitorNamespace},[null]`,
    `42${visitorNamespace},["connect",{}]`,
    `42${visitorNamespace},["disconnect"]`,
    `43${visitorNamespace},1[]`,
    `4${'2'.repeat(1000)}`,
  ),
  fc.constant(`42${visitorNamespace},1["message:send",{"text":"${'x'.repeat(40_000)}"}]`),
)

function asQuery(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
