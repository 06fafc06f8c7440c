// What became of the publication's list: what was said, what happened, what nobody knows, each with its source and its day.

import { CATALOG } from '../../../shared/catalog/catalog.ts'
import { type Outcome, outcomesOf, tallyOf } from '../../../shared/catalog/outcomes.ts'
import { FACTS_RECORDED_ON } from '../../../shared/catalog/publication.ts'
import { type LaterFact, PUBLISHED_AIRDROPS } from '../../../shared/coin.ts'
import { text } from '../../messages/late/en.ts'
import { openCoin } from '../../state/route-actions.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'

const words = text.life
const TONES: Record<Outcome['result'], Tone> = { held: 'good', open: 'warn', unknown: 'plain' }

function FactLine({ fact }: { fact: LaterFact }) {
  return (
    <p>
      {fact.fact}{' '}
      <span className="source">
        {fact.source}, {fact.date ?? words.recorded(FACTS_RECORDED_ON)}
      </span>
    </p>
  )
}

function Row({ outcome: { coinId, name, claim, result, airdrop, listed, delisted } }: { outcome: Outcome }) {
  // One fact may speak of the airdrop and of the listing.
  const facts = [...new Set([airdrop, listed, delisted])].filter((fact) => fact !== null)
  return (
    <li className="later-fact">
      <div>
        <button type="button" className="text-button" onClick={() => openCoin(coinId)}>
          {name}
        </button>
        <p className="muted">
          {text.coins.detail.airdrop}: {text.coins.airdropPublished[claim]}
        </p>
        <Badge tone={TONES[result]}>{words.results[result]}</Badge>
      </div>
      <div>
        {airdrop === null ? <p className="muted">{words.unknownWhy}</p> : null}
        {facts.map((fact) => (
          <FactLine key={`${fact.date ?? ''} ${fact.fact}`} fact={fact} />
        ))}
        {listed === null ? <p className="muted">{words.notListed}</p> : null}
      </div>
    </li>
  )
}

/** The card; closed at first, since the board is what is worked on. */
export function Outcomes() {
  const outcomes = outcomesOf(CATALOG)
  const tally = tallyOf(outcomes)
  return (
    <details className="card">
      <summary>
        <strong>{words.outcomes}</strong>
      </summary>
      <p className="hint">{words.outcomesHint}</p>
      {PUBLISHED_AIRDROPS.map((claim) => (
        <p key={claim}>{words.heldOf(text.coins.airdropPublished[claim], tally[claim])}</p>
      ))}
      <ul className="later-list" aria-label={words.outcomes}>
        {outcomes.map((outcome) => (
          <Row key={outcome.coinId} outcome={outcome} />
        ))}
      </ul>
    </details>
  )
}
