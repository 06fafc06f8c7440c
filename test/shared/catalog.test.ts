// The catalogue against what was published and what was found since; the figures here were counted by hand.

import { expect, it } from 'vitest'
import { CATALOG } from '../../shared/catalog/catalog.ts'
import { airdropNowOf, collisionsOf, isListed, stagesOf, tickerOf } from '../../shared/catalog/derive.ts'
import { FACTS_RECORDED_ON, PUBLICATION, PUBLISHED_TECH_SCORE_AT_LEAST } from '../../shared/catalog/publication.ts'
import { chainOf, contractText } from '../../shared/markets/contracts.ts'
import { screenByTechScore } from '../../shared/screen.ts'

const byId = (id: string) => {
  const entry = CATALOG.find((candidate) => candidate.id === id)
  if (entry === undefined) throw new Error(id)
  return entry
}
const scored = CATALOG.map((entry) => ({ id: entry.id, score: entry.snapshot.score }))

it('has the 14 coins in the order of the publication', () => {
  expect(CATALOG.map(({ snapshot }) => snapshot.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  expect(new Set(CATALOG.map(({ id }) => id)).size).toBe(14)
  for (const { id } of CATALOG) expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/)
})

it('has nine airdrops published as confirmed and five as probable', () => {
  const published = CATALOG.map(({ snapshot }) => snapshot.airdrop)
  expect([
    published.filter((one) => one === 'confirmed').length,
    published.filter((one) => one === 'probable').length,
  ]).toEqual([9, 5])
})

it('has no score for Grvt, and a kind and a value from 0 to 100 for every other', () => {
  expect(byId('gravity').snapshot.score).toBeNull()
  for (const { id, score } of scored.filter((coin) => coin.id !== 'gravity')) {
    expect([id, score?.kind]).toEqual([id, expect.stringMatching(/^(tech|fundamental)$/)])
    expect(score?.value).toBeGreaterThan(0)
    expect(score?.value).toBeLessThanOrEqual(100)
  }
  expect(scored.filter(({ score }) => score?.kind === 'fundamental').map(({ id }) => id)).toHaveLength(2)
})

it('passes 11 at the published score, fails none, and knows nothing of 3', () => {
  const { passes, fails, unknown } = screenByTechScore(scored, PUBLISHED_TECH_SCORE_AT_LEAST)
  expect([passes.length, fails.length, unknown.length]).toEqual([11, 0, 3])
  expect(unknown.map(({ id }) => id)).toContain('gravity')
})

it('fails by value only, never for want of a score or for another kind', () => {
  const { passes, fails, unknown } = screenByTechScore(scored, 100)
  expect([passes.length + fails.length, unknown.length]).toEqual([11, 3])
  const edge = { id: 'edge', score: { kind: 'tech', value: 75 } } as const
  expect(screenByTechScore([edge], 75).passes).toEqual([edge])
  expect(screenByTechScore([edge], 75.5).fails).toEqual([edge])
})

it('gives every later fact a source, and a date that keeps its precision', () => {
  for (const { id, facts } of CATALOG) {
    for (const { fact, source, date } of facts) {
      expect([id, fact.length > 0, source.length > 0]).toEqual([id, true, true])
      if (date !== null) expect(date).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/)
    }
  }
  expect(FACTS_RECORDED_ON).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(PUBLICATION).toMatchObject({ publisher: 'Token Metrics', published: '2024' })
  expect(PUBLICATION.interest).toMatch(/conflict of interest/)
})

it('never takes a ticker that the project only claims', () => {
  const claims = CATALOG.flatMap((entry) =>
    entry.facts.flatMap(({ claimedTicker }) => (claimedTicker ? [[entry, claimedTicker] as const] : [])),
  )
  expect(claims.length).toBeGreaterThan(0)
  for (const [entry, claimed] of claims) {
    expect([entry.id, tickerOf(entry)]).not.toEqual([entry.id, claimed])
    expect(stagesOf(entry).map(({ instrument }) => instrument)).not.toContain(claimed)
  }
})

it('names the other coins of a contested ticker, be it used or only claimed', () => {
  expect(collisionsOf(byId('movement'))).toEqual([{ ticker: 'MOVE', others: ['other coins'] }])
  expect(collisionsOf(byId('peaq'))).toEqual([])
  for (const entry of CATALOG) for (const { others } of collisionsOf(entry)) expect(others.length).toBeGreaterThan(0)
})

it('keeps stages by venue: a delisting at one leaves the listing at another', () => {
  expect(
    stagesOf(byId('movement')).map(({ venue, instrument, stage, asOf }) => [venue, instrument, stage, asOf]),
  ).toEqual([
    ['binance', 'spot', 'listed', '2024-12-09'],
    ['coinbase', 'spot', 'delisted', '2025-05-15'],
  ])
  expect(isListed(byId('movement'))).toBe(true)
})

it('lets the later fact stand, in whatever order they are written', () => {
  const facts = [
    { fact: 'gone', source: 's', date: '2025-02', stage: 'delisted', venue: 'x' },
    { fact: 'came', source: 's', date: '2025-01-31', stage: 'listed', venue: 'x' },
  ] as const
  const entry = { ...byId('movement'), facts: [...facts] }
  expect(stagesOf(entry)).toMatchObject([{ stage: 'delisted' }])
  expect([isListed(entry), stagesOf({ ...entry, facts: [...facts].reverse() })]).toMatchObject([
    false,
    [{ stage: 'delisted' }],
  ])
})

it('says of five coins that nothing shows a listing', () => {
  expect(
    CATALOG.filter((entry) => !isListed(entry))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['dojima', 'lurk', 'nimble', 'ola', 'readygg'])
})

it('dates what was found about an airdrop, and says nothing where nothing was found', () => {
  for (const entry of CATALOG) {
    const now = airdropNowOf(entry)
    const found = entry.facts.filter(({ airdrop }) => airdrop !== undefined)
    expect([entry.id, now === null]).toEqual([entry.id, found.length === 0])
    if (now !== null) expect(now.asOf).toBe(found.at(-1)?.date ?? FACTS_RECORDED_ON)
  }
  expect(airdropNowOf(byId('gravity'))).toEqual({
    state: 'ongoing-or-ended',
    asOf: FACTS_RECORDED_ON,
    source: 'grvt.io blog',
  })
})

it('gives each contract a source and a day, at one place only', () => {
  const known = CATALOG.flatMap(({ id, contracts = [] }) => contracts.map((contract) => ({ id, ...contract })))
  expect(known.length).toBeGreaterThan(4)
  for (const { id, chain, address, source, date } of known) {
    expect(source, id).not.toBe('')
    expect(date, id).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    // Solana writes base58; the other chains of the catalogue are EVM chains.
    expect(address, id).toMatch(chain === 'solana' ? /^[1-9A-HJ-NP-Za-km-z]{32,44}$/ : /^0x[0-9a-fA-F]{40}$/)
    expect(chainOf(chain), id).toBe(chain)
  }
  expect(new Set(known.map(contractText)).size).toBe(known.length)
})
