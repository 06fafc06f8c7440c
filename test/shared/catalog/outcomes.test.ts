// What became of the claims of the 2024 list.

import { expect, test } from 'vitest'
import { CATALOG } from '../../../shared/catalog/catalog.ts'
import { outcomesOf, tallyOf } from '../../../shared/catalog/outcomes.ts'

const outcomes = outcomesOf(CATALOG)
const of = (coinId: string) => outcomes.find((each) => each.coinId === coinId)

test('each coin of the list once, in its order, and each result with the fact behind it', () => {
  expect(outcomes.map(({ coinId }) => coinId)).toEqual(
    [...CATALOG].sort((a, b) => a.snapshot.rank - b.snapshot.rank).map(({ id }) => id),
  )
  for (const { result, airdrop } of outcomes) {
    expect(result === 'unknown').toBe(airdrop === null)
    if (airdrop !== null) expect(airdrop.source).not.toBe('')
  }
})

test('an airdrop that happened held, one that is spoken of is open, and silence is unknown', () => {
  expect(of('parcl')).toMatchObject({ claim: 'confirmed', result: 'held', airdrop: { date: '2024-04-16' } })
  expect(of('gravity')).toMatchObject({ claim: 'confirmed', result: 'open' })
  expect(of('lurk')).toMatchObject({ result: 'unknown', airdrop: null, listed: null })
  expect(of('movement')).toMatchObject({ listed: { stage: 'listed' }, delisted: { stage: 'delisted' } })
})

test('the tally counts every coin once', () => {
  const tally = tallyOf(outcomes)
  const sum = Object.values(tally)
    .flatMap((each) => Object.values(each))
    .reduce((a, b) => a + b, 0)
  expect(sum).toBe(CATALOG.length)
  expect(tally.confirmed.held + tally.probable.held).toBe(outcomes.filter(({ result }) => result === 'held').length)
})
