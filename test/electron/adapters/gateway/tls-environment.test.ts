// No environment variable and no option of Node that comes by one loosens TLS. Beside each goes a control: the same
// request as plain Node sends it, in the same environment, so that a variable that does nothing proves nothing.

import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { certify } from '../../../support/certificates.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { startRawServer } from '../../../support/raw-server.ts'
import { startTlsServer } from './tls-server.ts'

const CHILD = fileURLToPath(new URL('./tls-child.ts', import.meta.url))
const authority = certify({ name: 'Test authority', authority: true })
const good = certify({ name: 'localhost', issuer: authority.signer, hosts: ['localhost', '127.0.0.1'] })
const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const

/** Runs the child in `variables` and nothing else of this process's environment. */
function send(way: 'plain' | 'prelist', url: string, variables: Record<string, string>, trusted = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...variables }
    execFile(process.execPath, [CHILD, way, url, trusted], { env }, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    )
  })
}

function folder(): { authority: string; file: (name: string) => string } {
  const at = makeProfile()
  mkdirSync(at)
  writeFileSync(path.join(at, 'authority.pem'), authority.cert)
  return { authority: path.join(at, 'authority.pem'), file: (name) => path.join(at, name) }
}

it.each<[string, (authority: string) => Record<string, string>]>([
  ['NODE_TLS_REJECT_UNAUTHORIZED=0', () => ({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })],
  ['NODE_EXTRA_CA_CERTS', (file) => ({ NODE_EXTRA_CA_CERTS: file })],
  ['SSL_CERT_FILE with --use-openssl-ca', (file) => ({ SSL_CERT_FILE: file, NODE_OPTIONS: '--use-openssl-ca' })],
  ['SSL_CERT_FILE with --use-system-ca', (file) => ({ SSL_CERT_FILE: file, NODE_OPTIONS: '--use-system-ca' })],
  ['SSL_CERT_FILE with NODE_USE_SYSTEM_CA=1', (file) => ({ SSL_CERT_FILE: file, NODE_USE_SYSTEM_CA: '1' })],
])('%s brings no body to a server of an unknown authority [R43]', async (_name, variables) => {
  const server = await startTlsServer({ cert: good.cert, key: good.key })
  const url = `https://localhost:${server.port}/`
  const environment = variables(folder().authority)
  expect(await send('prelist', url, environment)).toBe('not-sent')
  expect(server.seen.bytes).toBe(0)
  expect(await send('plain', url, environment)).toBe('answered')
})

it('--tls-min-v1.0 and a weak list of ciphers bring no body to a server of TLS 1.1 [R43]', async () => {
  const server = await startTlsServer({ cert: good.cert, key: good.key, ...old })
  const { authority: file } = folder()
  const url = `https://localhost:${server.port}/`
  const loose = '--tls-min-v1.0 --tls-cipher-list=DEFAULT@SECLEVEL=0'
  const environment = { NODE_EXTRA_CA_CERTS: file, NODE_OPTIONS: loose }
  expect(await send('prelist', url, environment, file)).toBe('not-sent')
  expect(server.seen.bytes).toBe(0)
  expect(await send('plain', url, environment)).toBe('answered')
})

it('--tls-max-v1.2 does not lower what is spoken [R43]', async () => {
  const server = await startTlsServer({ cert: good.cert, key: good.key, minVersion: 'TLSv1.3' })
  const { authority: file } = folder()
  const url = `https://localhost:${server.port}/`
  const environment = { NODE_EXTRA_CA_CERTS: file, NODE_OPTIONS: '--tls-max-v1.2' }
  expect(await send('plain', url, environment)).toBe('failed')
  expect(await send('prelist', url, environment, file)).toBe('answered')
})

it('no secret of a connection is written where --tls-keylog or SSLKEYLOGFILE says [R43]', async () => {
  const server = await startTlsServer({ cert: good.cert, key: good.key })
  const { authority: file, file: at } = folder()
  const url = `https://localhost:${server.port}/`
  const environment = (log: string) => ({
    NODE_EXTRA_CA_CERTS: file,
    NODE_OPTIONS: `--tls-keylog=${log}`,
    SSLKEYLOGFILE: log,
  })
  expect(await send('prelist', url, environment(at('ours')), file)).toBe('answered')
  expect(existsSync(at('ours'))).toBe(false)
  await send('plain', url, environment(at('plain')))
  expect(readFileSync(at('plain'), 'utf8')).toContain('CLIENT_TRAFFIC_SECRET')
})

it('no proxy of the environment is asked [R43]', async () => {
  const proxy = await startRawServer((socket) => socket.end('HTTP/1.1 502 No\r\n\r\n'))
  const secure = await startTlsServer({ cert: good.cert, key: good.key })
  const target = await startRawServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'))
  const { authority: file } = folder()
  const environment = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url }
  expect(await send('prelist', `https://localhost:${secure.port}/`, environment, file)).toBe('answered')
  expect(await send('prelist', target.url, environment)).toBe('answered')
  expect(proxy.received).toEqual([])
  await send('plain', `https://localhost:${secure.port}/`, environment)
  await send('plain', target.url, environment)
  expect(proxy.received).toHaveLength(2)
})
