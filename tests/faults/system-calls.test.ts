import { describe, expect, it } from 'vitest'
import { isCommit, readCalls } from './system-calls.ts'

/** As strace -xx shows a text. */
const shown = (text: string) => [...Buffer.from(text, 'latin1')].map(hex).join('')
const hex = (byte: number) => `\\x${byte.toString(16).padStart(2, '0')}`

const log = `7<${shown('/var/local-offer.sqlite-wal')}>`
const database = `6<${shown('/var/local-offer.sqlite')}>`
const socket = `9<${shown('socket:[1234]')}>`

/** The head of a frame of the log; the size of the database stands in the last frame of a transaction alone. */
const head = (size: number) =>
  `${shown('\0\0\0\x02')}${[0, 0, 0, size].map(hex).join('')}${shown('\0'.repeat(16))}`

describe('the calls that strace shows', () => {
  it('are told apart, in their order', () => {
    const calls = readCalls([
      `11 pwrite64(${log}, "${head(0)}", 24, 32) = 24`,
      `11 pwrite64(${log}, "${shown('a page with a message')}", 4096, 56) = 4096`,
      `11 pwrite64(${log}, "${head(9)}", 24, 4152) = 24`,
      `11 fdatasync(${log})  = 0`,
      `11 write(${socket}, "${shown('an answer')}", 9) = 9`,
      `11 fdatasync(${database}) = 0`,
      `11 write(5<${shown('pipe:[7]')}>, "${shown('*')}", 1) = 1`,
    ])
    expect(calls.map(({ kind }) => kind)).toEqual([
      ...['write to the log', 'write to the log', 'write to the log'],
      ...['log flushed', 'sent', 'database flushed'],
    ])
    expect(calls.map(isCommit)).toEqual([false, false, true, false, false, false])
    expect(calls[1]?.bytes.toString()).toBe('a page with a message')
  })

  it('count a flush from where it was done, when another thread came in between', () => {
    const calls = readCalls([
      `11 fdatasync(${log} <unfinished ...>`,
      `12 write(${socket}, "${shown('too early')}", 9) = 9`,
      '11 <... fdatasync resumed>) = 0',
    ])
    expect(calls.map(({ kind }) => kind)).toEqual(['sent', 'log flushed'])
  })
})
