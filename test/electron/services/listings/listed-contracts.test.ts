// Which coin a market of a public list is of, by the contracts that the list names: over restarts, and before it is told.

import { describe, expect, test } from 'vitest'
import { pass } from '../../../support/listings/listing-desk.ts'
import { listed } from '../../../support/listings/scripted-lists.ts'
import { startWatch as started, WATCH_START } from '../../../support/listings/started-watch.ts'

const MINUTE = 60_000

describe('which coin a market is of', () => {
  const address = `0x${'AbCd'.repeat(10)}`
  const market = (...contracts: string[]) => listed('kucoin', 'MOON/USDT', { contracts })
  const scripted = (...contracts: string[]) => {
    const run = started({ kucoin: { steps: [], others: 30 } })
    run.lists.break('kucoin', ((all: unknown[]) => [...all, market(...contracts)]) as never)
    const { id } = run.desk.coins.save({
      ...{ name: 'Moonlight Vault', ticker: 'MOON', contracts: [{ chain: 'Ethereum', address }] },
    })
    return { ...run, id }
  }
  test.each([
    ['the contract of the coin, in another spelling', [`ERC20:${address.toLowerCase()}`], 'contract'],
    ['another contract on that chain', ['eth:0x0000000000000000000000000000000000000001'], 'refused'],
    ['a contract on a chain that nobody has entered', [`sol:So${'1'.repeat(40)}`], 'ticker'],
    ['its second chain', [`sol:So${'1'.repeat(40)}`, `ETH:${address}`], 'contract'],
    [
      'another contract, and a chain that nobody has entered',
      ['ETH:0x0000000000000000000000000000000000000001', 'sol:So11111111111111'],
      'refused',
    ],
    ['no contract', [], 'ticker'],
  ])('%s', async (_what, contracts, match) => {
    const { desk, clock, id } = scripted(...contracts)
    await pass(clock, 2 * MINUTE)
    expect(desk.view.list({ coinId: id })).toMatchObject([{ market: 'MOON/USDT', match }])
  })
  test('a list that does not say where the token lies leaves what was known', async () => {
    const { desk, clock, id, lists } = scripted(`ETH:${address}`)
    await pass(clock, 2 * MINUTE)
    const silent = { ...market(), contracts: null }
    lists.break('kucoin', ((all: unknown[]) => [...all, silent]) as never)
    await pass(clock, 2 * MINUTE)
    expect(desk.view.list({ coinId: id })).toMatchObject([{ match: 'contract' }])
    lists.break('kucoin', ((all: unknown[]) => [...all, market()]) as never)
    await pass(clock, 2 * MINUTE)
    expect(desk.view.list({ coinId: id })).toMatchObject([{ match: 'ticker' }])
  })
  test('a new market’s own event has its contract already: of two coins of a ticker, the right one or none', async () => {
    const run = started({ kucoin: { steps: [], others: 30 } })
    const own = (name: string, end: string) => {
      const contracts = [{ chain: 'Ethereum', address: `0x${end.padStart(40, '0')}` }]
      return run.desk.coins.save({ name, ticker: 'MOON', contracts }).id
    }
    const [, second] = [own('Moonlight Vault', '1'), own('Moon Two', '2')]
    await pass(run.clock, 2 * MINUTE)
    const others = [market('eth:0x0000000000000000000000000000000000000002')]
    run.lists.break('kucoin', ((all: unknown[]) => [...all, ...others]) as never)
    await pass(run.clock, 2 * MINUTE)
    expect(run.desk.told).toMatchObject([{ market: 'MOON/USDT', coinIds: [second], match: 'contract', from: null }])
    expect(run.desk.shown.map(({ coinId }) => coinId)).toEqual([second])
  })
  test('a new market of another contract is told to nobody', async () => {
    const run = started({ kucoin: { steps: [], others: 30 } })
    run.desk.coins.save({ name: 'Moonlight Vault', ticker: 'MOON', contracts: [{ chain: 'Ethereum', address }] })
    await pass(run.clock, 2 * MINUTE)
    const other = market('eth:0x0000000000000000000000000000000000000001')
    run.lists.break('kucoin', ((all: unknown[]) => [...all, other]) as never)
    await pass(run.clock, 2 * MINUTE)
    expect(run.desk.store.rows()).toMatchObject([{ market: 'MOON/USDT' }])
    expect([run.desk.told, run.desk.shown]).toEqual([[], []])
  })
  test('the trader’s word stands before a contract, and a refused market is told to nobody', async () => {
    const { desk, clock, id, lists } = scripted(`ETH:${address}`)
    await pass(clock, 2 * MINUTE)
    const said = { venue: 'kucoin', accountId: null, market: 'MOON/USDT', base: 'MOON', coinId: id, same: false }
    desk.answers.saveMatchAnswer({ ...said, at: new Date(WATCH_START).toISOString() })
    expect(desk.view.list({ coinId: id })).toMatchObject([{ match: 'refused' }])
    const before = desk.told.length
    lists.break('kucoin', ((all: unknown[]) => [...all, { ...market(), stage: 'halted' }]) as never)
    await pass(clock, 2 * MINUTE)
    expect(desk.told).toHaveLength(before)
  })
})
