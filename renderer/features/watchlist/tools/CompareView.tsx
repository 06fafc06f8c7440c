// Up to four coins side by side: every column of the list as a row, and what is known beyond them.

import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Coin, CoinDetail } from '../../../../shared/coin.ts'
import { call } from '../../../api.ts'
import { text } from '../../../messages/late/en.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { reportFailure } from '../../../state/report.ts'
import { openCoin } from '../../../state/route-actions.ts'
import { useSession } from '../../../state/session/session-store.ts'
import { Unknown } from '../../../ui/Unknown.tsx'
import { CHOOSE } from '../coin-columns.tsx'
import { useWatchlist } from '../watchlist-store.ts'
import { ALL_COLUMNS } from './all-columns.ts'
import styles from './Tools.module.css'

/** More do not fit beside each other. */
export const COMPARED = 4

/** They are the head of the comparison, or no fact of a coin. */
const LEFT_OUT: readonly string[] = ['coin', 'watched', 'trade', CHOOSE]
const { detail } = text.coins
const words = text.list.compare

const NoTrade = () => null

const said = (values: readonly string[] | undefined): ReactNode =>
  values === undefined || values.length === 0 ? <Unknown why={words.unknown} /> : values.join(', ')

/** What is known beyond the columns, from the publication. */
const MORE: readonly { head: string; of: (coin: CoinDetail) => ReactNode }[] = [
  { head: detail.what, of: ({ what }) => said(what === '' ? [] : [what]) },
  { head: detail.comparable, of: ({ snapshot }) => said(snapshot === null ? [] : [snapshot.comparable]) },
  { head: detail.competitors, of: ({ snapshot }) => said(snapshot?.competitors) },
  { head: detail.backers, of: ({ snapshot }) => said(snapshot?.backers.map(({ name }) => name)) },
  { head: detail.why, of: ({ snapshot }) => said(snapshot?.why) },
  {
    head: detail.facts,
    of: ({ facts }) => said(facts.map(({ fact, date }) => (date === null ? fact : `${date}: ${fact}`))),
  },
]

/** The details of these coins, as they come. */
function useDetails(coinIds: readonly string[]): ReadonlyMap<string, CoinDetail> {
  const [details, setDetails] = useState<ReadonlyMap<string, CoinDetail>>(new Map())
  const asked = coinIds.join(' ')
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      try {
        const all = await Promise.all(asked.split(' ').map((coinId) => call('coins.get', { coinId })))
        if (!isOver) setDetails(new Map(all.map((coin) => [coin.id, coin])))
      } catch (thrown) {
        if (!isOver) reportFailure(thrown)
      }
    }
    void ask()
    return () => {
      isOver = true
    }
  }, [asked])
  return details
}

/** The chosen coins in the order of the list. */
function useCompared(): Coin[] {
  const chosen = useWatchlist((state) => state.chosen)
  const coins = useCoins((state) => state.coins.value)
  return useMemo(() => (coins ?? []).filter(({ id }) => chosen?.has(id) === true).slice(0, COMPARED), [coins, chosen])
}

/** The comparison. */
export function CompareView() {
  const coins = useCompared()
  const accountId = useSession((state) => state.accountId)
  const details = useDetails(coins.map(({ id }) => id))
  const given = useMemo(() => ({ accountId, Trade: NoTrade, interest: null }), [accountId])
  if (coins.length < 2) return <p className="hint">{text.list.choosing.compareHelp(COMPARED)}</p>
  return (
    <>
      <button type="button" className="button" onClick={() => useWatchlist.getState().set({ tool: null })}>
        {text.common.close}
      </button>
      <div className={`table-wrap ${styles['compared']}`}>
        <table className="data-table" aria-label={words.title}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{words.fact}</span>
              </th>
              {coins.map(({ id, name, ticker }) => (
                <th key={id} scope="col">
                  <button type="button" className="coin-link" onClick={() => openCoin(id)}>
                    {name}
                  </button>
                  {ticker === null ? null : <span className="ticker">{ticker}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ALL_COLUMNS.filter(({ id }) => !LEFT_OUT.includes(id)).map((column) => (
              <tr key={column.id}>
                <th scope="row">{column.head}</th>
                {coins.map((coin) => (
                  <td key={coin.id}>{column.cell(coin, given)}</td>
                ))}
              </tr>
            ))}
            {MORE.map(({ head, of }) => (
              <tr key={head}>
                <th scope="row">{head}</th>
                {coins.map(({ id }) => {
                  const known = details.get(id)
                  return <td key={id}>{known === undefined ? null : of(known)}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
