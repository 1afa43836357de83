/**
 * Those who listen in a room, but for the socket that wrote; undefined when nobody does. A single one is written to by
 * itself: a broadcast copies what it sends, and finds out who gets it, for everybody anew.
 *
 * @param isOnlyProcess whether nobody else can listen on another process
 */
export function listenersIn<Listener>(
  namespace: Listening<Listener>,
  room: string,
  isOnlyProcess: boolean,
  writer?: string,
): Listener | undefined {
  const everybody = () => namespace.to(room).except(writer === undefined ? [] : [writer])
  if (!isOnlyProcess) return everybody()
  const ids = namespace.adapter.rooms.get(room)
  if (ids === undefined) return undefined
  if (ids.size > 2) return everybody()
  const others = [...ids].filter((id) => id !== writer)
  const [one, another] = others.map((id) => namespace.sockets.get(id))
  return another === undefined ? one : everybody()
}

/** What is used of a namespace of socket.io. */
interface Listening<Listener> {
  readonly adapter: { readonly rooms: ReadonlyMap<string, ReadonlySet<string>> }
  readonly sockets: ReadonlyMap<string, Listener>
  to(room: string): { except(rooms: string[]): Listener }
}
