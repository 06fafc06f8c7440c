// The coins: what was published stays as it is, the trader's own work stands beside it.

import { expect, it } from 'vitest'
import { CATALOG } from '../../../../shared/catalog/catalog.ts'
import { AT, newOrder } from '../../../support/profile/journal.ts'
import { openBooks } from '../../../support/services.ts'

const failed = (code: string) => expect.objectContaining({ code })

it('lists the 14 coins as published, watched, with the publisher\u2019s interest', () => {
  const coins = openBooks().coins.list()
  expect(coins.map(({ id }) => id)).toEqual(CATALOG.map(({ id }) => id))
  for (const coin of coins) {
    expect(coin).toMatchObject({ origin: 'catalogue', watched: true, tags: [], earlySetBy: 'evidence' })
    expect(coin.airdrop.progress).toBe('not-started')
    expect(coin.interest).toMatch(/conflict of interest/)
  }
  expect(
    coins
      .filter(({ early }) => early)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['dojima', 'lurk', 'nimble', 'ola', 'readygg'])
})

it('keeps the published snapshot, later facts and the trader\u2019s note apart in the detail', () => {
  const { coins } = openBooks()
  coins.mark('movement', { note: { text: 'mine', updatedAt: AT } })
  const entry = CATALOG.find(({ id }) => id === 'movement')
  expect(coins.get('movement')).toMatchObject({
    snapshot: entry?.snapshot,
    facts: entry?.facts,
    publication: { publisher: 'Token Metrics', published: '2024' },
    factsRecordedOn: '2026-11-23',
    note: { text: 'mine', updatedAt: AT },
  })
  expect(() => coins.get('nothing')).toThrow(failed('NOT_FOUND'))
})

it.each([{ name: 'x' }, { ticker: 'X' }, { ticker: null }, { what: 'x' }, { narratives: [] }])(
  'lets nobody edit a published field: %j',
  (change) => {
    const { coins } = openBooks()
    const before = coins.get('peaq')
    expect(() => coins.save({ coinId: 'peaq', ...change, early: true })).toThrow(failed('NOT_EDITABLE'))
    expect(coins.get('peaq')).toEqual(before)
  },
)

it('lets the trader say what is early, and take it back', () => {
  const { coins } = openBooks()
  expect(coins.save({ coinId: 'peaq', early: true })).toMatchObject({ early: true, earlySetBy: 'trader' })
  expect(coins.save({ coinId: 'ola', early: false })).toMatchObject({ early: false, earlySetBy: 'trader' })
  expect(coins.save({ coinId: 'peaq', early: null })).toMatchObject({ early: false, earlySetBy: 'evidence' })
  expect(coins.save({ coinId: 'ola', early: null })).toMatchObject({ early: true, earlySetBy: 'evidence' })
})

it('changes one mark and leaves the others', () => {
  const { coins } = openBooks()
  coins.mark('peaq', { tags: ['depin'] })
  coins.mark('peaq', { watched: false })
  coins.mark('peaq', { note: { text: 'n', updatedAt: AT } })
  coins.save({ coinId: 'peaq', early: true })
  expect(coins.get('peaq')).toMatchObject({ tags: ['depin'], watched: false, note: { text: 'n' }, early: true })
  expect(() => coins.mark('nothing', { watched: true })).toThrow(failed('NOT_FOUND'))
})

it('keeps own coins: early until the trader says otherwise, edited field by field', () => {
  const { coins } = openBooks()
  const own = coins.save({ name: 'Own', ticker: 'OWN', what: 'mine', narratives: ['a'] })
  expect(own).toMatchObject({
    id: 'own-id-1',
    origin: 'own',
    rank: null,
    score: null,
    early: true,
    interest: null,
    stages: [],
  })
  expect(coins.save({ coinId: own.id, ticker: null })).toMatchObject({
    name: 'Own',
    ticker: null,
    what: 'mine',
    narratives: ['a'],
  })
  expect(coins.save({ coinId: own.id, early: false, what: 'ours' })).toMatchObject({ early: false, what: 'ours' })
  expect(coins.get(own.id)).toMatchObject({
    publication: null,
    snapshot: null,
    facts: [],
    collisions: [],
    factsRecordedOn: null,
  })
  expect(coins.list()).toHaveLength(15)
  expect(() => coins.save({ what: 'nameless' })).toThrow(failed('BAD_INPUT'))
  expect(() => coins.save({ coinId: 'own-unknown', name: 'x' })).toThrow(failed('NOT_FOUND'))
})

it('removes an own coin, but none of the catalogue and none that is used', () => {
  const { coins, store, journal } = openBooks()
  const [free, held, ordered] = ['a', 'b', 'c'].map((name) => coins.save({ name }).id)
  store.saveHolding({ environment: 'live', coinId: held ?? '', amount: '1' }, AT)
  journal.recordIntent(newOrder({ coinId: ordered ?? '' }))
  coins.remove(free ?? '')
  expect(() => coins.remove(free ?? '')).toThrow(failed('NOT_FOUND'))
  expect(() => coins.remove(held ?? '')).toThrow(failed('IN_USE'))
  expect(() => coins.remove(ordered ?? '')).toThrow(failed('IN_USE'))
  expect(() => coins.remove('peaq')).toThrow(failed('NOT_EDITABLE'))
  expect(
    coins
      .list()
      .slice(14)
      .map(({ id }) => id),
  ).toEqual([held, ordered])
})

it('shows coins with a claim, and those put there, on the airdrop board: the dated claim, what was found, and the own work', () => {
  const { coins, airdrops: board } = openBooks()
  const own = coins.save({ name: 'Own' }).id
  expect(board.list().some(({ coinId }) => coinId === own)).toBe(false)
  board.save({ coinId: own })
  const rows = board.list()
  expect(rows).toHaveLength(15)
  expect(rows.filter(({ published }) => published === 'confirmed')).toHaveLength(9)
  expect(rows.find(({ coinId }) => coinId === 'gravity')).toMatchObject({
    publishedIn: { date: '2024', publisher: 'Token Metrics' },
    now: { state: 'ongoing-or-ended', asOf: '2026-11-23' },
    evidence: [{ source: 'grvt.io blog', date: null }],
    listed: true,
    progress: 'not-started',
    note: '',
    deadline: null,
    updatedAt: null,
  })
  expect(rows.find(({ coinId }) => coinId === own)).toMatchObject({
    published: null,
    publishedIn: null,
    now: null,
    evidence: [],
  })
})

it('changes the own work field by field, also back to no deadline, and shows the progress at the coin', () => {
  const { coins, airdrops: board } = openBooks()
  board.save({ coinId: 'peaq', progress: 'in-progress', note: 'wallet 2', deadline: '2026-12-01' })
  expect(board.save({ coinId: 'peaq', note: 'wallet 3' })).toMatchObject({
    progress: 'in-progress',
    note: 'wallet 3',
    deadline: '2026-12-01',
    updatedAt: AT,
  })
  expect(board.save({ coinId: 'peaq', deadline: null, progress: 'done' })).toMatchObject({
    note: 'wallet 3',
    deadline: null,
  })
  expect(coins.get('peaq').airdrop.progress).toBe('done')
  expect(() => board.save({ coinId: 'nothing', progress: 'done' })).toThrow(failed('NOT_FOUND'))
})
