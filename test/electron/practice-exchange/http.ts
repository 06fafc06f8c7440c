// Sends one HTTP request on a connection of its own, so that a dropped connection concerns that request alone.

import { type IncomingHttpHeaders, request as openRequest } from 'node:http'

export interface Request {
  method: string
  url: string
  headers: Record<string, string>
  body: string
}

export interface Response {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** The whole answer. Rejects when the connection ends before it is complete, or when `signal` aborts. */
export function send(request: Request, signal?: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { method, url, headers, body } = request
    const outgoing = openRequest(url, { method, headers, agent: false, ...(signal === undefined ? {} : { signal }) })
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    outgoing.end(body)
  })
}
