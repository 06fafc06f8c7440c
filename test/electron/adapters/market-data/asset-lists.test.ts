// The lists of assets that name contracts, in each exchange's words and in every shape that is none: what the worker makes of them.

import { expect, it } from 'vitest'
import type { Read } from '../../../../electron/ports/market-data.ts'
import type { SourceId } from '../../../../shared/sources/sources.ts'
import { type SourceFault, startSource } from '../../../sources/server.ts'
import { VENUE_HANDLES, venueState } from '../../../sources/venues.ts'
import { startData } from './data-kit.ts'

const ADDRESS = `0x${'AbCd'.repeat(10)}`
const OTHER = '0x0000000000000000000000000000000000000009'

const assetsOf = (source: SourceId, host: string): Read<'assets'> => {
  return { source, plan: null, host, kind: 'assets', of: {} }
}

it.each(['gate', 'kucoin', 'bitget'] as const)(
  '%s: each chain by its own word, and nothing of a coin without a contract',
  async (venue) => {
    const state = {
      ...venueState(),
      chains: [
        ['eth', ADDRESS],
        ['eth', ADDRESS],
        ['base', ` ${OTHER} `],
        ['sol', ''],
      ],
    }
    const server = await startSource(
      VENUE_HANDLES[venue]?.(state as ReturnType<typeof venueState>) ?? expect.unreachable(),
    )
    const answer = await startData().read(assetsOf(venue, server.url), null)
    const rows = answer.ok ? answer.rows : expect.unreachable()
    expect(rows).toContainEqual({ asset: 'PEAQ', contracts: [`eth:${ADDRESS}`, `base:${OTHER}`] })
    expect(rows).toContainEqual({ asset: 'BTC', contracts: [] })
  },
)

const chainsOf = (chains: unknown) => [{ currency: 'PEAQ', chains }]
const reply = (body: unknown): SourceFault => ({ kind: 'reply', body })
const none = { asset: 'PEAQ', contracts: [] }
/** What comes in place of Gate's list, and what is read of it. */
const UNKIND: Readonly<Record<string, [SourceFault, unknown[] | string]>> = {
  'a page': [{ kind: 'reply', body: '<html>Just a moment', type: 'text/html' }, 'SOURCE_NOT_JSON'],
  'half of it': [{ kind: 'truncated' }, 'SOURCE_UNREADABLE'],
  'too much of it': [{ kind: 'huge', bytes: 24 * 1024 * 1024 }, 'ANSWER_TOO_LARGE'],
  nothing: [{ kind: 'drop' }, 'CONNECTION_BROKE'],
  'an error': [{ kind: 'reply', status: 400, body: { label: 'INVALID_PARAM_VALUE', message: 'x' } }, 'SOURCE_REFUSED'],
  'too many': [{ kind: 'reply', status: 429, body: { label: 'TOO_MANY_REQUESTS' } }, 'SOURCE_REFUSED'],
  'a record': [reply({ PEAQ: {} }), 'SOURCE_UNREADABLE'],
  'rows that are none': [reply([{ odd: 1 }, null, 7]), 'SOURCE_UNREADABLE'],
  'an empty list': [reply([]), []],
  'chains as a text': [reply(chainsOf('ETH')), [none]],
  'no chains': [reply([{ currency: 'PEAQ' }]), [none]],
  'chains of numbers': [reply(chainsOf([1, null, { name: 7, addr: 8 }])), [none]],
  'an address as a number': [reply(chainsOf([{ name: 'ETH', addr: 12_345_678 }])), [none]],
  'a chain without a name': [reply(chainsOf([{ addr: OTHER }, { name: '', addr: OTHER }])), [none]],
  'the address of a chain’s own coin': [reply(chainsOf([{ name: 'ETH', addr: `0x${'E'.repeat(40)}` }])), [none]],
  'no address at all': [reply(chainsOf([{ name: 'ETH', addr: `0x${'0'.repeat(40)}` }])), [none]],
  'a name that ends early': [reply(chainsOf([{ name: 'eth:x', addr: ADDRESS }])), [none]],
  // More chains than there are: the row is left out, and with it whatever it says.
  'a thousand chains': [reply(chainsOf(Array.from({ length: 1_000 }, (_, n) => ({ name: `C${n}`, addr: OTHER })))), []],
  'an address without an end': [reply(chainsOf([{ name: 'ETH', addr: 'x'.repeat(10_000) }])), []],
}

it('reads nothing into what is no such list', { timeout: 60_000 }, async () => {
  const data = startData()
  const server = await startSource(VENUE_HANDLES['gate']?.(venueState()) ?? expect.unreachable())
  for (const [name, [fault, wanted]] of Object.entries(UNKIND)) {
    server.faults.push(fault)
    const answer = await data.read(assetsOf('gate', server.url), null)
    expect.soft(answer.ok ? answer.rows : answer.trouble.why.code, name).toEqual(wanted)
    server.faults.length = 0
  }
})

it('is not there at an exchange that tells none without a key', async () => {
  const server = await startSource(() => ({ body: [] }))
  const answer = await startData().read(assetsOf('okx', server.url), null)
  expect(answer.ok).toBe(false)
})
