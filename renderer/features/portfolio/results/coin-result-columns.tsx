// The columns of the results by coin.

import { isZero } from '../../../../shared/decimal.ts'
import type { CoinResult } from '../../../../shared/ledger/results.ts'
import { formatDecimal, formatMoney, formatPrice } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { openResult } from '../../../state/ledger/results-actions.ts'
import { assetKey, useResults } from '../../../state/ledger/results-store.ts'
import { columnsOf } from '../../../ui/table/columns.ts'
import { RowOpener } from '../../../ui/table/RowOpener.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { useAssetName } from '../movements/movement-words.ts'
import { Gain } from './Gain.tsx'

const words = text.results
const { column, unknown } = words

function Opener({ coin }: { coin: CoinResult }) {
  const name = useAssetName(coin)
  const isOpen = useResults(({ openKey }) => openKey === assetKey(coin))
  return (
    <RowOpener label={words.open(name)} expanded={isOpen} onOpen={() => void openResult(coin)}>
      {name}
    </RowOpener>
  )
}

/** An amount with how much more there is of which nothing is known. */
function Partly({ known, rest }: { known: string; rest: string }) {
  if (isZero(rest)) return known
  return (
    <span className="price">
      <span className="number">{known}</span>
      <span className="muted">{words.unknownPart(formatDecimal(rest))}</span>
    </span>
  )
}

const isHeld = ({ held }: CoinResult): boolean => !isZero(held)

export const COIN_RESULT_COLUMNS = columnsOf<CoinResult, null>({
  coin: { head: column.coin, rowHeader: true, width: 150, cell: (coin) => <Opener coin={coin} /> },
  held: { head: column.held, align: 'end', width: 130, cell: ({ held }) => formatDecimal(held) },
  averageCost: {
    head: column.averageCost,
    align: 'end',
    width: 120,
    givesWay: 2,
    cell: (coin) =>
      coin.averageCost !== null ? (
        formatPrice(coin.averageCost, null)
      ) : isHeld(coin) ? (
        <Unknown why={unknown.average} />
      ) : null,
  },
  heldCost: {
    head: column.heldCost,
    align: 'end',
    width: 130,
    givesWay: 3,
    cell: (coin) =>
      coin.heldCost !== null ? (
        <Partly known={formatMoney(coin.heldCost)} rest={coin.heldUnknown} />
      ) : isHeld(coin) ? (
        <Unknown why={unknown.cost} />
      ) : null,
  },
  value: {
    head: column.value,
    align: 'end',
    width: 120,
    givesWay: 4,
    cell: (coin) =>
      coin.value !== null ? formatMoney(coin.value) : isHeld(coin) ? <Unknown why={unknown.price} /> : null,
  },
  unrealized: {
    head: column.unrealized,
    align: 'end',
    width: 120,
    cell: (coin) =>
      isHeld(coin) ? (
        <Gain value={coin.unrealised} why={coin.price === null ? unknown.price : unknown.average} />
      ) : null,
  },
  realized: {
    head: column.realized,
    align: 'end',
    width: 130,
    cell: ({ realised, unknown: rest }) => (
      <span className="price">
        <Gain value={realised} why="" />
        {isZero(rest) ? null : <span className="muted">{words.unknownPart(formatDecimal(rest))}</span>}
      </span>
    ),
  },
  income: { head: column.income, align: 'end', width: 110, givesWay: 1, cell: ({ income }) => formatMoney(income) },
  fees: { head: column.fees, align: 'end', width: 100, givesWay: 1, cell: ({ fees }) => formatMoney(fees) },
})
