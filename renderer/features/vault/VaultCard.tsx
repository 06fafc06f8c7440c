// The vault: its state in words, how it opens, and what can be done with it.

import type { VaultStatus } from '../../../shared/vault.ts'
import { text } from '../../messages/en.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { CreateForm, PassphraseForm, UnlockForm } from './VaultForms.tsx'
import { loadVault, lockVault, rotateVault, setPassphrase, writeRecoveryKit } from './vault-actions.ts'
import { useVault } from './vault-store.ts'

function Opened({ status }: { status: VaultStatus }) {
  const busy = useVault((state) => state.busy)
  const { slots } = status
  return (
    <>
      <div className="action-row">
        <button type="button" className="button" aria-disabled={busy} onClick={() => void lockVault()}>
          {text.vault.lock}
        </button>
        <button type="button" className="button" aria-disabled={busy} onClick={() => void rotateVault('data-key')}>
          {text.vault.rotateData}
        </button>
        {slots.keychain ? (
          <button
            type="button"
            className="button"
            aria-disabled={busy}
            onClick={() => void rotateVault('wrapping-key')}
          >
            {text.vault.rotateWrapping}
          </button>
        ) : null}
        <button type="button" className="button" aria-disabled={busy} onClick={() => void writeRecoveryKit()}>
          {text.vault.kitWrite}
        </button>
        {slots.keychain && slots.passphrase ? (
          <button type="button" className="button" aria-disabled={busy} onClick={() => void setPassphrase(null)}>
            {text.vault.passphraseRemove}
          </button>
        ) : null}
      </div>
      <PassphraseForm />
    </>
  )
}

function StateWords({ status }: { status: VaultStatus }) {
  const { state, lockedBy, retryAt } = status
  const { word, explain } = text.vault.states[state]
  const isWell = state === 'unlocked' || state === 'locked' || state === 'none'
  return (
    <p>
      <Badge tone={state === 'unlocked' ? 'good' : isWell ? 'plain' : 'warn'} icon={isWell ? 'info' : 'warn'}>
        {word}
      </Badge>{' '}
      {explain} {lockedBy === null ? '' : text.vault.lockedBy(lockedBy)}{' '}
      {retryAt === null || state === 'unlocked' ? '' : text.vault.retryAt}
    </p>
  )
}

function Ways({ status: { keychain, slots, wrappingKeyAt, dataKeyAt, recordsBehind } }: { status: VaultStatus }) {
  const ways = (['keychain', 'passphrase', 'recovery'] as const).filter((way) => slots[way])
  return (
    <Facts>
      <Fact name={text.vault.opens}>{ways.map((way) => text.vault.slots[way]).join(', ')}</Fact>
      <Fact name={text.settings.keychain}>{keychain === null ? null : text.vault.keychain(keychain)}</Fact>
      <Fact name={text.vault.wrappingKey}>{wrappingKeyAt === null ? null : <Age at={wrappingKeyAt} />}</Fact>
      <Fact name={text.vault.dataKey}>
        {dataKeyAt === null ? null : <Age at={dataKeyAt} />}
        {recordsBehind > 0 ? ` ${text.vault.recordsBehind(recordsBehind)}` : ''}
      </Fact>
    </Facts>
  )
}

function State({ status }: { status: VaultStatus }) {
  const { state, slots } = status
  return (
    <>
      <StateWords status={status} />
      {state === 'none' ? <CreateForm /> : <Ways status={status} />}
      {state === 'unlocked' ? <Opened status={status} /> : null}
      {state === 'none' || state === 'unlocked' ? null : (
        <UnlockForm byPassphrase={slots.passphrase} byRecovery={slots.recovery} />
      )}
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
