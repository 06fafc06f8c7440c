// The state of the vault in words: whether it is open, what the keychain says, how it opens, and how old its keys are.

import type { VaultState, VaultStatus } from '../../../shared/vault.ts'
import { formatTime } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import type { IconName } from '../../ui/pictures/Icon.tsx'

const LOOKS: Record<VaultState, { tone: Tone; icon: IconName }> = {
  none: { tone: 'plain', icon: 'info' },
  locked: { tone: 'plain', icon: 'lock' },
  unlocked: { tone: 'good', icon: 'unlock' },
  unreachable: { tone: 'warn', icon: 'warn' },
  mismatch: { tone: 'warn', icon: 'warn' },
}

/** The word, what it means, and what has led to it. */
export function StateWords({ status: { state, lockedBy, retryAt } }: { status: VaultStatus }) {
  const { word, explain } = text.vault.states[state]
  // Who pressed the button knows.
  const why = lockedBy === 'trader' ? null : lockedBy
  return (
    <div className="block">
      <p>
        <Badge {...LOOKS[state]}>{word}</Badge>
      </p>
      <p>
        {explain} {why === null || state === 'unlocked' ? '' : text.done.vault.lockedBy(why)}
      </p>
      {retryAt === null || state === 'unlocked' ? null : (
        <p className="fault">{text.vault.retryAt(formatTime(retryAt))}</p>
      )}
    </div>
  )
}

/** The ways in, and the ages of the keys. */
export function StateFacts({ status }: { status: VaultStatus }) {
  const { keychain, slots, createdAt, wrappingKeyAt, dataKeyAt, recordsBehind } = status
  const ways = (['keychain', 'passphrase', 'recovery'] as const).filter((way) => slots[way])
  return (
    <Facts>
      <Fact name={text.vault.opens}>{ways.map((way) => text.vault.slots[way]).join(', ')}</Fact>
      <Fact name={text.settings.keychain}>
        {keychain === null ? text.vault.keychainNotAsked : text.vault.keychain(keychain)}
      </Fact>
      <Fact name={text.vault.made}>{createdAt === null ? null : <Age at={createdAt} />}</Fact>
      <Fact name={text.vault.wrappingKey}>{wrappingKeyAt === null ? null : <Age at={wrappingKeyAt} />}</Fact>
      <Fact name={text.vault.dataKey}>
        {dataKeyAt === null ? null : (
          <>
            <Age at={dataKeyAt} /> {recordsBehind > 0 ? text.vault.recordsBehind(recordsBehind) : ''}
          </>
        )}
      </Fact>
    </Facts>
  )
}
