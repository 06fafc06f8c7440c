// A WebSocket server as small as RFC 6455 allows, for one connection at a time: text, ping and close, and whatever bytes a
// test wants to send in their place.

import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

export interface Peer {
  path: string
  /** What this connection has asked for and was granted. */
  wants: Set<string>
  /** Sends a message; a text goes out as it is. */
  say(message: unknown): void
  /** Sends these bytes, whatever they are. */
  raw(bytes: Uint8Array): void
  /** Pings, and resolves with the answer: everything that was sent before has arrived. */
  ponged(): Promise<void>
  /** Says goodbye with this code. */
  close(code: number): void
  /** Breaks the connection without a word. */
  drop(): void
}

/** Takes an upgrade; `heard` gets each message, parsed where it is JSON. */
export function accept(
  request: IncomingMessage,
  socket: Duplex,
  heard: (message: unknown, peer: Peer) => void,
  gone: (peer: Peer) => void,
): Peer {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64')
  const words = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade']
  socket.write(`${[...words, `Sec-WebSocket-Accept: ${key}`].join('\r\n')}\r\n\r\n`)
  const pongs: (() => void)[] = []
  const peer: Peer = {
    path: request.url ?? '',
    wants: new Set(),
    say: (message) => {
      const text = typeof message === 'string' ? message : JSON.stringify(message).replace(/"#(\d+)"/g, '$1')
      peer.raw(frame(0x1, Buffer.from(text)))
    },
    raw: (bytes) => {
      if (!socket.destroyed) socket.write(bytes)
    },
    ponged: () =>
      new Promise((resolve) => {
        pongs.push(resolve)
        peer.raw(frame(0x9, Buffer.alloc(0)))
      }),
    close: (code) => {
      const body = Buffer.alloc(2)
      body.writeUInt16BE(code)
      peer.raw(frame(0x8, body))
      socket.end()
    },
    drop: () => void socket.destroy(),
  }
  let rest = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (let next = unframe(rest); next !== null; next = unframe(rest)) {
      rest = rest.subarray(next.length)
      if (next.opcode === 0x1) heard(parsed(next.body.toString('utf8')), peer)
      if (next.opcode === 0x9) peer.raw(frame(0xa, next.body))
      if (next.opcode === 0xa) pongs.shift()?.()
      if (next.opcode === 0x8) socket.end()
    }
  })
  socket.on('error', () => {})
  // Node leaves it half open, so that somebody could still write to nobody.
  socket.on('end', () => socket.end())
  socket.once('close', () => gone(peer))
  return peer
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** One whole frame from the server. */
export function frame(opcode: number, body: Uint8Array): Buffer {
  const head = body.length < 126 ? Buffer.alloc(2) : body.length < 65_536 ? Buffer.alloc(4) : Buffer.alloc(10)
  head[0] = 0x80 | opcode
  head[1] = body.length < 126 ? body.length : body.length < 65_536 ? 126 : 127
  if (head.length === 4) head.writeUInt16BE(body.length, 2)
  if (head.length === 10) head.writeBigUInt64BE(BigInt(body.length), 2)
  return Buffer.concat([head, body])
}

/** The first frame of a client; `null` while it is not whole. Clients mask what they send. */
function unframe(bytes: Buffer): { opcode: number; body: Buffer; length: number } | null {
  if (bytes.length < 2) return null
  const short = (bytes[1] ?? 0) & 0x7f
  const at = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < at + 4) return null
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  const length = at + 4 + size
  if (bytes.length < length) return null
  const mask = bytes.subarray(at, at + 4)
  const body = Buffer.from(bytes.subarray(at + 4, length).map((byte, index) => byte ^ (mask[index % 4] ?? 0)))
  return { opcode: (bytes[0] ?? 0) & 0x0f, body, length }
}
