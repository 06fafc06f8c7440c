// What the trader found out about a coin: kept with source and date, beside what was published and never in its place.

import { expect, test } from 'vitest'
import { CATALOG } from '../../../../shared/catalog/catalog.ts'
import { openBooks } from '../../../support/services.ts'

const failed = (code: string) => expect.objectContaining({ code })
const own = (books = openBooks()) => ({ ...books, id: books.coins.save({ name: 'Mine', ticker: 'MINE' }).id })

test('a fact of each kind comes back as it went in, with its source and its day', () => {
  const { coins, id } = own()
  const values = [
    { kind: 'link', place: 'website', url: 'https://mine.example/', official: true },
    { kind: 'contract', chain: 'base', address: '0x0000000000000000000000000000000000000809', official: true },
    { kind: 'stage', venue: 'kraken', stage: 'listed' },
    { kind: 'score', name: 'Technology', value: '8.2', outOf: '10' },
    { kind: 'airdrop', claim: 'probable' },
    { kind: 'backer', name: 'Someone', role: null },
    { kind: 'comparable', name: 'peaq', coinId: 'peaq' },
    { kind: 'price', price: '0.05', currency: 'USD' },
    { kind: 'narrative', text: 'DePIN' },
    { kind: 'event', text: 'TGE announced' },
  ] as const
  for (const value of values) coins.facts.save({ coinId: id, value, source: 'their blog', asOf: '2026-11-01' })
  const facts = coins.get(id).ownFacts
  expect(facts.map(({ value }) => value)).toEqual(values)
  for (const fact of facts) expect(fact).toMatchObject({ coinId: id, source: 'their blog', asOf: '2026-11-01' })
})

test('a coin of the trader\u2019s own shows them where a researched one shows what was published', () => {
  const { coins, airdrops, id } = own()
  expect(coins.get(id)).toMatchObject({ score: null, stages: [], early: true, airdrop: { published: null } })
  coins.facts.save({ coinId: id, value: { kind: 'score', name: 'Technology', value: '8.2', outOf: '10' } })
  coins.facts.save({ coinId: id, value: { kind: 'score', name: 'vibes', value: '1', outOf: '10' } })
  coins.facts.save({ coinId: id, value: { kind: 'airdrop', claim: 'confirmed' }, source: 'blog', asOf: '2026-10-01' })
  coins.facts.save({ coinId: id, value: { kind: 'stage', venue: 'kraken', stage: 'delisted' }, asOf: '2026-01-01' })
  coins.facts.save({ coinId: id, value: { kind: 'stage', venue: 'kraken', stage: 'listed' }, asOf: '2026-11-01' })
  const shown = coins.list().find((coin) => coin.id === id)
  expect(shown).toMatchObject({
    score: { kind: 'tech', value: 82 },
    airdrop: { published: 'confirmed' },
    stages: [{ venue: 'kraken', stage: 'listed', asOf: '2026-11-01' }],
    early: false,
  })
  expect(coins.some([id])).toEqual([shown])
  const row = airdrops.list().find(({ coinId }) => coinId === id)
  expect(row).toMatchObject({
    published: 'confirmed',
    publishedIn: { date: '2026-10-01', publisher: 'blog' },
    listed: true,
  })
})

test('beside a researched coin nothing that was published changes', () => {
  const { coins } = openBooks()
  const before = coins.get('ola')
  coins.facts.save({ coinId: 'ola', value: { kind: 'score', name: 'tech', value: '1', outOf: '100' } })
  coins.facts.save({ coinId: 'ola', value: { kind: 'stage', venue: 'x', stage: 'listed' } })
  coins.facts.save({ coinId: 'ola', value: { kind: 'airdrop', claim: 'confirmed' } })
  const { ownFacts, ...after } = coins.get('ola')
  expect(ownFacts).toHaveLength(3)
  expect({ ...after, ownFacts: [] }).toEqual(before)
  expect(coins.get('parcl').site).toEqual(CATALOG.find(({ id }) => id === 'parcl')?.site)
})

test('a contract of the catalogue stands once, however the trader spells it, and what he adds beside it', () => {
  const { coins } = openBooks()
  const [known] = coins.get('movement').contracts
  if (known === undefined) throw new Error('the catalogue names none')
  const again = { chain: 'ERC20', address: known.address.toLowerCase() }
  const more = { chain: 'bsc', address: `0x${'12'.repeat(20)}` }
  coins.save({ coinId: 'movement', contracts: [again, more] })
  expect(coins.get('movement').contracts).toEqual([known, more])
})

test('contracts that were found count among those that markets are held against, each once', () => {
  const { coins } = openBooks()
  const contract = { chain: 'base', address: '0x0000000000000000000000000000000000000809' }
  coins.save({ coinId: 'ola', contracts: [contract] })
  coins.facts.save({ coinId: 'ola', value: { kind: 'contract', ...contract, official: true } })
  coins.facts.save({ coinId: 'ola', value: { kind: 'contract', chain: 'bsc', address: 'abc', official: false } })
  expect(coins.get('ola').contracts).toEqual([contract, { chain: 'bsc', address: 'abc' }])
})

test('one is changed in part, taken away, and refused where it is not there', () => {
  const { coins, id } = own()
  coins.facts.save({ coinId: id, value: { kind: 'narrative', text: 'AI' }, source: 'blog' })
  const [fact] = coins.get(id).ownFacts
  const factId = fact?.factId ?? ''
  coins.facts.save({ coinId: id, factId, asOf: '2026-11-02' })
  expect(coins.get(id).ownFacts).toMatchObject([{ factId, value: { text: 'AI' }, source: 'blog', asOf: '2026-11-02' }])
  coins.facts.save({ coinId: id, factId, source: null })
  expect(coins.get(id).ownFacts).toMatchObject([{ source: null, asOf: '2026-11-02' }])
  expect(() => coins.facts.save({ coinId: 'ola', factId, source: 'x' })).toThrow(failed('NOT_FOUND'))
  expect(() => coins.facts.save({ coinId: id })).toThrow(failed('BAD_INPUT'))
  expect(() => coins.facts.save({ coinId: 'none', value: { kind: 'narrative', text: 'AI' } })).toThrow(
    failed('NOT_FOUND'),
  )
  expect(() => coins.facts.remove({ coinId: 'ola', factId })).toThrow(failed('NOT_FOUND'))
  coins.facts.remove({ coinId: id, factId })
  expect(coins.get(id).ownFacts).toEqual([])
  coins.facts.save({ coinId: id, value: { kind: 'narrative', text: 'AI' } })
  coins.remove(id)
  const again = coins.save({ name: 'Mine' }).id
  expect(coins.get(again).ownFacts).toEqual([])
})

test('one coin does not fill the profile', () => {
  const { coins, id } = own()
  for (let at = 0; at < 300; at += 1) coins.facts.save({ coinId: id, value: { kind: 'event', text: `${at}` } })
  expect(() => coins.facts.save({ coinId: id, value: { kind: 'event', text: 'more' } })).toThrow(failed('BAD_INPUT'))
})
