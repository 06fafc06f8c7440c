// Each filter of the list, over every column that has one.

import { describe, expect, test } from 'vitest'
import type { CoinLive } from '../../../../renderer/features/watchlist/coin-columns.tsx'
import { ALL_COLUMNS } from '../../../../renderer/features/watchlist/tools/all-columns.ts'
import { sayFilter } from '../../../../renderer/features/watchlist/tools/filter-words.ts'
import { nextDeadlines } from '../../../../renderer/features/watchlist/tools/own-work.ts'
import { NO_FILTER, NO_NEWS, wantedOf } from '../../../../renderer/features/watchlist/watchlist-rows.ts'
import { useCriteria } from '../../../../renderer/state/research/criteria-store.ts'
import { arrangeRows } from '../../../../renderer/ui/table/arrange-rows.ts'
import type { Airdrop, AirdropTask } from '../../../../shared/airdrops/airdrops.ts'
import type { Coin } from '../../../../shared/coin.ts'
import type { Filters } from '../../../../shared/list/views.ts'
import type { CriterionMark, CriterionVerdict } from '../../../../shared/research/criteria.ts'
import { drawn } from '../../fakes/drawn.ts'
import { catalogueDetails } from '../../fakes/fake-coins.ts'

const NOW = new Date(2026, 10, 30, 10).getTime()
const ALL: Coin[] = catalogueDetails()
const plain = (id: string, of: Partial<Coin>): Coin => ({
  ...(ALL[0] as Coin),
  ...{ id, name: id, rank: null, narratives: [], score: null, stages: [], tags: [], noteLine: null, ...of },
  airdrop: of.airdrop ?? { published: null, now: null, progress: 'not-started' },
})
const stage = (venue: string | null, at: Coin['stages'][number]['stage'], asOf = '2026-01-01') => ({
  ...{ venue, stage: at, asOf, instrument: null, source: 's' },
})

const found = (coins: readonly Coin[], filters: Filters, news: Partial<CoinLive> = {}, query = '') =>
  arrangeRows(
    ALL_COLUMNS,
    coins,
    { ...NO_NEWS, ...news },
    {
      sorting: [],
      wanted: wantedOf({ ...NO_FILTER, filters, query }, NOW),
    },
  ).map(({ id }) => id)

describe('one of several values', () => {
  const coins = [
    plain('a', { narratives: ['DePIN', 'AI'], tags: ['bag'] }),
    plain('b', { narratives: ['DeFi'], stages: [stage('okx', 'listed'), stage('kraken', 'limit-only')] }),
    plain('c', { stages: [stage('okx', 'delisted', '2026-03-01'), stage('okx', 'listed')] }),
  ]

  test('finds rows that have any of them, and those that have none', () => {
    expect(found(coins, { narratives: { kind: 'any', values: ['AI', 'DeFi'] } })).toEqual(['a', 'b'])
    expect(found(coins, { narratives: { kind: 'any', values: [''] } })).toEqual(['c'])
    expect(found(coins, { narratives: { kind: 'any', values: ['', 'AI'] } })).toEqual(['a', 'c'])
    expect(found(coins, { tags: { kind: 'any', values: ['bag'] } })).toEqual(['a'])
  })

  test('knows the latest stage at each exchange, and the exchange', () => {
    expect(found(coins, { stage: { kind: 'any', values: ['listed'] } })).toEqual(['b'])
    expect(found(coins, { stage: { kind: 'any', values: ['delisted'] } })).toEqual(['c'])
    expect(found(coins, { exchange: { kind: 'any', values: ['kraken'] } })).toEqual(['b'])
    expect(found(coins, { exchange: { kind: 'any', values: [''] } })).toEqual(['a'])
  })

  test('asks nothing with no value, of a column that there is not, and by another kind', () => {
    expect(found(coins, { tags: { kind: 'any', values: [] } })).toHaveLength(3)
    expect(found(coins, { gone: { kind: 'is', is: true } })).toHaveLength(3)
    expect(found(coins, { tags: { kind: 'days', days: 1 } })).toHaveLength(3)
  })

  test('asks all columns at once, and the words too', () => {
    const both: Filters = {
      narratives: { kind: 'any', values: ['AI', 'DeFi'] },
      tags: { kind: 'any', values: ['bag'] },
    }
    expect(found(coins, both)).toEqual(['a'])
    expect(found(coins, { narratives: { kind: 'any', values: ['AI', 'DeFi'] } }, {}, 'kraken')).toEqual(['b'])
  })
})

