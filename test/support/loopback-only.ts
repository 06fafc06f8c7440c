// Tests talk to this machine alone. Whatever would leave it fails here, so that a test which forgets to name a host is no
// call at an exchange.

import { Socket } from 'node:net'

const isHere = (host: unknown) => host === undefined || ['127.0.0.1', 'localhost', '::1'].includes(String(host))

const connect = Socket.prototype.connect as (...args: unknown[]) => Socket

/** Puts the guard before every connection of this process; a second time it changes nothing. */
function guard(this: Socket, ...args: unknown[]): Socket {
  // Called by itself with the arguments as an array that was normalized before, and by others with options or a port.
  const first = Array.isArray(args[0]) ? args[0][0] : args[0]
  const host = typeof first === 'object' && first !== null ? (first as { host?: unknown }).host : args[1]
  const isPath = typeof first === 'object' && first !== null && 'path' in first && first.path !== undefined
  if (isPath || isHere(typeof host === 'function' ? undefined : host)) return connect.apply(this, args)
  const error = Object.assign(new Error(`A test wanted to reach ${String(host)}.`), { code: 'EOFFLINE' })
  queueMicrotask(() => this.destroy(error))
  return this
}

Socket.prototype.connect = guard as typeof Socket.prototype.connect
