// A machine to be reached: counts each connection, request and byte on 127.0.0.1, over TCP and UDP.

import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Target {
  /** `127.0.0.1:port` of the TCP side. */
  host: string
  udp: number
  /** Paths of the requests that came. */
  paths: string[]
  connections(): number
  datagrams(): number
  close(): Promise<void>
}

/** Opens both sides; every request is answered with an empty page. */
export async function openTarget(): Promise<Target> {
  const paths: string[] = []
  let connections = 0
  let datagrams = 0
  const server = createServer((request, response) => {
    paths.push(decodeURIComponent(request.url ?? ''))
    response.setHeader('access-control-allow-origin', '*').setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>target</title><body></body>')
  })
  server.on('connection', () => {
    connections += 1
  })
  server.on('clientError', (_error, socket) => socket.destroy())
  server.on('upgrade', (request, socket) => {
    paths.push(decodeURIComponent(request.url ?? ''))
    socket.destroy()
  })
  const socket = createSocket('udp4')
  socket.on('message', () => {
    datagrams += 1
  })
  await Promise.all([
    once(server.listen(0, '127.0.0.1'), 'listening'),
    new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve)),
  ])
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    udp: socket.address().port,
    paths,
    connections: () => connections,
    datagrams: () => datagrams,
    close: async () => {
      socket.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
