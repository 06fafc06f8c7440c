// A relay on 127.0.0.1 that keeps each request's bytes as they came, and passes them on to another server on this machine.

import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Relay {
  url: string
  /** What each connection sent so far, as Latin-1 text: one character a byte. */
  requests: string[]
}

/** Passes on to `target`, or to where the function says at the time. The requests keep the relay's address in Host. */
export async function startRelay(target: string | (() => string)): Promise<Relay> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const at = requests.push('') - 1
    const port = Number(new URL(typeof target === 'string' ? target : target()).port)
    const onward = createConnection(port, '127.0.0.1')
    for (const one of [socket, onward]) {
      sockets.add(one)
      one.on('error', () => one.destroy())
    }
    socket.on('data', (chunk) => {
      requests[at] += chunk.toString('latin1')
    })
    socket.pipe(onward).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}
