import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { socketPath } from '#protocol/http.ts'

// What the chat is measured against: socket.io as it comes, which acknowledges a message and forwards it to whoever else
// is in the room, and stores nothing. A program of its own; prints its port, ends with whoever started it.

const http = createServer()
const io = new Server(http, { path: socketPath, serveClient: false })
let seq = 0

io.on('connection', (socket) => {
  let room = ''
  socket.on('join', async (rooms: string[], reply: (answer: object) => void) => {
    room = rooms[0] ?? ''
    await socket.join(rooms)
    reply({ ok: true })
  })
  socket.on('message:send', (message: object, reply: (answer: object) => void) => {
    seq += 1
    socket.to(room).emit('message', message)
    reply({ ok: true, seq, sentAt: Date.now() })
  })
})

http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
process.stdin.resume().once('end', () => process.exit())
