// What arrived from an airdrop becomes a holding. The form's own id goes with it, so that two presses book it once.

import { type FormEvent, useState } from 'react'
import type { Airdrop, AirdropClaim } from '../../../shared/airdrops/airdrops.ts'
import type { Environment } from '../../../shared/order.ts'
import { formatDate, formatDecimal } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { typedNumber } from '../../number-fault.ts'
import { bookClaim } from '../../state/coins/tasks-actions.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'

const words = text.airdropTasks

function Claim({ claim: { amount, price, receivedAt } }: { claim: AirdropClaim }) {
  const basis = price === null ? words.unknownBasis : `${formatDecimal(price)} USDT`
  return (
    <li className="later-fact">
      <p className="later-when">
        <time dateTime={receivedAt}>{formatDate(receivedAt)}</time>
      </p>
      <p>{words.claimRow(formatDecimal(amount), basis)}</p>
    </li>
  )
}

/** The form, with what was booked before. */
export function ClaimForm({ airdrop: { coinId, name, claims } }: { airdrop: Airdrop }) {
  const [claimId, renew] = useState(() => crypto.randomUUID())
  const [environment, setEnvironment] = useState<Environment>('live')
  const [amount, setAmount] = useState('')
  const [price, setPrice] = useState('')
  const [faults, setFaults] = useState<{ amount: string | null; price: string | null }>({ amount: null, price: null })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const [typed, basis] = [typedNumber(amount, words.amountZero), typedNumber(price)]
    const missing = typed.value === null ? (typed.fault ?? words.amountZero) : null
    setFaults({ amount: missing, price: basis.fault })
    if (typed.value === null || basis.fault !== null) return
    const isBooked = await bookClaim({ claimId, coinId, environment, amount: typed.value, price: basis.value }, name)
    if (!isBooked) return
    renew(crypto.randomUUID())
    setAmount('')
    setPrice('')
  }
  return (
    <form className="block" aria-label={words.claimFor(name)} onSubmit={(event) => void submit(event)}>
      {claims.length === 0 ? null : (
        <ul className="later-list" aria-label={words.claims}>
          {claims.map((claim) => (
            <Claim key={claim.claimId} claim={claim} />
          ))}
        </ul>
      )}
      <Segmented
        legend={words.environment}
        options={optionsOf(words.environments)}
        value={environment}
        onChange={setEnvironment}
      />
      <div className="two-fields">
        <Field label={words.amount} inputMode="decimal" value={amount} fault={faults.amount} onChange={setAmount} />
        <Field
          label={words.basis}
          hint={words.basisHint}
          inputMode="decimal"
          value={price}
          fault={faults.price}
          onChange={setPrice}
        />
      </div>
      <button type="submit" className="button">
        {words.book}
      </button>
    </form>
  )
}
