// What "not trading yet" means for a coin that has no market here, or one that has not opened: each of the six that exists at the trader's exchanges, what it
// costs, what it binds him to, and what Prelist can do about it. None of them is a spot order, and none is placed from here.

import { useEffect } from 'react'
import type { NotTradingYet as Meaning } from '../../../../shared/markets/not-trading-yet.ts'
import type { Draft } from '../../../../shared/order.ts'
import { sayReason } from '../../../answer-words.ts'
import { text } from '../../../messages/late/en.ts'
import { loadMeanings } from '../../../state/listings/listings-actions.ts'
import { useListings } from '../../../state/listings/listings-store.ts'
import { NOT_LOADED } from '../../../state/loadable.ts'
import { openCoin } from '../../../state/route-actions.ts'
import { venueName } from '../../../state/session/names.ts'
import { useTicket } from '../../../state/ticket/ticket-store.ts'
import { Fact, Facts } from '../../../ui/Facts.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { OpeningTime } from '../../../ui/moments/OpeningTime.tsx'

const words = text.notTrading

/** Several exchanges with the same thing are one line, unless a list shows it of this coin. */
interface Line extends Omit<Meaning, 'venue'> {
  venues: string[]
}

function linesOf(meanings: readonly Meaning[]): Line[] {
  const lines: Line[] = []
  for (const { venue, ...meaning } of meanings) {
    const known = lines.find(
      (line) => meaning.market === null && line.market === null && line.meaning === meaning.meaning,
    )
    if (known === undefined) lines.push({ ...meaning, venues: venue === null ? [] : [venue] })
    else if (venue !== null) known.venues.push(venue)
  }
  return lines
}

function whereOf({ venues, elsewhere }: Line): string {
  return [...venues.map(venueName), ...elsewhere].join(', ')
}

/** Where the room is too small for both, the ticket would hide the coin. */
function toPlan(coinId: string): void {
  useTicket.getState().close()
  openCoin(coinId)
}

function MeaningLine({ line, coinId }: { line: Line; coinId: string }) {
  const { market, opensAt, here, undo, what, costs, binds } = line
  return (
    <li className="meaning">
      <p>
        <strong>{sayReason(what)}</strong>
      </p>
      <Facts>
        <Fact name={words.where}>{whereOf(line)}</Fact>
        <Fact name={words.market}>{market}</Fact>
        <Fact name={words.opens}>{opensAt === null ? null : <OpeningTime at={opensAt} />}</Fact>
        <Fact name={words.costs}>{sayReason(costs)}</Fact>
        <Fact name={words.binds}>{sayReason(binds)}</Fact>
        <Fact name={words.undo}>{words.undos[undo]}</Fact>
        <Fact name={words.here}>{words.heres[here]}</Fact>
      </Facts>
      {here === 'plan' ? (
        <button type="button" className="button" onClick={() => toPlan(coinId)}>
          {words.plan}
        </button>
      ) : null}
    </li>
  )
}

interface Props {
  coinId: string
  /** The ticket's market, where the coin has one that is not open. */
  draft?: Pick<Draft, 'market' | 'stage'>
}

/** The section. An auction takes orders, so that of the six only what that binds to counts. */
export function NotTradingYet({ coinId, draft }: Props) {
  const meanings = useListings((state) => (state.meaningsOf === coinId ? state.meanings : NOT_LOADED))
  useEffect(() => void loadMeanings(coinId), [coinId])
  const isAuction = draft?.stage === 'auction'
  const isShown = ({ market }: Meaning) => !isAuction || market === draft?.market
  return (
    <section className="block" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p>{draft === undefined ? words.explain : isAuction ? words.explainAuction : words.explainWaiting}</p>
      <LoadedView from={meanings} onRetry={() => void loadMeanings(coinId)}>
        {(list) => (
          <ul className="meanings">
            {linesOf(list.filter(isShown)).map((line) => (
              <MeaningLine
                key={`${line.meaning} ${line.market ?? ''} ${line.venues.join()}`}
                line={line}
                coinId={coinId}
              />
            ))}
          </ul>
        )}
      </LoadedView>
    </section>
  )
}
