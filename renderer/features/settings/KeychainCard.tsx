// The keychain: what it is for, a button that looks at it, and what it answered.

import { sayReason } from '../../answer-words.ts'
import { text } from '../../messages/late/en.ts'
import { checkKeychain } from '../../state/vault/keychain-actions.ts'
import { useKeychain } from '../../state/vault/keychain-store.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { ErrorState } from '../../ui/StateView.tsx'

/** The card. */
export function KeychainCard() {
  const { value, error, loading } = useKeychain((state) => state.check)
  return (
    <section className="card" aria-labelledby="keychain-title">
      <h2 id="keychain-title">{text.settings.keychain}</h2>
      <p>{text.settings.keychainExplain}</p>
      <div className="action-row">
        <button type="button" className="button" aria-disabled={loading} onClick={() => void checkKeychain()}>
          {loading ? text.settings.checking : text.settings.checkKeychain}
        </button>
        <div aria-live="polite">
          {error === null ? null : (
            <ErrorState error={error} kept={value !== null} onRetry={() => void checkKeychain()} />
          )}
          {value === null ? null : (
            <p>
              <Badge tone={value.state === 'ok' ? 'good' : 'warn'} icon={value.state === 'ok' ? 'check' : 'warn'}>
                {text.settings.keychainStates[value.state]}
              </Badge>{' '}
              {sayReason(value.detail)} <Age at={value.checkedAt} />
            </p>
          )}
        </div>
      </div>
    </section>
  )
}
