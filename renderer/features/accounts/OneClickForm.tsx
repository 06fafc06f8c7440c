// Whether one click may place an order of this account, how large, and how far from the price that was seen.

import { type FormEvent, useState } from 'react'
import type { Account } from '../../../shared/accounts.ts'
import { compare, divide, isDecimal, isZero, multiply, normalize } from '../../../shared/decimal.ts'
import { text } from '../../messages/en.ts'
import { Field } from '../../ui/Field.tsx'
import { useSession } from '../session/session-store.ts'
import { useVault } from '../vault/vault-store.ts'
import { allowOneClick, endOneClick } from './accounts-actions.ts'

const words = text.accounts.oneClick
const percentFault = (typed: string) =>
  isDecimal(typed) && !isZero(typed) && compare(typed, '50') < 0 ? null : words.deviationFault

function Allowed({ account: { accountId, oneClick } }: { account: Account }) {
  if (oneClick === null) return null
  return (
    <>
      <p>{words.on(oneClick.maxValue, normalize(multiply(oneClick.deviation, '100')))}</p>
      <button type="button" className="button" onClick={() => void endOneClick(accountId)}>
        {words.end}
      </button>
    </>
  )
}

function AllowForm({ accountId }: { accountId: string }) {
  const preset = useSession((state) => state.settings.presetSize)
  const isOpen = useVault((state) => state.vault.value?.state === 'unlocked')
  const [maxValue, typeMaxValue] = useState<string>(preset)
  const [percent, typePercent] = useState('0.5')
  const valueFault = isDecimal(maxValue) && !isZero(maxValue) ? null : words.valueFault
  const isReady = isOpen && valueFault === null && percentFault(percent) === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) void allowOneClick({ accountId, maxValue, deviation: divide(percent, '100') })
  }
  return (
    <form className="block" onSubmit={submit}>
      <Field
        label={words.maxValue}
        inputMode="decimal"
        value={maxValue}
        fault={maxValue === '' ? null : valueFault}
        onChange={typeMaxValue}
      />
      <Field
        label={words.deviation}
        inputMode="decimal"
        value={percent}
        fault={percent === '' ? null : percentFault(percent)}
        onChange={typePercent}
      />
      <button type="submit" className="button" aria-disabled={!isReady}>
        {words.allow}
      </button>
      {isOpen ? null : <p className="hint">{text.accounts.lockedUse}</p>}
    </form>
  )
}

/** The part of the panel, for an account with a key: on practice one click is always allowed. */
export function OneClickForm({ account }: { account: Account }) {
  return (
    <div className="block">
      <h3>{words.title}</h3>
      <p className="hint">{words.explain}</p>
      {account.oneClick === null ? <AllowForm accountId={account.accountId} /> : <Allowed account={account} />}
    </div>
  )
}
