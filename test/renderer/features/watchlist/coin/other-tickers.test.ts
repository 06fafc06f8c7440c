// Several tickers of one coin, as they are typed: what is stored, what stays of what is known, and what is refused.

import { describe, expect, test } from 'vitest'
import { readTickers, tickerLine } from '../../../../../renderer/features/watchlist/coin/other-tickers.ts'
import { text } from '../../../../../renderer/messages/late/en.ts'

const until = (ticker: string, day: string | null) => ({ ticker, since: null, until: day })
const POL = { ticker: 'POL', tickers: [until('POL', null), until('MATIC', '2024-09-04')] }

describe('the further tickers of a coin', () => {
  test('are shown without the present one, and are not changed by being opened', () => {
    expect(tickerLine(POL)).toBe('MATIC')
    expect(readTickers(tickerLine(POL), POL)).toEqual({ tickers: [until('MATIC', '2024-09-04')], fault: null })
  })

  test('are told apart by commas, each once, and keep the days that are known of them', () => {
    expect(readTickers(' matic,, WPOL ,MATIC, POL', POL).tickers).toEqual([
      until('MATIC', '2024-09-04'),
      until('WPOL', null),
    ])
    expect(readTickers('', POL)).toEqual({ tickers: [], fault: null })
  })

  test('are refused where no exchange could list them, and where there are too many', () => {
    for (const line of ['MATIC POL', 'POL/USDT', 'A'.repeat(21), 'MA\u200bTIC']) {
      expect(readTickers(line, POL), line).toEqual({ tickers: null, fault: text.ownCoins.invalid.ticker })
    }
    const many = Array.from({ length: 13 }, (_, at) => `T${at}`)
    expect(readTickers(many.join(), POL)).toEqual({ tickers: null, fault: text.coins.otherTickers.most(12) })
    expect(readTickers(many.slice(1).join(), POL).tickers).toHaveLength(12)
  })
})
