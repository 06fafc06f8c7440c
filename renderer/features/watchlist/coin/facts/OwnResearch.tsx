// What the trader found out about a coin, beside what was published: by kind, each with its source and its day.

import { useState } from 'react'
import type { CoinDetail } from '../../../../../shared/coin.ts'
import { type CoinFact, dateOf, FACT_KINDS } from '../../../../../shared/research/coin-facts.ts'
import { text } from '../../../../messages/late/en.ts'
import { openCoin } from '../../../../state/route-actions.ts'
import { Badge } from '../../../../ui/Badge.tsx'
import { CheckedLink } from '../../../../ui/links/CheckedLink.tsx'
import { FactForm } from './FactForm.tsx'
import { removeFact } from './fact-actions.ts'
import { factLine } from './fact-line.ts'
import { Offers } from './Offers.tsx'
import styles from './OwnResearch.module.css'
import { PasteCheck } from './PasteCheck.tsx'

const words = text.research

function Value({ fact: { value, coinId } }: { fact: CoinFact }) {
  if (value.kind === 'link') {
    return (
      <>
        {words.places[value.place]}: <CheckedLink coinId={coinId} link={value.url} canOpen />
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
          {words.published}: <CheckedLink coinId={id} link={site.url} canOpen />{' '}
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
      <Offers coin={coin} />
      <PasteCheck coin={coin} />
    </section>
  )
}
