// Who may be spoken to over TLS: against real servers with every kind of wrong certificate, no byte of a request leaves.

import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { expect, it, onTestFinished } from 'vitest'
import { sendHttp } from '../../../../electron/adapters/http-request.ts'
import { systemClock } from '../../../../electron/adapters/system-clock.ts'
import { type Certified, certify } from '../../../support/certificates.ts'
import { startTlsServer } from './tls-server.ts'

const LOCAL = ['localhost', '127.0.0.1']
const authority = certify({ name: 'Test authority', authority: true })
const stranger = certify({ name: 'Another authority', authority: true })
const issuer = authority.signer
const good = certify({ name: 'localhost', issuer, hosts: LOCAL })
const selfSigned = certify({ name: 'localhost', hosts: LOCAL })

function post(host: string, port: number, trusted?: readonly string[]) {
  const request = { method: 'POST', url: `https://${host}:${port}/v1/orders`, headers: {}, body: '{"sealed":true}' }
  return sendHttp({ ...request, deadlineMs: 5_000 }, systemClock, trusted)
}

it.each(LOCAL)('speaks to %s when its certificate is right, and sends one whole request [R43]', async (host) => {
  const server = await startTlsServer({ ...good, minVersion: 'TLSv1.3' })
  expect(await post(host, server.port, [authority.cert])).toMatchObject({ phase: 'answered', status: 200, body: '{}' })
  expect(server.seen).toMatchObject({ connections: 1, handshakes: 1 })
  expect(server.seen.bytes).toBeGreaterThan(100)
})

const only = (version: 'TLSv1.1' | 'TLSv1.2'): TlsOptions => ({
  minVersion: version,
  maxVersion: version,
  ciphers: 'DEFAULT@SECLEVEL=0',
})

it.each<[string, Certified, TlsOptions, RegExp]>([
  ['an expired certificate', certify({ name: 'localhost', issuer, hosts: LOCAL, from: -9, until: -1 }), {}, /EXPIRED/],
  ['one that is not valid yet', certify({ name: 'localhost', issuer, hosts: LOCAL, from: 1, until: 9 }), {}, /NOT_YET/],
  ['a self-signed one', selfSigned, {}, /SELF_SIGNED/],
  ['one for another host', certify({ name: 'localhost', issuer, hosts: ['example.org', '127.0.0.2'] }), {}, /ALTNAME/],
  [
    'one for a part of the host',
    certify({ name: 'localhost', issuer, hosts: ['local', '*.localhost'] }),
    {},
    /ALTNAME/,
  ],
  ['one of an unknown authority', certify({ name: 'x', issuer: stranger.signer, hosts: LOCAL }), {}, /UNABLE_TO/],
  [
    'one that an ordinary certificate signed',
    certify({ name: 'x', issuer: good.signer, hosts: LOCAL }),
    {},
    /INVALID_PURPOSE|INVALID_CA/,
  ],
  [
    'one of a false authority of the same name',
    certify({ name: 'x', issuer: { ...stranger.signer, name: issuer.name }, hosts: LOCAL }),
    {},
    /SIGNATURE|UNABLE_TO/,
  ],
  ['TLS 1.2 at most', good, only('TLSv1.2'), /PROTOCOL|VERSION/],
  ['TLS 1.1 at most', good, only('TLSv1.1'), /PROTOCOL|VERSION/],
])('sends nothing to a server with %s [R43]', async (_name, { cert, key }, options, reason) => {
  const chain = _name.includes('ordinary') ? cert + good.cert : cert
  const server = await startTlsServer({ cert: chain, key, ...options })
  const outcome = await post('localhost', server.port, [authority.cert])
  expect(outcome).toMatchObject({
    phase: 'not-sent',
    detail: { code: 'NOT_REACHED', params: { system: expect.stringMatching(reason) } },
  })
  expect(server.seen).toMatchObject({ connections: 1, bytes: 0 })
})

it('trusts no authority but those that come with Node unless told of one [R43]', async () => {
  const server = await startTlsServer({ cert: good.cert, key: good.key })
  expect(await post('localhost', server.port)).toMatchObject({ phase: 'not-sent' })
  expect(server.seen.bytes).toBe(0)
})

it('sends nothing to a server that speaks no TLS, and nothing unencrypted to any but this machine [R43]', async () => {
  const received: Buffer[] = []
  const plain = createServer((socket) => {
    socket.on('data', (chunk) => received.push(chunk))
    socket.on('error', () => {})
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}')
  })
  await once(plain.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void plain.close())
  expect(await post('127.0.0.1', (plain.address() as AddressInfo).port)).toMatchObject({ phase: 'not-sent' })
  expect(Buffer.concat(received).toString('latin1')).not.toContain('sealed')
  const elsewhere = ['http://127.0.0.2:9/', 'http://localhost:9/', 'http://[::1]:9/', 'http://example.org/']
  for (const url of elsewhere) {
    const request = { method: 'POST', url, headers: {}, body: 'x', deadlineMs: 5_000 }
    expect(await sendHttp(request, systemClock)).toMatchObject({
      phase: 'not-sent',
      detail: { code: 'NOT_ENCRYPTED' },
    })
  }
})
