// A source of market data on 127.0.0.1, as unkind as the documented real one: real HTTP, an answer a path, and faults that take
// the place of the next answers.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface SourceRequest {
  path: string
  query: URLSearchParams
  headers: Record<string, string | undefined>
  url: string
}

export interface SourceReply {
  status?: number
  /** A text as it goes out; anything else as JSON. */
  body: unknown
  type?: string
  headers?: Record<string, string>
}

export type Handle = (request: SourceRequest) => SourceReply

/** What happens in place of an answer. */
export type SourceFault =
  | ({ kind: 'reply' } & SourceReply)
  | { kind: 'truncated' | 'drop' | 'hang' }
  /** So many bytes of JSON that end in garbage. */
  | { kind: 'huge'; bytes: number }

export interface SourceServer {
  url: string
  requests: SourceRequest[]
  faults: SourceFault[]
  /** Every answer is this one while it is set. */
  always: SourceFault | null
  handle: Handle
  close(): Promise<void>
}

/** Opens one; closed after the test. */
export async function startSource(handle: Handle): Promise<SourceServer> {
  const server = createServer((incoming, response) => {
    const request = requestOf(incoming)
    source.requests.push(request)
    const fault = source.faults.shift() ?? source.always
    if (fault === null) reply(response, source.handle(request))
    else spoil(response, fault, () => source.handle(request))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const source: SourceServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    faults: [],
    always: null,
    handle,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  onTestFinished(() => source.close())
  return source
}

function requestOf({ url = '/', headers }: IncomingMessage): SourceRequest {
  const { pathname, searchParams } = new URL(url, 'http://source')
  return { path: pathname, query: searchParams, headers: headers as SourceRequest['headers'], url }
}

function reply(
  response: ServerResponse,
  { status = 200, body, type = 'application/json', headers }: SourceReply,
): void {
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

function spoil(response: ServerResponse, fault: SourceFault, handle: () => SourceReply): void {
  switch (fault.kind) {
    case 'reply':
      reply(response, fault)
      return
    case 'drop':
      response.socket?.destroy()
      return
    case 'hang':
      return
    case 'truncated': {
      const { body } = handle()
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      reply(response, { body: text.slice(0, Math.floor(text.length / 2)) })
      return
    }
    case 'huge':
      response.writeHead(200, { 'content-type': 'application/json' })
      write(response, fault.bytes)
  }
}

const CHUNK = Buffer.alloc(65_536, '[')

function write(response: ServerResponse, left: number): void {
  if (left <= 0 || response.destroyed) return void response.end('garbage')
  response.write(CHUNK, () => write(response, left - CHUNK.length))
}
