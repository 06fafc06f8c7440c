// How orders are sealed, and by which identity the exchange that opens them is known.

import { useEffect } from 'react'
import { text } from '../../messages/late/en.ts'
import { loadIdentity, trustIdentity } from '../../state/session/gateway-actions.ts'
import { useGateway } from '../../state/session/gateway-store.ts'
import { saveSettings } from '../../state/session/session-actions.ts'
import { accountById, isNoAccount, useSession } from '../../state/session/session-store.ts'
import { Badge } from '../../ui/Badge.tsx'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { ErrorState } from '../../ui/StateView.tsx'

function Identity({ accountId }: { accountId: string }) {
  const { value, error } = useGateway((state) => state.identity)
  useEffect(() => void loadIdentity(accountId), [accountId])
  if (error !== null) {
    return <ErrorState error={error} kept={value !== null} onRetry={() => void loadIdentity(accountId)} />
  }
  if (value === null) return null
  const { known, offered } = value
  return (
    <>
      <p>{known === null ? text.settings.identityUnknown : text.settings.identityKnown(known)}</p>
      {offered === null ? null : (
        <>
          <p>
            <Badge tone="warn" icon="warn">
              {text.settings.identityChanged}
            </Badge>{' '}
            {text.settings.identityOffered(offered)}
          </p>
          <button type="button" className="button" onClick={() => void trustIdentity(accountId, offered)}>
            {text.settings.identityTrust}
          </button>
        </>
      )}
    </>
  )
}

/** Where orders are sealed; other exchanges know nothing of it. */
const SEALED_VENUES: readonly string[] = ['practice', 'gateway']

/** The card; nothing while the account in use is at an exchange that takes no sealed orders. */
export function SealingCard() {
  const sealing = useSession((state) => state.settings.sealing)
  const accountId = useSession((state) => state.accountId)
  const sealed = useSession((state) => SEALED_VENUES.includes(accountById(state, accountId)?.venue ?? 'practice'))
  const refused = useSession((state) => state.status.value?.notices.some(({ code }) => code === 'GATEWAY_KEY_CHANGED'))
  if (!sealed || isNoAccount(accountId)) return null
  return (
    <section className="card" aria-labelledby="sealing-title">
      <h2 id="sealing-title">{text.settings.sealing}</h2>
      <p>{text.settings.sealingExplain}</p>
      <Segmented
        legend={text.settings.sealingWith}
        options={optionsOf(text.settings.sealings)}
        value={sealing}
        onChange={(next) => void saveSettings({ sealing: next })}
      />
      {/* A refusal raises a notice: what is known and offered is read again when it comes or goes. */}
      <Identity key={String(refused)} accountId={accountId} />
    </section>
  )
}
