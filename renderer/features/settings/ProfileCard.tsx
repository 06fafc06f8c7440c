// The profile's file: when it is checked, a button that checks it now, and what that found.

import { text } from '../../messages/late/en.ts'
import { checkProfile } from '../../state/profile/profile-actions.ts'
import { useProfileCheck } from '../../state/profile/profile-store.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { ErrorState } from '../../ui/StateView.tsx'

/** The card. */
export function ProfileCard() {
  const { value, error, loading } = useProfileCheck((state) => state.check)
  return (
    <section className="card" aria-labelledby="profile-title">
      <h2 id="profile-title">{text.settings.profile}</h2>
      <p>{text.settings.profileExplain}</p>
      <div className="action-row">
        <button type="button" className="button" aria-disabled={loading} onClick={() => void checkProfile()}>
          {loading ? text.settings.checking : text.settings.checkProfile}
        </button>
        <div aria-live="polite">
          {error === null ? null : (
            <ErrorState error={error} kept={value !== null} onRetry={() => void checkProfile()} />
          )}
          {value === null ? null : (
            <p>
              <Badge tone={value.state === 'sound' ? 'good' : 'warn'} icon={value.state === 'sound' ? 'check' : 'warn'}>
                {text.settings.profileStates[value.state]}
              </Badge>{' '}
              <Age at={value.checkedAt} />
            </p>
          )}
        </div>
      </div>
    </section>
  )
}
