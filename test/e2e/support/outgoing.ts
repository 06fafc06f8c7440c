// Notes every connection that this process, and so the backend in it, tries to open to another machine.

import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { isIPv6, type Socket } from 'node:net'

const CHANNEL = 'net.client.socket'

export interface Outgoing {
  /** Addresses that are not this machine's own. */
  foreign: string[]
  stop(): void
}

/** Starts noting. A name that is looked up counts as well: the look-up itself would leave the machine. */
export function watchOutgoing(): Outgoing {
  const foreign: string[] = []
  const note = (message: unknown) => {
    const { socket } = message as { socket: Socket }
    socket.on('connectionAttempt', (address: string, port: number) => {
      if (!address.startsWith('127.') && address !== '::1')
        foreign.push(`${isIPv6(address) ? `[${address}]` : address}:${port}`)
    })
    socket.on('lookup', (_error, _address, _family, host) => {
      if (host !== 'localhost') foreign.push(`look-up of ${host}`)
    })
  }
  subscribe(CHANNEL, note)
  return { foreign, stop: () => void unsubscribe(CHANNEL, note) }
}
