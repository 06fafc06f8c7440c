// Opens the connection under a request or a stream, by rules that nothing outside of this file changes.

import { connect as connectTcp, isIP, type Socket } from 'node:net'
import {
  checkServerIdentity,
  connect as connectTls,
  createSecureContext,
  type SecureContext,
  type TLSSocket,
} from 'node:tls'

/** Begins a connection to the host of `url`: over TLS, or plainly where its scheme says so. */
export function openSocket(url: URL, trusted: readonly string[]): Socket {
  return url.protocol === 'https:' ? openTls(url, trusted) : connectTcp(Number(url.port) || 80, url.hostname)
}

/**
 * A connection whose checks no environment variable and no command-line option of Node reaches: each of them changes a
 * default, and here nothing is left to a default. Authorities are those that come with Node, not the system's, to which
 * other programs add theirs. `session`: of an earlier connection to this address that was checked so.
 */
export function openTls(url: URL, trusted: readonly string[], session?: Buffer): TLSSocket {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const socket = connectTls({
    host,
    port: Number(url.port) || 443,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    secureContext: contextOf(trusted),
    rejectUnauthorized: true,
    checkServerIdentity,
    ...(session !== undefined && { session }),
  })
  // `--tls-keylog` would write the secrets of the connection to a file, and listens from the start.
  socket.removeAllListeners('keylog')
  return socket
}

/** Kept, because reading some hundred and fifty certificates takes longer than a request. */
const contexts = new WeakMap<readonly string[], SecureContext>()

function contextOf(trusted: readonly string[]): SecureContext {
  const known = contexts.get(trusted)
  if (known !== undefined) return known
  const context = createSecureContext({
    ca: [...trusted],
    minVersion: 'TLSv1.3',
    maxVersion: 'TLSv1.3',
    // The last one belongs to TLS 1.2 and is never used; some builds of Node take no list without one.
    ciphers: 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES256-GCM-SHA384',
  })
  contexts.set(trusted, context)
  return context
}