describe('a score', () => {
  const coins = [
    plain('t75', { score: { kind: 'tech', value: 75 } }),
    plain('t90', { score: { kind: 'tech', value: 90 } }),
    plain('f80', { score: { kind: 'fundamental', value: 80 } }),
    plain('none', {}),
  ]
  const score = (of: string | null, from: number | null, to: number | null) =>
    found(coins, { score: { kind: 'range', of, from, to } })

  test('is of one kind or of any, within both ends, and unknown is in no range', () => {
    expect(score(null, 75, null)).toEqual(['t75', 't90', 'f80'])
    expect(score('tech', 75, null)).toEqual(['t75', 't90'])
    expect(score('tech', 76, 90)).toEqual(['t90'])
    expect(score(null, null, 80)).toEqual(['t75', 'f80'])
    expect(score('fundamental', null, null)).toEqual(['f80'])
    expect(score(null, null, null)).toHaveLength(4)
  })
})

describe('criteria', () => {
  const mark = (criterionId: string, verdict: CriterionVerdict): CriterionMark => ({
    ...{ criterionId, verdict, by: 'trader', at: null },
  })
  const coins = [
    plain('both', { criteria: [mark('top-100', 'met'), mark('c1', 'met')] }),
    plain('one', { criteria: [mark('top-100', 'met'), mark('c1', 'not-met')] }),
    plain('said', { criteria: [mark('top-100', 'unknown')] }),
    plain('none', { criteria: [] }),
  ]
  const asked = (...values: string[]) => found(coins, { criteria: { kind: 'any', values } })

  test('have to fit all, each by one of the verdicts that are asked for', () => {
    expect(asked('top-100:met')).toEqual(['both', 'one'])
    expect(asked('top-100:met', 'c1:met')).toEqual(['both'])
    expect(asked('top-100:met', 'c1:met', 'c1:not-met')).toEqual(['both', 'one'])
    expect(asked('top-100:not-met')).toEqual([])
  })

  test('are unknown where nobody marked them', () => {
    expect(asked('c1:unknown')).toEqual(['said', 'none'])
    expect(asked('top-100:unknown')).toEqual(['said', 'none'])
    expect(asked('c1:unknown', 'top-100:met')).toEqual([])
    expect(asked('gone:met')).toEqual([])
    expect(asked('gone:unknown')).toHaveLength(4)
  })

  test('sort by how many are met, those without any last', () => {
    const sorted = (desc: boolean) =>
      arrangeRows(ALL_COLUMNS, coins, NO_NEWS, {
        sorting: [{ id: 'criteria', desc }],
        wanted: wantedOf(NO_FILTER, NOW),
      }).map(({ id }) => id)
    expect(sorted(true)).toEqual(['both', 'one', 'said', 'none'])
    expect(sorted(false)).toEqual(['one', 'both', 'said', 'none'])
  })

  test('are said by name', () => {
    const cell = (coin: Coin) => {
      const column = ALL_COLUMNS.find(({ id }) => id === 'criteria')
      return drawn(column?.cell(coin, { accountId: '', Trade: () => null, interest: null }))
    }
    useCriteria.setState({ criteria: [{ criterionId: 'c1', name: '<b>Audited' }] })
    expect(cell(coins[1] as Coin)).toContain('>Met: Potential top 100 · Not met: &lt;b&gt;Audited<')
    expect(cell(coins[3] as Coin)).toContain('No criterion marked.')
    const column = ALL_COLUMNS.find(({ id }) => id === 'criteria')
    if (column?.filter === undefined) throw new Error('no filter')
    expect(sayFilter(column, column.filter, { kind: 'any', values: ['c1:met', 'x:unknown'] })).toBe(
      'Criteria: <b>Audited (met), Removed criterion (unknown)',
    )
  })
})

