// Each form of CSV that exchanges write, by rows made after their documents: what becomes of them, in short.

import { expect, it } from 'vitest'
import { readImport } from '../../../../../electron/services/ledger/csv/read-import.ts'
import type { Movement } from '../../../../../shared/ledger/ledger.ts'
import { BINANCE_CSV } from '../../../../support/ledger/binance-csv.ts'
import { BINANCE_STATEMENT_CSV } from '../../../../support/ledger/binance-statement-csv.ts'
import { BY_SIGN_CSV } from '../../../../support/ledger/by-sign-csv.ts'
import { OTHER_CSV } from '../../../../support/ledger/exchanges-csv.ts'

const read = (text: string, timeZone?: string) =>
  readImport(text, {
    environment: 'live',
    source: 'import:x',
    timeZone,
    accountOf: () => null,
    coinsOf: () => new Map(),
  })

/** A movement in one line: time, kind, amount, total or price, fee, target. */
function short({ at, kind, accountId, amount, asset, price, currency, total, fee, to }: Movement): string {
  const paid = total !== null ? ` for ${total} ${currency}` : price !== null ? ` at ${price} ${currency}` : ''
  const charged = fee === null ? '' : ` fee ${fee.amount} ${fee.asset}`
  const became =
    to === null ? '' : ` to ${to.amount} ${to.asset}${to.accountId === accountId ? '' : ` at ${to.accountId}`}`
  return `${at.slice(0, 19)} ${kind} ${amount} ${asset}${paid}${charged}${became}`
}

const told = (text: string, timeZone?: string) => {
  const { format, zoneFrom, movements, skipped, bad } = read(text, timeZone)
  return {
    ...{ format, zoneFrom, movements: movements.map(({ movement }) => short(movement)) },
    skipped: skipped.map(({ line, why }) => `${line} ${why}`),
    bad: bad.map(({ line, why }) => `${line} ${why.code}`),
  }
}

it.each([...BINANCE_CSV, ...BINANCE_STATEMENT_CSV, ...BY_SIGN_CSV, ...OTHER_CSV])(
  '$name',
  ({ name: _, rows, zoneFrom, skipped = [], bad = [], ...expected }) => {
    for (const end of ['\n', '\r\n']) {
      const found = told(rows.join(end))
      expect(found).toMatchObject({ ...expected, skipped, bad })
      if (zoneFrom !== undefined) expect(found.zoneFrom).toBe(zoneFrom)
    }
  },
)

it('reads times of day in the zone that the trader says, over the clocks’ change too', () => {
  const file = (time: string) => `Time,Kind,Asset,Amount\n${time},deposit,PEAQ,1`
  const at = (time: string, zone: string) => read(file(time), zone).movements[0]?.movement.at
  expect(at('2026-07-01 12:00:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z')
  expect(at('2026-01-01 12:00:00', 'Europe/Berlin')).toBe('2026-01-01T11:00:00.000Z')
  expect(at('2026-01-01 00:30:00', 'America/New_York')).toBe('2026-01-01T05:30:00.000Z')
  expect(at('2026-03-29 01:59:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:59.000Z')
  expect(at('2026-03-29 03:00:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z')
  expect(at('2026-01-01 12:00:00', '-05:30')).toBe('2026-01-01T17:30:00.000Z')
})

it.each(['', 'a,b,c\n1,2,3', '<html>', '{"a":1}'])('refuses %j, which is in no form that is known', (text) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
})

it('names the line of a quotation mark that has no partner', () => {
  const text = 'Time,Kind,Asset,Amount\n2026-01-01,deposit,"PEAQ,1\n2026-01-01,deposit,PEAQ,1'
  expect(() => read(text)).toThrow(expect.objectContaining({ reason: { code: 'IMPORT_QUOTES', params: { line: 2 } } }))
})

it.each([
  ['Time,Kind,Asset,Amount,To Asset,To Amount\n2026-01-01,deposit,,1,,', 2],
  ['Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin\n2019-01-02 03:04:05,ADABTC,SELL,1,1,1,0.1,', 2],
  ['Type,Buy,Cur.,Sell,Cur.,Fee,Cur.,Exchange,Group,Comment,Date\nTrade,1,ADA,1,,,,,,,2019-01-02 03:04:05', 2],
])('makes a row that leaves an asset open a bad one: %j', (text, line) => {
  expect(read(text)).toMatchObject({ movements: [], bad: [{ line, why: { code: 'IMPORT_ASSET' } }] })
})
