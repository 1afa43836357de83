import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { endUnreadConnections } from './unread-limit.ts'

const megabytes = (count: number) => ({ data: 'm'.repeat(count * 1_000_000) })

/** A connection of an engine that ends those that do not listen, and whether it was ended. */
function openConnection() {
  const engine = new EventEmitter()
  endUnreadConnections(engine)
  const ended: string[] = []
  const connection = Object.assign(new EventEmitter(), {
    request: { socket: { destroy: () => ended.push('line') } },
    close: () => ended.push('connection'),
  })
  engine.emit('connection', connection)
  return { connection, ended, flush: () => engine.emit('flush', connection) }
}

it('ends a connection for which much waits when there is still more', () => {
  const { connection, ended } = openConnection()
  for (let sent = 0; sent < 5; sent += 1) connection.emit('packetCreate', megabytes(1))
  expect(ended).toEqual([])
  connection.emit('packetCreate', megabytes(1))
  expect(ended).toEqual(['connection', 'line'])
})

it('lets one long answer through, such as the list of a desk on the busiest of days, when nothing else waits', () => {
  const { connection, ended, flush } = openConnection()
  for (let asked = 0; asked < 3; asked += 1) {
    connection.emit('packetCreate', megabytes(9))
    flush()
  }
  expect(ended).toEqual([])
})
