// How the old Electron's main process and the backend reach each other: as parent and child, or, where a test holds the
// backend in its own process, through a socket. Values cross as structured clones: what a page sends may hold what JSON
// cannot say, and the backend is to see it as it came.

import type { ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'
import { deserialize, serialize } from 'node:v8'

export interface Link {
  send(message: object): void
  onMessage(listener: (message: never) => void): void
  /** Resolves when the other side is gone. */
  gone: Promise<void>
  end(): void
}

/** Of a child that was forked with `serialization: 'advanced'`, or of such a child to its parent. */
export function processLink(other: ChildProcess | NodeJS.Process): Link {
  return {
    send: (message) => void other.send?.(message, undefined, undefined, () => {}),
    onMessage: (listener) => void other.on('message', listener as (message: unknown) => void),
    gone: new Promise((resolve) => void other.once('disconnect', resolve)),
    end: () => {
      if (other.connected) other.disconnect?.()
    },
  }
}

const LENGTH_BYTES = 4

/** The same over a stream: each message behind its length. */
export function socketLink(socket: Socket): Link {
  const listeners: ((message: never) => void)[] = []
  let rest = Buffer.alloc(0)
  socket.on('data', (data) => {
    rest = Buffer.concat([rest, data])
    while (rest.length >= LENGTH_BYTES && rest.length >= LENGTH_BYTES + rest.readUInt32BE(0)) {
      const end = LENGTH_BYTES + rest.readUInt32BE(0)
      const message = deserialize(rest.subarray(LENGTH_BYTES, end)) as never
      rest = rest.subarray(end)
      for (const listener of listeners) listener(message)
    }
  })
  // The end is told by `close`, which follows.
  socket.on('error', () => {})
  return {
    send: (message) => {
      const body = serialize(message)
      const length = Buffer.alloc(LENGTH_BYTES)
      length.writeUInt32BE(body.length)
      if (socket.writable) socket.write(Buffer.concat([length, body]))
    },
    onMessage: (listener) => void listeners.push(listener),
    gone: new Promise((resolve) => void socket.once('close', () => resolve())),
    end: () => void socket.end(),
  }
}
