// What was found after the publication: each fact with its own date, source and place. It never changes the snapshot.

import type { CoinDetail, LaterFact } from '../../../../shared/coin.ts'
import { text } from '../../../messages/late/en.ts'
import { venueName } from '../../../state/session/names.ts'
import { StageTrack } from '../../../ui/pictures/StageTrack.tsx'

function when(fact: LaterFact, recordedOn: string | null) {
  if (fact.date !== null) return <time dateTime={fact.date}>{fact.date}</time>
  return recordedOn === null ? text.coins.unknown.date : text.coins.detail.recordedOn(recordedOn)
}

function place({ venue, instrument }: LaterFact): string {
  const parts = [
    venue === null || venue === undefined ? text.coins.detail.venueUnnamed : venueName(venue),
    instrument ?? '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function FactItem({ fact, recordedOn }: { fact: LaterFact; recordedOn: string | null }) {
  const { detail, stage, airdropNow } = text.coins
  const located = fact.venue !== undefined || fact.instrument !== undefined
  return (
    <li className="later-fact">
      <p className="later-when">{when(fact, recordedOn)}</p>
      <div>
        {fact.stage === null ? null : (
          <StageTrack
            stage={fact.stage}
            label={located ? text.coins.stageAt(stage[fact.stage], place(fact)) : stage[fact.stage]}
          />
        )}
        <p>{fact.fact}</p>
        {fact.airdrop === undefined ? null : (
          <p>
            {detail.airdrop}: {airdropNow[fact.airdrop]}
          </p>
        )}
        {fact.ticker === undefined ? null : (
          <p>
            {detail.ticker}: <span className="ticker">{fact.ticker}</span>
          </p>
        )}
        {fact.claimedTicker === undefined ? null : <p>{detail.claimedTicker(fact.claimedTicker)}</p>}
        <p className="source">{fact.source}</p>
      </div>
    </li>
  )
}

function Collisions({ collisions }: { collisions: CoinDetail['collisions'] }) {
  const { detail } = text.coins
  if (collisions.length === 0) return null
  return (
    <>
      <h4>{detail.collisions}</h4>
      <ul>
        {collisions.map(({ ticker, others }) => (
          <li key={ticker}>
            {others.length === 0 ? detail.collisionNone(ticker) : detail.collision(ticker, others.join(', '))}
          </li>
        ))}
      </ul>
    </>
  )
}

interface Props {
  facts: readonly LaterFact[]
  recordedOn: string | null
  collisions: CoinDetail['collisions']
}

/** The later facts in the order in which they were written down. */
export function LaterFacts({ facts, recordedOn, collisions }: Props) {
  const { detail } = text.coins
  return (
    <section className="later" aria-label={detail.facts}>
      <h3>{detail.facts}</h3>
      {facts.length === 0 ? <p>{detail.factsNone}</p> : null}
      {recordedOn === null ? null : <p className="hint">{detail.factsNote(recordedOn)}</p>}
      <ul className="later-list">
        {facts.map((fact) => (
          <FactItem key={`${fact.date ?? ''} ${fact.fact}`} fact={fact} recordedOn={recordedOn} />
        ))}
      </ul>
      <Collisions collisions={collisions} />
    </section>
  )
}
