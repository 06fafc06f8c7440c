// The fake exchanges with what a test wants them to tell of a key.

import { FAKES, type Fake, PLAIN_DIALECTS } from './all.ts'
import { type KeyInfo, RIGHTS, withKeyInfo } from './key-info.ts'

export { RIGHTS }

/** The exchange with its answer about the key, where it has one. */
export function telling(fake: Fake, withdraw: boolean, change: Partial<KeyInfo> = {}): Fake {
  // A dialect that a test has changed stays changed.
  const isOwn = FAKES.some(({ dialect }) => dialect === fake.dialect)
  const plain = isOwn ? (PLAIN_DIALECTS[fake.venue] ?? fake.dialect) : fake.dialect
  return { ...fake, dialect: withKeyInfo(fake.venue, plain, { withdraw, account: '1001', ...change }) } as Fake
}

/** Of them Binance tells rights of live keys only, and the accounts of most tests are of the test environment. */
export const withRights = FAKES.filter(({ venue }) => venue !== 'binance' && RIGHTS[venue] !== undefined)
