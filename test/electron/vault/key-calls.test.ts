// Calls at exchanges with the keys of an open vault: what needs no key fetches none.

import { expect, it } from 'vitest'
import type { KeyProbe, KeyUse, VenueCall, VenueService } from '../../../electron/ports/vault.ts'
import type { HeldVault } from '../../../electron/vault/key-service/held-vault.ts'
import { createKeyCalls } from '../../../electron/vault/key-service/key-calls.ts'
import { reason } from '../../../shared/reasons/reason.ts'

const VARIABLE = { kind: 'environment', apiKey: 'MY_KEY', apiSecret: 'MY_SECRET' } as const
const USE: KeyUse = { from: 'reference', reference: VARIABLE, environment: 'live' }

function made() {
  const fetched: string[] = []
  const asked: unknown[] = []
  const venues: Partial<VenueService> = {
    room: ({ venue, environment }, requests) => {
      asked.push([venue, environment, requests])
      return 250
    },
    call: async ({ ask }) => {
      asked.push(ask.kind)
      return { kind: 'balances', balances: [] }
    },
  }
  const calls = createKeyCalls({
    vault: { held: () => ({ master: new Uint8Array(32) }), current: () => null } as unknown as HeldVault,
    probe: {} as KeyProbe,
    venues: venues as VenueService,
    sources: { ask: async () => ({ phase: 'not-sent', detail: reason('NO_ADDRESS') }) },
    environment: {
      get: async (name) => {
        fetched.push(name)
        return 'x'.repeat(64)
      },
      forCommands: async () => ({}),
    },
  })
  const ask = (what: VenueCall['ask']) =>
    calls.venue({ venue: 'binance', environment: 'live', host: null, ask: what } as VenueCall, USE)
  return { ask, asked, fetched }
}

it('is asked how much room is left without the key', async () => {
  const { ask, asked, fetched } = made()
  expect(await ask({ kind: 'room', requests: 4 })).toEqual({ kind: 'room', ms: 250 })
  expect([asked, fetched]).toEqual([[['binance', 'live', 4]], []])
})

it('fetches the key for what needs it', async () => {
  const { ask, asked, fetched } = made()
  await ask({ kind: 'balances' })
  expect([asked, fetched]).toEqual([['balances'], ['MY_KEY', 'MY_SECRET']])
})
