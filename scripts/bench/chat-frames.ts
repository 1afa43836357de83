/** WebSocket frames (RFC 6455) as load generators need them: as cheap as can be, so that servers are the slow part. */

/** Payloads of up to this many bytes say their length in the frame's second byte. */
const longestShort = 125
/** The next longer ones say it in two bytes more. */
const longestMiddle = 0xffff
const [twoBytes, eightBytes] = [126, 127]
const [opcodeText, opcodeClose] = [1, 8]

/** A whole text frame from a client. Clients must mask; a mask of zeros changes nothing. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const lengthBytes = length <= longestShort ? 0 : length <= longestMiddle ? 2 : 8
  const start = 2 + lengthBytes + 4
  const frame = Buffer.alloc(start + length)
  frame[0] = 0x80 | opcodeText
  frame[1] = 0x80 | (lengthBytes === 0 ? length : lengthBytes === 2 ? twoBytes : eightBytes)
  if (lengthBytes === 2) frame.writeUInt16BE(length, 2)
  if (lengthBytes === 8) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.write(text, start)
  return frame
}

/**
 * Takes a server's bytes as they come and hands over the text of each whole frame. Frames in parts are not expected: our
 * servers send none.
 */
export function createFrameReader(
  onText: (text: string) => void,
  onClose: () => void,
): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    for (;;) {
      const frame = frameAt(bytes, at)
      if (!frame) break
      if (frame.opcode === opcodeText) onText(bytes.toString('utf8', frame.start, frame.end))
      if (frame.opcode === opcodeClose) onClose()
      at = frame.end
    }
    rest = bytes.subarray(at)
  }
}

/** Where the payload of the frame at `at` stands; undefined while not all of it has come. */
function frameAt(bytes: Buffer, at: number): { opcode: number; start: number; end: number } | undefined {
  const [first, second] = [bytes[at], bytes[at + 1]]
  if (first === undefined || second === undefined) return undefined
  const said = second & 0x7f
  const lengthBytes = said === twoBytes ? 2 : said === eightBytes ? 8 : 0
  const start = at + 2 + lengthBytes
  if (bytes.length < start) return undefined
  const length =
    lengthBytes === 0
      ? said
      : lengthBytes === 2
        ? bytes.readUInt16BE(at + 2)
        : Number(bytes.readBigUInt64BE(at + 2))
  return bytes.length < start + length ? undefined : { opcode: first & 0x0f, start, end: start + length }
}
