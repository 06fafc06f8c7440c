// A TLS server on 127.0.0.1 that counts what reaches it decrypted, and answers any of it with an empty object.

import type { AddressInfo } from 'node:net'
import { createServer, type TLSSocket, type TlsOptions } from 'node:tls'
import { onTestFinished } from 'vitest'

export interface TlsServer {
  port: number
  /** TCP connections, handshakes that the server took for complete, and decrypted bytes. */
  seen: { connections: number; handshakes: number; bytes: number }
}

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}'

/** Closed after the test. */
export async function startTlsServer(options: TlsOptions): Promise<TlsServer> {
  const seen = { connections: 0, handshakes: 0, bytes: 0 }
  const sockets = new Set<{ destroy(): void }>()
  const server = createServer(options, (socket: TLSSocket) => {
    seen.handshakes += 1
    socket.on('error', () => {})
    socket.once('data', () => socket.end(ANSWER))
    socket.on('data', (chunk) => {
      seen.bytes += chunk.length
    })
  })
  server.on('tlsClientError', () => {})
  server.on('connection', (socket) => {
    seen.connections += 1
    sockets.add(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, seen }
}
