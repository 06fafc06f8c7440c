// What has broken the cost basis of other ledgers, each as a small table whose values were reckoned by hand.

import { expect, it } from 'vitest'
import { COST_METHODS, type Movement } from '../../../../shared/ledger/ledger.ts'
import { movement } from '../../../support/ledger/ledgers.ts'
import { reckon } from '../../../support/ledger/reckon.ts'

const usdt = (amount: string) => ({ asset: 'USDT', coinId: null, amount })
const peaq = (amount: string) => ({ asset: 'PEAQ', coinId: 'peaq', amount })
const bnb = { coinId: null, asset: 'BNB' }
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`
let made = 0
const on = (n: number, change: Partial<Movement> & Pick<Movement, 'kind' | 'amount'>) => {
  made += 1
  return movement({ entryId: `e${made}`, at: day(n), ...change })
}

const BOUGHT_THREE_TIMES = [
  on(1, { kind: 'buy', amount: '10', price: '2' }),
  on(2, { kind: 'buy', amount: '10', price: '5' }),
  on(3, { kind: 'buy', amount: '10', price: '3' }),
]

it.each([
  // 15 of 20 + 50 + 30 = 100 for 30: half of it.
  ['average', '50', '40'],
  // 10 at 2 and 5 at 5.
  ['fifo', '45', '45'],
  // 10 at 3 and 5 at 5.
  ['lifo', '55', '35'],
  // 10 at 5 and 5 at 3.
  ['hifo', '65', '25'],
] as const)('sells 15 of three lots: %s costs %s and makes %s', (method, cost, result) => {
  const { booked } = reckon([...BOUGHT_THREE_TIMES, on(4, { kind: 'sell', amount: '15', price: '6' })], method)
  expect(booked).toMatchObject([{ outcome: 'sold', amount: '15', proceeds: '90', cost, result, unknown: '0' }])
})

it('takes a fee in money off the proceeds, and adds it to the cost', () => {
  const { booked } = reckon(
    [
      on(1, { kind: 'buy', amount: '10', price: '2', fee: usdt('1') }),
      on(2, { kind: 'sell', amount: '5', price: '4', fee: usdt('0.5') }),
    ],
    'fifo',
  )
  // 21 for 10, so 10.5 for 5; 20 less half a dollar.
  expect(booked).toMatchObject([{ proceeds: '19.5', cost: '10.5', result: '9' }])
})

it('a fee in the sold asset leaves the lots too', () => {
  const movements = [
    on(1, { kind: 'buy', amount: '10', price: '2' }),
    on(2, { kind: 'sell', amount: '4', price: '3', fee: peaq('1') }),
  ]
  for (const method of COST_METHODS) {
    const { booked, reckoner } = reckon(movements, method)
    expect(booked).toMatchObject([{ amount: '5', proceeds: '12', cost: '10', result: '2' }])
    expect(
      reckoner
        .assets()
        .find(({ coinId }) => coinId === 'peaq')
        ?.allLots(),
    ).toMatchObject([{ amount: '5', cost: '10' }])
  }
})

it('a fee in the bought asset never arrives, and what arrives has cost all that was paid', () => {
  const { reckoner } = reckon([on(1, { kind: 'buy', amount: '10', price: '2', fee: peaq('2') })], 'fifo')
  const [money, coin] = reckoner.assets()
  expect(coin?.allLots()).toMatchObject([{ amount: '8', cost: '20' }])
  expect(coin?.held.get('main')).toBe('8')
  expect(money?.held.get('main')).toBe('-20')
})

it('a fee in a third asset takes its lots, and what they had cost goes over into the trade', () => {
  const { booked, reckoner } = reckon(
    [
      on(1, { kind: 'buy', amount: '2', price: '300', ...bnb }),
      on(2, { kind: 'buy', amount: '10', price: '2', fee: { ...bnb, amount: '0.01' } }),
      on(3, { kind: 'sell', amount: '10', price: '4', fee: { ...bnb, amount: '0.02' } }),
    ],
    'fifo',
  )
  // 0.01 BNB had cost 3: PEAQ cost 23. 0.02 had cost 6: 40 - 6 - 23.
  expect(booked).toMatchObject([
    { asset: 'BNB', outcome: 'spent', amount: '0.01', cost: '3', result: '0' },
    { asset: 'PEAQ', outcome: 'sold', proceeds: '34', cost: '23', result: '11' },
    { asset: 'BNB', outcome: 'spent', amount: '0.02', cost: '6', result: '0' },
  ])
  expect(
    reckoner
      .assets()
      .find(({ asset }) => asset === 'BNB')
      ?.allLots(),
  ).toMatchObject([{ amount: '1.97', cost: '591' }])
})

it('a fee in an asset that nothing brought in is listed as missing, and the trade counts without it', () => {
  const { booked } = reckon(
    [
      on(1, { kind: 'buy', amount: '10', price: '2', fee: { ...bnb, amount: '0.01' } }),
      on(2, { kind: 'sell', amount: '10', price: '3' }),
    ],
    'fifo',
  )
  expect(booked).toMatchObject([
    { asset: 'BNB', cost: null, result: null, unknown: '0.01', parts: [{ missing: true }] },
    { asset: 'PEAQ', result: '10' },
  ])
})

it('trap 1: what is wrapped or bridged keeps cost and date, whatever it is worth then', () => {
  const { reckoner } = reckon(
    [
      on(1, { kind: 'buy', amount: '3', price: '100', coinId: null, asset: 'ETH' }),
      on(5, {
        ...{ kind: 'migration', amount: '3', coinId: null, asset: 'ETH', price: '900' },
        to: { accountId: 'main', coinId: null, asset: 'WETH', amount: '3' },
      }),
    ],
    'fifo',
  )
  const weth = reckoner.assets().find(({ asset }) => asset === 'WETH')
  expect(weth?.allLots()).toMatchObject([{ amount: '3', cost: '300', acquiredAt: day(1) }])
})

it('trap 2: what a move takes beyond the lots arrives as a lot of its own, marked as missing', () => {
  const { booked, reckoner } = reckon(
    [
      on(1, { kind: 'buy', amount: '2', price: '10' }),
      on(2, { kind: 'transfer', amount: '5', to: { accountId: 'cold', ...peaq('5') } }),
      on(3, { kind: 'sell', amount: '5', price: '20', accountId: 'cold' }),
    ],
    'fifo',
  )
  expect(
    reckoner
      .assets()
      .find(({ coinId }) => coinId === 'peaq')
      ?.held.get('cold'),
  ).toBe('0')
  expect(booked).toMatchObject([
    { outcome: 'moved', unknown: '3' },
    // 2 of 5 for 100 are 40, which had cost 20. Of the other 3 nobody knows.
    {
      ...{ outcome: 'sold', proceeds: '100', cost: '20', result: '20', unknown: '3' },
      parts: [
        { missing: false, proceeds: '40', result: '20' },
        { missing: true, proceeds: '60', cost: null, result: null, lotId: null },
      ],
    },
  ])
})

it('trap 4: average cost is one pool an asset over all places', () => {
  const movements = [
    on(1, { kind: 'buy', amount: '10', price: '1' }),
    on(2, { kind: 'buy', amount: '10', price: '3', accountId: 'cold' }),
    on(3, { kind: 'sell', amount: '10', price: '4' }),
  ]
  expect(reckon(movements, 'average').booked).toMatchObject([{ cost: '20', result: '20' }])
  // By lots each place sells its own.
  expect(reckon(movements, 'lifo').booked).toMatchObject([{ cost: '10', result: '30' }])
})

it('trap 5: an empty pool divides nothing, and a new one begins at its own price', () => {
  const { booked } = reckon(
    [
      on(1, { kind: 'sell', amount: '1', price: '9' }),
      on(2, { kind: 'buy', amount: '3', price: '1' }),
      on(3, { kind: 'sell', amount: '3', price: '2' }),
      on(4, { kind: 'sell', amount: '1', price: '2' }),
      on(5, { kind: 'buy', amount: '1', price: '7' }),
      on(6, { kind: 'sell', amount: '1', price: '8' }),
    ],
    'average',
  )
  expect(booked).toMatchObject([
    { result: null, unknown: '1' },
    { result: '3', unknown: '0' },
    { result: null, unknown: '1' },
    { result: '1', unknown: '0' },
  ])
})

it('trap 6: of many movements of one second the written order decides', () => {
  const at = day(1)
  const buy = on(1, { kind: 'buy', amount: '1', price: '5', at })
  const sell = on(1, { kind: 'sell', amount: '1', price: '6', at })
  expect(reckon([buy, sell, buy, sell], 'fifo').booked.map(({ result }) => result)).toEqual(['1', '1'])
  // A sale before anything came in is missing what it sold, and takes nothing of what comes later.
  const early = reckon([sell, buy], 'fifo')
  expect(early.booked).toMatchObject([{ result: null, unknown: '1' }])
  expect(
    early.reckoner
      .assets()
      .find(({ coinId }) => coinId === 'peaq')
      ?.allLots(),
  ).toMatchObject([{ amount: '1', cost: '5' }])
})

it('trap 8: a transfer carries lots with their dates, and each place sells its own', () => {
  const { booked } = reckon(
    [
      ...BOUGHT_THREE_TIMES,
      on(4, { kind: 'transfer', amount: '15', to: { accountId: 'cold', ...peaq('14') } }),
      on(5, { kind: 'sell', amount: '14', price: '6', accountId: 'cold' }),
      on(6, { kind: 'sell', amount: '15', price: '6' }),
    ],
    'fifo',
  )
  expect(booked).toMatchObject([
    // 10 at 2 and 4 at 5 moved; the fifteenth, at 5, went for the network.
    { outcome: 'moved', amount: '14', cost: '40' },
    { outcome: 'spent', amount: '1', cost: '5', result: '-5' },
    { outcome: 'sold', cost: '40', result: '44', parts: [{ acquiredAt: day(1) }, { acquiredAt: day(2) }] },
    { outcome: 'sold', cost: '55', result: '35' },
  ])
})

it('trap 9: a rebrand is one movement with a ratio, and the new coin has the old cost', () => {
  const { booked } = reckon(
    [
      on(1, { kind: 'buy', amount: '9', price: '1' }),
      on(2, { kind: 'buy', amount: '1', price: '6' }),
      on(3, { kind: 'migration', amount: '10', to: { accountId: 'main', coinId: 'pol', asset: 'POL', amount: '30' } }),
      on(4, { kind: 'sell', amount: '30', price: '1', coinId: 'pol', asset: 'POL' }),
    ],
    'hifo',
  )
  expect(booked).toMatchObject([
    { outcome: 'moved', asset: 'PEAQ', amount: '10', cost: '15' },
    // 3 POL at 2 a piece go first, then 27.
    {
      outcome: 'sold',
      cost: '15',
      result: '15',
      parts: [
        { amount: '3', cost: '6' },
        { amount: '27', cost: '9' },
      ],
    },
  ])
})

it('trap 9: sevenths of a migration add up to the last digit', () => {
  const { reckoner } = reckon(
    [
      ...[1, 2, 3].map((n) => on(n, { kind: 'buy', amount: '1', price: '0.1' })),
      on(4, { kind: 'migration', amount: '3', to: { accountId: 'main', coinId: 'pol', asset: 'POL', amount: '1' } }),
    ],
    'fifo',
  )
  const lots =
    reckoner
      .assets()
      .find(({ coinId }) => coinId === 'pol')
      ?.allLots() ?? []
  expect(lots.map(({ amount }) => amount)).toEqual([
    '0.333333333333333333',
    '0.333333333333333333',
    '0.333333333333333334',
  ])
})

it('trap 11: of equal prices HIFO sells the oldest, also beside what is left of a newer lot', () => {
  const fee = usdt('0.1')
  const { booked } = reckon(
    [
      // Both cost 1 for 3. A third cannot be written down, so what is left of the newer one costs a hair more a piece.
      on(1, { kind: 'buy', amount: '3', price: '0.3', fee, accountId: 'cold', entryId: 'old' }),
      on(2, { kind: 'buy', amount: '3', price: '0.3', fee, entryId: 'new' }),
      on(3, { kind: 'sell', amount: '1', price: '1' }),
      on(4, { kind: 'transfer', amount: '3', accountId: 'cold', to: { accountId: 'main', ...peaq('3') } }),
      on(5, { kind: 'sell', amount: '4', price: '1' }),
    ],
    'hifo',
  )
  expect(booked.at(-1)?.parts).toMatchObject([
    { lotId: 'old', amount: '3', cost: '1' },
    { lotId: 'new', amount: '1', cost: '0.333333333333333333' },
  ])
})

it.each([
  ['zero', '0', '50', '0'],
  ['receipt', '20', '30', '20'],
] as const)('trap 12: an airdrop costs by the setting: %s', (basis, cost, result, income) => {
  const { booked } = reckon(
    [on(1, { kind: 'airdrop', amount: '10', price: '2' }), on(2, { kind: 'sell', amount: '10', price: '5' })],
    'fifo',
    basis,
  )
  expect(booked).toMatchObject([
    { outcome: 'income', amount: '10', result: income },
    { outcome: 'sold', cost, result },
  ])
})

it('trap 12: an airdrop of unknown worth has an unknown cost at receipt, and none at zero', () => {
  const movements = [on(1, { kind: 'airdrop', amount: '10' }), on(2, { kind: 'sell', amount: '10', price: '5' })]
  expect(reckon(movements, 'fifo', 'receipt').booked).toMatchObject([
    { outcome: 'income', result: null, unknown: '10' },
    { outcome: 'sold', result: null, unknown: '10', parts: [{ missing: false }] },
  ])
  expect(reckon(movements, 'fifo', 'zero').booked).toMatchObject([{ result: '0' }, { result: '50' }])
})

it('a price in a currency without a rate leaves cost and result unknown, and the amounts exact', () => {
  const { booked, reckoner } = reckon(
    [
      on(1, { kind: 'buy', amount: '3', price: '2', currency: 'EUR' }),
      on(2, { kind: 'buy', amount: '1', price: '2' }),
      on(3, { kind: 'sell', amount: '3', price: '4' }),
    ],
    'average',
  )
  expect(booked).toMatchObject([
    { proceeds: '12', cost: null, result: null, unknown: '3', parts: [{ missing: false }] },
  ])
  expect(
    reckoner
      .assets()
      .find(({ coinId }) => coinId === 'peaq')
      ?.held.get('main'),
  ).toBe('1')
})

it('what leaves for elsewhere takes its lots and has no result; a correction downwards too', () => {
  const { booked } = reckon(
    [
      on(1, { kind: 'buy', amount: '10', price: '2' }),
      on(2, { kind: 'withdrawal', amount: '3', fee: peaq('1') }),
      on(3, { kind: 'adjustment', amount: '-2' }),
      on(4, { kind: 'fee', amount: '1' }),
    ],
    'fifo',
  )
  expect(booked).toMatchObject([
    { outcome: 'left', amount: '3', cost: '6', result: null, unknown: '0' },
    { outcome: 'spent', amount: '1', cost: '2', result: '-2' },
    { outcome: 'left', amount: '2', cost: '4', result: null },
    { outcome: 'spent', amount: '1', cost: '2', result: '-2' },
  ])
})

it('money that goes for a fee is a result, and money that moves is none', () => {
  const money = { coinId: null, asset: 'USDT' }
  const { booked, reckoner } = reckon(
    [
      on(1, { kind: 'deposit', amount: '100', ...money }),
      on(2, { kind: 'withdrawal', amount: '40', ...money, fee: usdt('1') }),
      on(3, { kind: 'sell', amount: '5', price: '1', ...money }),
    ],
    'fifo',
  )
  expect(booked).toMatchObject([{ outcome: 'spent', amount: '1', cost: '1', result: '-1' }])
  expect(reckoner.assets()[0]?.held.get('main')).toBe('59')
})

it('a coin that is paid with another one takes its lots, and what it cost then nobody told', () => {
  const { booked, reckoner } = reckon(
    [
      on(1, { kind: 'buy', amount: '2', price: '300', ...bnb }),
      on(2, { kind: 'buy', amount: '100', price: '0.01', currency: 'BNB' }),
      on(3, { kind: 'sell', amount: '50', price: '0.02', currency: 'BNB' }),
    ],
    'fifo',
  )
  expect(booked).toMatchObject([
    { asset: 'BNB', outcome: 'sold', amount: '1', cost: '300', result: null, unknown: '1' },
    { asset: 'PEAQ', outcome: 'sold', amount: '50', result: null, unknown: '50' },
  ])
  expect(
    reckoner
      .assets()
      .find(({ asset }) => asset === 'BNB')
      ?.held.get('main'),
  ).toBe('2')
})

it('what was paid in all counts where it is told, to the last digit', () => {
  const { booked } = reckon(
    [
      on(1, { kind: 'buy', amount: '3', price: '0.333333333333333333', total: '1' }),
      on(2, { kind: 'sell', amount: '3', price: '1' }),
    ],
    'fifo',
  )
  expect(booked).toMatchObject([{ cost: '1', result: '2' }])
})
