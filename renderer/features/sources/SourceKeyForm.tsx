// The key of a source: typed once and never shown again, or where it is kept.

import { type FormEvent, useState } from 'react'
import type { KeyReference } from '../../../shared/accounts.ts'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import type { Source, SourcePlan } from '../../../shared/sources/sources.ts'
import { text } from '../../messages/late/en.ts'
import { reportDone } from '../../state/report.ts'
import { saveSource } from '../../state/sources/sources-actions.ts'
import { useVault } from '../../state/vault/vault-store.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { SecretField } from '../../ui/fields/SecretField.tsx'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { isTyped, takeSecrets } from '../../ui/secrets.ts'

type Place = 'vault' | KeyReference['kind']

const KEY = 'apiKey'
const words = text.sources

/** A version of the interface can be another one with the same key; a plan is the key's. */
const isOfKey = (plans: readonly SourcePlan[]): boolean => plans.length > 0 && !plans.includes('auto')

function PlanChoice({
  source,
  plan,
  onChange,
}: {
  source: Source
  plan: SourcePlan
  onChange: (plan: SourcePlan) => void
}) {
  const { plans } = sourceFacts(source.source)
  if (!isOfKey(plans)) return null
  const options = optionsOf(words.plans).filter(({ value }) => plans.includes(value))
  return <Segmented legend={words.plan} options={options} value={plan} onChange={onChange} />
}

/** The form; who saves a key means to use the source, so that switches it on. */
export function SourceKeyForm({ source }: { source: Source }) {
  const [place, setPlace] = useState<Place>('vault')
  const [where, setWhere] = useState('')
  const [plan, setPlan] = useState<SourcePlan>(source.plan ?? 'demo')
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const isOpen = useVault((state) => state.vault.value?.state === 'unlocked')

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const isMissing = place === 'vault' ? !isTyped(form, KEY) : where.trim() === ''
    setFault(isMissing ? (place === 'vault' ? words.keyMissing : words.placeMissing) : null)
    if (isMissing) return
    setBusy(true)
    const key =
      place === 'vault' ? { apiKey: takeSecrets(form, KEY)[KEY] } : { reference: { kind: place, apiKey: where.trim() } }
    const plans = isOfKey(sourceFacts(source.source).plans) ? { plan } : {}
    const isSaved = await saveSource({ source: source.source, enabled: true, ...key, ...plans })
    setBusy(false)
    if (!isSaved) return
    setWhere('')
    reportDone(words.saved(source.name))
  }
  const remove = async () => {
    const isGone = await saveSource({ source: source.source, enabled: source.enabled, reference: null })
    if (isGone) reportDone(words.removed(source.name))
  }

  return (
    <form className="block" aria-label={`${words.key}, ${source.name}`} onSubmit={(event) => void submit(event)}>
      <Segmented
        legend={words.keepIn}
        options={optionsOf<Place>(words.places)}
        value={place}
        onChange={(next) => {
          setPlace(next)
          setFault(null)
        }}
      />
      <PlanChoice source={source} plan={plan} onChange={setPlan} />
      {place === 'vault' ? (
        <SecretField label={words.newKey} name={KEY} fault={fault} hint={isOpen ? words.keyHelp : words.keyLocked} />
      ) : (
        <Field
          label={words.placeFields[place]}
          hint={words.placeHelp}
          value={where}
          maxLength={1000}
          fault={fault}
          onChange={setWhere}
        />
      )}
      <p className="action-row">
        <button type="submit" className="button" aria-disabled={busy}>
          {busy ? text.common.saving : words.saveKey}
        </button>
        {source.hasKey ? (
          <button type="button" className="button quiet" onClick={() => void remove()}>
            {words.removeKey}
          </button>
        ) : null}
      </p>
    </form>
  )
}
