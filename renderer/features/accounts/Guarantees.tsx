// What an exchange guarantees about orders, from the same record by which the desk acts: what a lost answer can come to.

import { promisesOf } from '../../../shared/venues/fact-sheets.ts'
import { text } from '../../messages/late/en.ts'
import { Fact, Facts } from '../../ui/Facts.tsx'

const listed = (words: readonly string[]) => words.join(', ')

/** The facts, unfolded on demand, below the sentence that matters most. */
export function Guarantees({ venue }: { venue: string }) {
  const { keyRule, validity, legs, resend, retention, testing, orderTypes, timesInForce } = promisesOf(venue)
  const kind = venue === 'gateway' ? 'buried' : resend === 'replay' ? 'replayed' : validity === null ? 'open' : 'proven'
  const words = text.accounts.guarantees
  return (
    <div className="block">
      <h3>{words.title}</h3>
      <p className="hint">{text.accounts.lostAnswer[kind]}</p>
      <details>
        <summary>{words.more}</summary>
        <div className="stack">
          <Facts>
            <Fact name={words.sameKey}>{words.keyRules[keyRule]}</Fact>
            <Fact name={words.tooLate}>
              {validity === null ? words.noLimit : words.refusedAfter(validity.windowMs / 1_000)}
            </Fact>
            <Fact name={words.lookedFor}>{listed(legs.map((leg) => words.legs[leg]))}</Fact>
            <Fact name={words.closedFor}>{words.foundFor(retention.closedMs)}</Fact>
            <Fact name={words.unfilledFor}>{words.foundFor(retention.unfilledMs)}</Fact>
            <Fact name={words.orderTypes}>
              {listed(orderTypes.map((type) => text.orders.type[type])) || words.noOrders}
            </Fact>
            <Fact name={words.timesInForce}>{listed(timesInForce.map((one) => text.orders.timeInForce[one]))}</Fact>
            <Fact name={words.testing}>{words.tests[testing]}</Fact>
          </Facts>
          <p className="hint">{words.untried}</p>
        </div>
      </details>
    </div>
  )
}
