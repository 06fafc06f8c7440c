// What the trader found out about a coin, beside what was published: by kind, each with its source and its day.

import { useState } from 'react'
import type { CoinDetail } from '../../../../../shared/coin.ts'
import { type CoinFact, type CoinFactValue, dateOf, FACT_KINDS } from '../../../../../shared/research/coin-facts.ts'
import { formatPrice } from '../../../../format.ts'
import { text } from '../../../../messages/late/en.ts'
import { openCoin } from '../../../../state/route-actions.ts'
import { writeNumber } from '../../../../typed-number.ts'
import { Badge } from '../../../../ui/Badge.tsx'
import { CheckedLink } from '../../../../ui/links/CheckedLink.tsx'
import { FactForm } from './FactForm.tsx'
import { removeFact } from './fact-actions.ts'
import styles from './OwnResearch.module.css'
import { PasteCheck } from './PasteCheck.tsx'

const words = text.research

/** The fact as one line of text. */
export function factLine(value: CoinFactValue): string {
  switch (value.kind) {
    case 'link':
      return `${words.places[value.place]}: ${value.url}`
    case 'contract':
      return `${value.chain}: ${value.address}`
    case 'stage':
      return value.venue === null
        ? text.coins.stage[value.stage]
        : words.stageAt(text.coins.stage[value.stage], value.venue)
    case 'score':
      return words.scoreOf(value.name, writeNumber(value.value), writeNumber(value.outOf))
    case 'airdrop':
      return text.coins.airdropPublished[value.claim]
    case 'backer':
      return value.role === null ? value.name : `${value.name}, ${value.role}`
    case 'comparable':
      return value.name
    case 'price':
      return `${formatPrice(value.price, null)} ${value.currency}`
    default:
      return value.text
  }
}

function Value({ fact: { value, coinId } }: { fact: CoinFact }) {
  if (value.kind === 'link') {
    return (
      <>
        {words.places[value.place]}: <CheckedLink coinId={coinId} link={value.url} />
      </>
    )
  }
  if (value.kind === 'comparable' && value.coinId !== null) {
    const { coinId: other } = value
    return (
      <button type="button" className="text-button" onClick={() => openCoin(other)}>
        {value.name}
      </button>
    )
  }
  return (
    <>
      {factLine(value)}{' '}
      {value.kind === 'contract' && value.official ? (
        <Badge tone="good" icon="check">
          {words.officialMark}
        </Badge>
      ) : null}
    </>
  )
}

function Row({ fact, onEdit }: { fact: CoinFact; onEdit: () => void }) {
  const { value, source, asOf } = fact
  const day = dateOf(fact).slice(0, 10)
  const what = `${words.kinds[value.kind]}, ${factLine(value)}`
  return (
    <li className="later-fact">
      <p className="later-when">
        <time dateTime={dateOf(fact)}>{asOf === null ? words.enteredOn(day) : day}</time>
      </p>
      <div>
        <p className={styles['value']}>
          <Value fact={fact} />
        </p>
        <p className="source">{source ?? words.sourceNone}</p>
        <div className="action-row">
          <button type="button" className="text-button" aria-label={words.edit(what)} onClick={onEdit}>
            {text.common.edit}
          </button>
          <button
            type="button"
            className="text-button"
            aria-label={words.remove(what)}
            onClick={() => void removeFact(fact)}
          >
            {text.common.remove}
          </button>
        </div>
      </div>
    </li>
  )
}

/** The section. One form is open at a time: a new fact's, or that of one that is there. */
export function OwnResearch({ coin }: { coin: CoinDetail }) {
  const [open, setOpen] = useState<'new' | string | null>(null)
  const { ownFacts, site, id } = coin
  const close = () => setOpen(null)
  const kinds = FACT_KINDS.filter((kind) => ownFacts.some(({ value }) => value.kind === kind))
  return (
    <section className="own" aria-label={words.title}>
      <h3>{words.title}</h3>
      {site === null ? null : (
        <p>
          {words.published}: <CheckedLink coinId={id} link={site.url} />{' '}
          <span className="muted">{text.links.by(site.source, site.asOf)}</span>
        </p>
      )}
      {ownFacts.length === 0 ? <p className="hint">{words.none}</p> : null}
      {kinds.map((kind) => (
        <div key={kind}>
          <h4>{words.kinds[kind]}</h4>
          <ul className="later-list">
            {ownFacts
              .filter(({ value }) => value.kind === kind)
              .map((fact) =>
                open === fact.factId ? (
                  <li key={fact.factId}>
                    <FactForm coinId={id} fact={fact} onDone={close} />
                  </li>
                ) : (
                  <Row key={fact.factId} fact={fact} onEdit={() => setOpen(fact.factId)} />
                ),
              )}
          </ul>
        </div>
      ))}
      {open === 'new' ? (
        <FactForm coinId={id} fact={null} onDone={close} />
      ) : (
        <button type="button" className="button" onClick={() => setOpen('new')}>
          {words.add}
        </button>
      )}
      <PasteCheck coin={coin} />
    </section>
  )
}
