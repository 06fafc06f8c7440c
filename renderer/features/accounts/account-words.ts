// What stands in the list and the panel about an account's key, as words and tones.

import type { Account, KeyAge, KeyCheck } from '../../../shared/accounts.ts'
import { text } from '../../messages/late/en.ts'
import type { Tone } from '../../ui/Badge.tsx'
import type { IconName } from '../../ui/pictures/Icon.tsx'

/** Which key it is: by its end, by where it is kept, or that there is none. */
export function keyWords({ venue, keyEnd, key }: Pick<Account, 'venue' | 'keyEnd' | 'key'>): string {
  if (venue === 'practice') return text.accounts.notNeeded
  if (key === null) return text.accounts.noKey
  return keyEnd === null ? text.accounts.keyIn[key.source] : text.accounts.keyEnd(keyEnd)
}

export const AGE_TONES: Record<KeyAge, Tone> = { fresh: 'plain', warn: 'warn', alert: 'warn', due: 'bad' }

/** Days, with a word once the key should be replaced. */
export function ageWords({ ageDays, age }: { ageDays: number; age: KeyAge }): string {
  const days = text.accounts.age(ageDays)
  return age === 'fresh' ? days : `${days}, ${text.accounts.ages[age]}`
}

export const CHECK_LOOKS: Record<KeyCheck['state'], { tone: Tone; icon: IconName }> = {
  accepted: { tone: 'good', icon: 'check' },
  refused: { tone: 'bad', icon: 'warn' },
  unreachable: { tone: 'warn', icon: 'clock' },
  'not-checked': { tone: 'plain', icon: 'info' },
}

/** What the exchange said of the key's rights; null where it was not asked or does not tell. */
export function rightsWords(check: KeyCheck | null): string | null {
  return check === null || check.permissions === null ? null : check.permissions.join(', ')
}
