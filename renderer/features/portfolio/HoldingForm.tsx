// Adds what the trader keeps elsewhere.

import { type FormEvent, useState } from 'react'
import type { Environment } from '../../../shared/order.ts'
import { text } from '../../messages/late/en.ts'
import { typedNumber } from '../../number-fault.ts'
import { coinName, useCoins } from '../../state/coins/coins-store.ts'
import { saveHolding } from '../../state/portfolio/portfolio-actions.ts'
import { Combobox } from '../../ui/fields/Combobox.tsx'
import { Field } from '../../ui/fields/Field.tsx'

/** Coin, amount and a button. The amount is kept as typed when it could not be saved. */
export function HoldingForm({ environment }: { environment: Environment }) {
  const mode = text.shell.mode[environment].word
  const coins = useCoins((state) => state.coins.value)
  const [coinId, setCoinId] = useState('')
  const [amount, setAmount] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const chosen = coinId === '' ? (coins?.[0]?.id ?? '') : coinId

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const typed = typedNumber(amount, text.ticket.invalid.amountZero)
    setFault(typed.value === null ? (typed.fault ?? text.ticket.invalid.amountZero) : null)
    if (typed.value === null) return
    const name = coinName(useCoins.getState(), chosen)
    if (await saveHolding({ environment, coinId: chosen, amount: typed.value }, name)) setAmount('')
  }

  return (
    <form className="card" aria-label={text.portfolio.add(mode)} onSubmit={(event) => void submit(event)}>
      <h2>{text.portfolio.add(mode)}</h2>
      <p className="hint">{text.portfolio.addHelp(mode)}</p>
      <div className="two-fields">
        <Combobox
          label={text.portfolio.addCoin}
          value={chosen}
          options={(coins ?? []).map((coin) => ({ value: coin.id, label: coin.name }))}
          onChange={setCoinId}
        />
        <Field label={text.portfolio.addAmount} inputMode="decimal" value={amount} onChange={setAmount} fault={fault} />
      </div>
      <button type="submit" className="button">
        {text.portfolio.saveHolding(mode)}
      </button>
    </form>
  )
}
