// The fake exchanges with what a test wants them to tell of a key.

import { FAKES, type Fake, STAND_INS } from './all.ts'
import { withKeyInfo } from './key-info.ts'
import type { KeyInfo, KeyTelling } from './stand-in.ts'

/** The calls about a key, where an exchange has one. */
export const RIGHTS: Readonly<Record<string, KeyTelling>> = Object.fromEntries(
  Object.entries(STAND_INS).flatMap(([venue, { keyInfo }]) => (keyInfo === null ? [] : [[venue, keyInfo]])),
)

/** The exchange with its answer about the key, where it has one. */
export function telling(fake: Fake, withdraw: boolean, change: Partial<KeyInfo> = {}): Fake {
  // A dialect that a test has changed stays changed.
  const isOwn = FAKES.some(({ dialect }) => dialect === fake.dialect)
  const plain = isOwn ? fake.standIn.dialect : fake.dialect
  return { ...fake, dialect: withKeyInfo(fake.standIn.keyInfo, plain, { withdraw, account: '1001', ...change }) }
}

/** Those that tell what a key may do. */
export const TELLING_RIGHTS = FAKES.filter(({ standIn }) => (standIn.keyInfo?.rights ?? null) !== null)

/** Of them Binance tells rights of live keys only, and the accounts of most tests are of the test environment. */
export const withRights = TELLING_RIGHTS.filter(({ venue }) => venue !== 'binance')
