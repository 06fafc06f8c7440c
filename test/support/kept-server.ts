// A server on 127.0.0.1 that answers request after request on one connection, and does what it is told to between them.

import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface KeptServer {
  url: string
  /** The methods that each connection has carried, in the order in which the connections came. */
  requests: string[][]
  sockets: Socket[]
  /** Connections that stand. */
  open(): number
  /** A whole answer. */
  answer(socket: Socket): void
}

/** `act` is told of each request and which of its connection it is; it answers where none is given. `head`: more of the headers. */
export async function startKeptServer(act?: (socket: Socket, number: number) => void, head = ''): Promise<KeptServer> {
  const requests: string[][] = []
  const sockets: Socket[] = []
  let open = 0
  const answer = (socket: Socket) => void socket.write(`HTTP/1.1 200 OK\r\n${head}content-length: 2\r\n\r\n{}`)
  const server = createServer((socket) => {
    const seen: string[] = []
    requests.push(seen)
    sockets.push(socket)
    open += 1
    socket.on('error', () => {})
    socket.on('close', () => {
      open -= 1
    })
    socket.on('data', (chunk: Buffer) => {
      const method = /^([A-Z]+) \S+ HTTP\/1\.1\r\n/.exec(chunk.toString('latin1'))?.[1]
      if (method === undefined) return
      seen.push(method)
      if (act === undefined) answer(socket)
      else act(socket, seen.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    sockets,
    open: () => open,
    answer,
  }
}
