// What is told of markets: all of it once, then prices that changed, and a market's rules when they changed.

import { expect, it } from 'vitest'
import { createEventHub } from '../../../../electron/services/common/events.ts'
import { createPriceNews } from '../../../../electron/services/markets/price-news.ts'
import type { Market } from '../../../../shared/order.ts'
import { market } from '../../../support/services.ts'

function start() {
  const hub = createEventHub(() => {})
  const heard: { markets: Market[]; prices: unknown[] }[] = []
  const listen = () => hub.on('prices.changed', (payload) => void heard.push(payload as (typeof heard)[number]))
  const at = () => ({
    of: () => ({ owner: null, coins: [], counted: [] }),
    learn: () => {},
    assetsOf: () => [],
    markets: (all: readonly Market[]) => [...all],
  })
  return { tell: createPriceNews({ at }, hub), heard, listen }
}

const again = (one: Market): Market => ({ ...one, rules: { ...one.rules } })

it('tells everything once, and then what has changed', () => {
  const { tell, heard, listen } = start()
  const [one, two] = [market('peaq', 'PEAQ', '2'), market('ola', 'OLA', '3')]
  tell('a', [one, two])
  expect(heard).toEqual([])
  listen()
  tell('a', [one, two])
  expect(heard.at(-1)?.markets).toEqual([one, two])
  tell('a', [again(one), again(two)])
  expect(heard.at(-1)).toMatchObject({ markets: [], prices: [] })
  const dearer = { ...one, price: { ...(one.price ?? Object.create(null)), last: '5' } }
  tell('a', [dearer, again(two)])
  expect(heard.at(-1)).toMatchObject({ markets: [], prices: [{ market: 'PEAQ/USDT', price: { last: '5' } }] })
  const halted: Market = { ...two, stage: 'halted', price: null }
  tell('a', [dearer, halted])
  expect(heard.at(-1)).toMatchObject({ markets: [halted], prices: [{ market: 'OLA/USDT', price: null }] })
  tell('b', [one])
  expect(heard.at(-1)?.markets).toEqual([one])
  listen()
  tell('a', [dearer, halted])
  expect(heard.at(-1)?.markets).toEqual([dearer, halted])
})