describe('what is the trader’s own', () => {
  const coins = [
    plain('held', { noteLine: 'Look again' }),
    plain('watched', { watched: true, airdrop: { published: 'confirmed', now: null, progress: 'in-progress' } }),
    plain('own', { origin: 'own', watched: false }),
  ]

  test('is held or not, has a note or not, is watched or not', () => {
    const news = { share: new Map([['held', null]]) }
    expect(found(coins, { share: { kind: 'is', is: true } }, news)).toEqual(['held'])
    expect(found(coins, { share: { kind: 'is', is: false } }, news)).toEqual(['watched', 'own'])
    expect(found(coins, { note: { kind: 'is', is: true } })).toEqual(['held'])
    expect(found(coins, { watched: { kind: 'is', is: false } })).toEqual(['own'])
    expect(found(coins, { progress: { kind: 'any', values: ['in-progress'] } })).toEqual(['watched'])
    expect(found(coins, { airdrop: { kind: 'any', values: ['confirmed'] } })).toEqual(['watched'])
    expect(found(coins, { origin: { kind: 'any', values: ['own'] } })).toEqual(['own'])
    expect(found(coins, {}, {}, 'look again')).toEqual(['held'])
  })

  test('is due within whole days, today among them, and never what has passed', () => {
    const at = (day: number, hour = 12) => new Date(2026, 10, day, hour).toISOString()
    const deadline = new Map([
      ['held', '2026-11-30'],
      ['watched', at(37, 23)],
      ['own', at(30, 9)],
    ])
    const within = (days: number) => found(coins, { deadline: { kind: 'days', days } }, { deadline })
    expect(within(0)).toEqual(['held'])
    expect(within(6)).toEqual(['held'])
    expect(within(7)).toEqual(['held', 'watched'])
  })
})

test('the next deadline is the nearest that is not past, of a task or an airdrop that is still open', () => {
  const airdrop = (coinId: string, deadline: string | null, progress: Airdrop['progress'] = 'in-progress') =>
    ({ coinId, deadline, progress }) as Airdrop
  const task = (coinId: string, dueAt: string | null, state: AirdropTask['state'] = 'open') =>
    ({ coinId, dueAt, state }) as AirdropTask
  const next = nextDeadlines(
    {
      airdrops: [airdrop('a', '2026-12-24'), airdrop('b', '2026-11-29'), airdrop('c', '2026-12-01', 'claimed')],
      tasks: [
        task('a', '2026-12-02T08:00:00.000Z'),
        task('a', '2026-12-01T08:00:00.000Z', 'done'),
        task('b', '2026-12-03T08:00:00.000Z'),
        task('d', null),
      ],
    },
    NOW,
  )
  expect(Object.fromEntries(next)).toEqual({ a: '2026-12-02T08:00:00.000Z', b: '2026-12-03T08:00:00.000Z' })
})

test('says in words what is asked', () => {
  const say = (id: string, asked: Filters[string]) => {
    const column = ALL_COLUMNS.find((each) => each.id === id)
    return column?.filter === undefined ? '' : sayFilter(column, column.filter, asked)
  }
  expect(say('progress', { kind: 'any', values: ['done', 'in-progress'] })).toBe(
    'Progress: Completed, awaiting drop, In progress',
  )
  expect(say('narratives', { kind: 'any', values: [''] })).toBe('Narratives: None')
  expect(say('score', { kind: 'range', of: 'tech', from: 75, to: null })).toBe('Score (tech): at least 75')
  expect(say('score', { kind: 'range', of: null, from: 10, to: 20 })).toBe('Score: 10 to 20')
  expect(say('share', { kind: 'is', is: false })).toBe('Not held')
  expect(say('deadline', { kind: 'days', days: 1 })).toBe('Next deadline within 1 day')
})
