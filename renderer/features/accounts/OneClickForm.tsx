// Whether one click may place an order of this account, how large, and how far from the price that was seen.

import { type FormEvent, useState } from 'react'
import type { Account } from '../../../shared/accounts.ts'
import { compare, type Decimal } from '../../../shared/decimal.ts'
import { formatExact } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { typedNumber } from '../../number-fault.ts'
import { fromPercent, toPercent } from '../../percent.ts'
import { useSession } from '../../state/session/session-store.ts'
import { useVault } from '../../state/vault/vault-store.ts'
import { writeNumber } from '../../typed-number.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { allowOneClick, endOneClick } from './accounts-actions.ts'

const words = text.accounts.oneClick
/** Below a half, as a fraction; `null` for anything else. */
function deviationOf(typed: string): Decimal | null {
  const fraction = fromPercent(typed)
  return fraction === null || compare(fraction, '0.5') >= 0 ? null : fraction
}

function Allowed({ account: { accountId, oneClick } }: { account: Account }) {
  if (oneClick === null) return null
  return (
    <>
      <p>{words.on(formatExact(oneClick.maxValue), toPercent(oneClick.deviation))}</p>
      <button type="button" className="button" onClick={() => void endOneClick(accountId)}>
        {words.end}
      </button>
    </>
  )
}

function AllowForm({ accountId }: { accountId: string }) {
  const preset = useSession((state) => state.settings.presetSize)
  const isOpen = useVault((state) => state.vault.value?.state === 'unlocked')
  const [maxValue, typeMaxValue] = useState<string>(writeNumber(preset))
  const [percent, typePercent] = useState(writeNumber('0.5'))
  const value = typedNumber(maxValue, words.valueFault)
  const deviation = deviationOf(percent)
  const isReady = isOpen && value.value !== null && deviation !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isOpen || value.value === null || deviation === null) return
    void allowOneClick({ accountId, maxValue: value.value, deviation })
  }
  return (
    <form className="block" onSubmit={submit}>
      <Field label={words.maxValue} inputMode="decimal" value={maxValue} fault={value.fault} onChange={typeMaxValue} />
      <Field
        label={words.deviation}
        inputMode="decimal"
        value={percent}
        fault={percent === '' || deviation !== null ? null : words.deviationFault}
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
