import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listenersIn } from './listeners.ts'

/** Those who are told, in a namespace of the real library into which sockets are put by hand. */
describe('who listens in a room', () => {
  let io: Server
  let told: string[]

  beforeEach(() => {
    io = new Server(createServer())
    told = []
  })
  afterEach(() => io.close())

  function join(id: string, room: string): void {
    const namespace = io.of('/')
    const socket = { emit: () => told.push(id), client: { writeToEngine: () => told.push(id) } }
    Reflect.apply(Map.prototype.set, namespace.sockets, [
      id,
      { ...socket, notifyOutgoingListeners: () => {} },
    ])
    namespace.adapter.addAll(id, new Set([id, room]))
  }

  const tell = (isOnlyProcess: boolean, writer?: string) =>
    listenersIn<{ emit(event: string): unknown }>(io.of('/'), 'room', isOnlyProcess, writer)?.emit('message')

  it('is nobody where the writer alone is in it, or nobody at all', () => {
    expect(tell(true)).toBeUndefined()
    join('writer', 'room')
    expect(tell(true, 'writer')).toBeUndefined()
    expect(told).toEqual([])
  })

  it('is each one but the writer, however many there are', () => {
    join('first', 'room')
    join('elsewhere', 'another room')
    tell(true)
    expect(told.splice(0)).toEqual(['first'])
    join('writer', 'room')
    tell(true, 'writer')
    expect(told.splice(0)).toEqual(['first'])
    join('third', 'room')
    tell(true, 'writer')
    expect(told.splice(0)).toEqual(['first', 'third'])
    tell(true)
    expect(told.splice(0)).toEqual(['first', 'writer', 'third'])
  })

  it('is told through the adapter where other processes may have some of them', () => {
    join('first', 'room')
    const sent: unknown[] = []
    io.of('/').adapter.broadcast = (packet: unknown) => sent.push(packet)
    tell(false)
    expect(sent).toHaveLength(1)
    expect(told).toEqual([])
  })
})
