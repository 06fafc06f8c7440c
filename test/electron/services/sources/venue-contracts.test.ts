// The list that names the contracts of an exchange's assets: when it is read, and what stands while it does not come.

import { describe, expect, it } from 'vitest'
import type { PublicAsset } from '../../../../electron/ports/market-data.ts'
import type { Asked, SourceClient } from '../../../../electron/services/sources/source-client.ts'
import { createVenueContracts } from '../../../../electron/services/sources/venue-contracts.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { settled } from '../../../support/listings/listing-desk.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const ETH = 'ETH:0x0000000000000000000000000000000000000001'
const BSC = 'BSC:0x0000000000000000000000000000000000000002'

function desk(namesContracts = true) {
  const clock = makeAppClock(Date.UTC(2026, 10, 23))
  /** `null`: it does not come. */
  const state = { rows: [] as PublicAsset[] | null, asked: 0, hold: null as Promise<void> | null }
  const ask = async (): Promise<Asked<PublicAsset>> => {
    state.asked += 1
    await state.hold
    const { rows } = state
    if (rows === null) return { ok: false, why: reason('SOURCE_UNREADABLE'), unasked: false }
    return { ok: true, rows, at: null, receivedAt: new Date(clock.now()).toISOString() }
  }
  const client = { ask } as unknown as Pick<SourceClient, 'ask'>
  const contracts = createVenueContracts({ client, clock, namesContracts: () => namesContracts })
  const of = async (...bases: string[]) => (await contracts.of('gate', new Set(bases)))('TEN')
  return { clock, state, contracts, of }
}

describe('the list of assets', () => {
  it('is there with the first list of markets, and is read some times a day', async () => {
    const { clock, state, of } = desk()
    state.rows = [{ asset: 'TEN', contracts: [ETH] }]
    expect(await of('TEN')).toEqual([ETH])
    state.rows = [{ asset: 'TEN', contracts: [ETH, BSC] }]
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      await of('TEN')
      clock.advance(MINUTE)
    }
    expect(state.asked).toBe(4)
    expect(await of('TEN')).toEqual([ETH, BSC])
  })

  it('is read at once for an asset that no list had, and again every ten minutes until it has it, for two hours', async () => {
    const { clock, state, of } = desk()
    state.rows = []
    await of('PEAQ')
    clock.advance(2 * MINUTE)
    expect(await of('PEAQ', 'TEN')).toBeNull()
    expect(state.asked).toBe(2)
    clock.advance(MINUTE)
    await of('PEAQ', 'TEN')
    expect(state.asked).toBe(2)
    clock.advance(9 * MINUTE)
    state.rows = [{ asset: 'TEN', contracts: [ETH] }]
    expect(await of('PEAQ', 'TEN')).toEqual([ETH])
    expect(state.asked).toBe(3)
    clock.advance(20 * MINUTE)
    await of('PEAQ', 'TEN')
    expect(state.asked).toBe(3)
    await of('PEAQ', 'TEN', 'NEVER')
    for (let minute = 0; minute < 5 * 60; minute += 1) {
      clock.advance(MINUTE)
      await of('PEAQ', 'TEN', 'NEVER')
    }
    expect(state.asked).toBe(3 + 12)
  })

  it('is not asked for at every turn of a list that is another one each time', async () => {
    const { clock, state, of } = desk()
    await of('A')
    for (let turn = 0; turn < 120; turn += 1) {
      clock.advance(5_000)
      await of('A', `NEW${turn}`)
    }
    expect(state.asked).toBeLessThanOrEqual(11)
  })

  it('that does not come leaves what was known, and is asked for again after ten minutes', async () => {
    const { clock, state, of } = desk()
    state.rows = [{ asset: 'TEN', contracts: [ETH] }]
    await of('TEN')
    state.rows = null
    clock.advance(7 * HOUR)
    expect(await of('TEN')).toEqual([ETH])
    clock.advance(9 * MINUTE)
    await of('TEN')
    expect(state.asked).toBe(2)
    clock.advance(MINUTE)
    await of('TEN')
    expect(state.asked).toBe(3)
  })

  it('that takes long holds a list of markets up for a second and no more', async () => {
    const { clock, state, of } = desk()
    let open = () => {}
    state.rows = [{ asset: 'TEN', contracts: [ETH] }]
    state.hold = new Promise((resolve) => {
      open = resolve
    })
    const first = of('TEN')
    await settled()
    clock.advance(1_000)
    expect(await first).toBeNull()
    // It is under way still: it is not asked for twice.
    clock.advance(HOUR)
    expect(await of('TEN')).toBeNull()
    open()
    await settled()
    expect(await of('TEN')).toEqual([ETH])
    expect(state.asked).toBe(1)
  })

  it('of an exchange that tells none without a key is never asked for', async () => {
    const { state, of } = desk(false)
    expect(await of('TEN')).toBeNull()
    expect(state.asked).toBe(0)
  })
})
