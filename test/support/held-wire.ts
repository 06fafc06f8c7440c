// A wire between app and exchange that holds back the requests it is told to, until it is let go.

import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface HeldWire {
  url: string
  /** From now on every request whose first line matches waits, with all that follows on its connection. */
  hold(path: RegExp): void
  /** First lines of the requests that wait. */
  held(): string[]
  /** Lets everything go on, and holds nothing more. */
  release(): void
  close(): Promise<void>
}

/** Starts the wire on a free port in front of the server at `url`. */
export async function startHeldWire(url: string): Promise<HeldWire> {
  let wanted: RegExp | null = null
  let waiting: { line: string; go: () => void }[] = []
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((app) => {
    const venue = connect(Number(new URL(url).port), '127.0.0.1')
    keep(app)
    keep(venue)
    app.on('data', (chunk: Buffer) => {
      const line = chunk.toString('latin1').split('\r\n')[0] ?? ''
      if (wanted?.test(line) !== true) {
        venue.write(chunk)
        return
      }
      app.pause()
      const go = () => {
        venue.write(chunk)
        app.resume()
      }
      waiting.push({ line, go })
    })
    venue.pipe(app)
    app.on('close', () => venue.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold: (path) => {
      wanted = path
    },
    held: () => waiting.map(({ line }) => line),
    release: () => {
      wanted = null
      for (const { go } of waiting) go()
      waiting = []
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
