// The vault: its state in words, how it opens, and what can be done with it.

import type { VaultStatus } from '../../../shared/vault.ts'
import { text } from '../../messages/late/en.ts'
import { saveSettings } from '../../state/session/session-actions.ts'
import { useSession } from '../../state/session/session-store.ts'
import { loadVault, lockVault } from '../../state/vault/vault-actions.ts'
import { useVault } from '../../state/vault/vault-store.ts'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { VaultCare } from './VaultCare.tsx'
import { CreateForm, UnlockForms } from './VaultForms.tsx'
import { StateFacts, StateWords } from './VaultState.tsx'

const NEVER = 'never'

function AutoLock() {
  const minutes = useSession((state) => state.settings.autoLockMinutes)
  return (
    <Segmented
      legend={text.vault.autoLock}
      options={optionsOf<string>(text.vault.autoLocks)}
      value={minutes === null ? NEVER : String(minutes)}
      onChange={(next) => void saveSettings({ autoLockMinutes: next === NEVER ? null : Number(next) })}
    />
  )
}

function Opened({ status: { slots } }: { status: VaultStatus }) {
  const busy = useVault((state) => state.busy)
  return (
    <>
      <div className="action-row">
        <button
          type="button"
          className="button primary"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void lockVault()
          }}
        >
          {text.vault.lock}
        </button>
        <span className="hint">{text.vault.lockHint}</span>
      </div>
      <AutoLock />
      <VaultCare slots={slots} />
    </>
  )
}

function State({ status }: { status: VaultStatus }) {
  const { state, slots } = status
  return (
    <>
      <StateWords status={status} />
      {state === 'none' ? <CreateForm /> : null}
      {state === 'none' || state === 'unlocked' ? null : <UnlockForms slots={slots} />}
      {state === 'none' ? null : <StateFacts status={status} />}
      {state === 'unlocked' ? <Opened status={status} /> : null}
    </>
  )
}

/** The card. */
export function VaultCard() {
  const vault = useVault((state) => state.vault)
  return (
    <section className="card" aria-labelledby="vault-title">
      <h2 id="vault-title">{text.vault.title}</h2>
      <LoadedView from={vault} onRetry={() => void loadVault()}>
        {(status) => <State status={status} />}
      </LoadedView>
    </section>
  )
}
