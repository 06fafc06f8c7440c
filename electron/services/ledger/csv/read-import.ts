// From the text of a file to movements: recognised, read, given coins and ids. Nothing is written here.
//
// A row's id is made of its cells and of how often the same cells have stood in the file before: two equal trades of one second
// are two, and the same file read again gives the same ids. It is not made of a coin's id, which can be another one later.

import { createHash } from 'node:crypto'
import { normalize } from '../../../../shared/decimal.ts'
import type { ColumnMapping } from '../../../../shared/ledger/imports.ts'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import type { Environment } from '../../../../shared/order.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { timeOf } from './cells.ts'
import { type CsvRow, type Draft, isNothing, type Leg, type Outcome } from './csv-format.ts'
import { byMapping, recognise } from './recognise.ts'

export interface ImportTerms {
  format?: string | undefined
  timeZone?: string | undefined
  /** Of a file in nobody's form. */
  mapping?: ColumnMapping | undefined
  accountId?: string | undefined
  /** Where nobody says an account: the only one at the exchange whose form it is; `null` where there is none, or several. */
  accountOf(venue: string): string | null
  environment: Environment
  source: string
  /** The coins that go by each ticker; an asset is one of them where there is exactly one. */
  coinsOf(tickers: readonly string[]): ReadonlyMap<string, readonly string[]>
}

export interface ReadImport extends Pick<Outcome, 'skipped' | 'bad'> {
  format: string
  timeZone: string
  /** `assumed`: neither the file nor the trader has said it. */
  zoneFrom: 'asked' | 'file' | 'form' | 'assumed'
  accountId: string
  rows: number
  /** In the order of time. */
  movements: { lines: number[]; movement: Movement }[]
}

/** @throws AppError `BAD_INPUT` for a file in no form that is known, or with quotes that do not fit */
export function readImport(text: string, terms: ImportTerms): ReadImport {
  const { format, rows, broken, zone } =
    terms.mapping === undefined ? recognise(text, terms.format) : byMapping(text, terms.mapping)
  const zoneName = zone ?? format.zone
  const timeZone = terms.timeZone ?? zoneName ?? 'UTC'
  const zoneFrom =
    terms.timeZone !== undefined ? 'asked' : zone !== null ? 'file' : zoneName !== null ? 'form' : 'assumed'
  const { drafts, skipped, bad } = format.read(rows, (cell) => timeOf(cell, timeZone))
  const venue = format.id.split('-')[0] ?? format.id
  const accountId = terms.accountId ?? terms.accountOf(venue) ?? venue
  const coins = terms.coinsOf([
    ...new Set(
      drafts.flatMap(({ asset, currency, to, fee }) =>
        [asset, currency ?? 'USDT', to?.asset, fee?.asset].flatMap((each) => each ?? []),
      ),
    ),
  ])
  const coinOf = (asset: string) => {
    const found = coins.get(asset) ?? []
    return found.length === 1 ? (found[0] ?? null) : null
  }
  const places = placesOf(rows)
  const seen = new Map<string, number>()
  const movements = ordered(drafts, rows).map((draft) => {
    const nth = (name: string) => {
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      return count
    }
    return {
      lines: draft.rows.map(({ line }) => line),
      movement: movementOf(draft, { format: format.id, accountId, coinOf, places, nth, ...pick(terms) }),
    }
  })
  return {
    ...{ format: format.id, timeZone, zoneFrom, accountId, rows: rows.length + broken.length, skipped, movements },
    bad: [...bad, ...broken.map((line) => ({ line, why: reason('IMPORT_CELLS') }))].toSorted((a, b) => a.line - b.line),
  }
}

const pick = ({ environment, source }: ImportTerms) => ({ environment, source })

/** How often the cells of each row have stood in the file up to it. */
function placesOf(rows: readonly CsvRow[]): ReadonlyMap<number, string> {
  const counted = new Map<string, number>()
  return new Map(
    rows.map(({ line, cells }) => {
      const text = JSON.stringify(cells)
      const count = (counted.get(text) ?? 0) + 1
      counted.set(text, count)
      return [line, `${text}#${count}`]
    }),
  )
}

/** Oldest first. Of one moment the order of the file, or its reverse where the newest stand on top. */
function ordered(drafts: readonly Draft[], rows: readonly CsvRow[]): Draft[] {
  const lineOf = (draft: Draft) => draft.rows[0]?.line ?? 0
  const byLine = drafts.toSorted((a, b) => lineOf(a) - lineOf(b))
  const [first, last] = [byLine[0], byLine.at(-1)]
  const isNewestFirst = rows.length > 1 && first !== undefined && last !== undefined && first.at > last.at
  const inFile = isNewestFirst ? byLine.toReversed() : byLine
  return inFile.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

interface Made {
  format: string
  accountId: string
  environment: Environment
  source: string
  coinOf(asset: string): string | null
  places: ReadonlyMap<number, string>
  nth(name: string): number
}

function movementOf(draft: Draft, made: Made): Movement {
  const { format, accountId, environment, source, coinOf, places, nth } = made
  const group = hashOf([format, accountId, ...draft.rows.map(({ line }) => places.get(line) ?? '')])
  // One group of rows can be several movements.
  const sequence = nth(group) - 1
  const withCoin = ({ asset, amount }: Leg) => ({ asset, coinId: coinOf(asset), amount: normalize(amount) })
  const to = draft.to ?? null
  const currency = draft.currency ?? 'USDT'
  return {
    ...{
      entryId: `row:${group}:${sequence}`,
      groupId: `rows:${group}`,
      sequence,
      environment,
      at: draft.at,
      accountId,
    },
    ...{ kind: draft.kind, ...withCoin(draft), price: normal(draft.price), currency },
    currencyCoinId: coinOf(currency),
    total: normal(draft.total),
    fee: draft.fee == null || isNothing(draft.fee.amount) ? null : withCoin(draft.fee),
    to: to === null ? null : { accountId: draft.toAccountId ?? accountId, ...withCoin(to) },
    ...{ source, note: (draft.note ?? '').slice(0, 500) },
    ...(draft.tradeId !== undefined && draft.tradeId !== '' && { tradeId: draft.tradeId }),
  }
}

/** What is nothing tells no price. */
const normal = (value: string | null | undefined): string | null => {
  const text = value == null ? null : normalize(value)
  return text === '0' ? null : text
}

const hashOf = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
