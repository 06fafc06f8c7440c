// The preferences, with defaults for whatever is missing or was spoilt by hand.

import type { QuietHours } from '../../../shared/alerts.ts'
import { DEFAULT_SETTINGS, SEND_WITHIN_SECONDS, type Settings } from '../../../shared/app.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { compare, type Decimal, isDecimal } from '../../../shared/decimal.ts'
import { INCOME_BASES } from '../../../shared/ledger/ledger.ts'
import type { SettingsStore } from '../../ports/system.ts'

export interface Preferences {
  get(): Settings
  save(change: Input<'settings.save'>): Settings
}

const THEMES: readonly unknown[] = ['system', 'light', 'dark']
const DENSITIES: readonly unknown[] = ['comfortable', 'compact']
/** As ids of accounts are spelt; whether there is such an account is not known here. */
const ACCOUNT_ID = /^[a-z0-9][a-z0-9:-]{0,63}$/
const SEALINGS: readonly unknown[] = ['classic', 'post-quantum']

/**
 * Builds the preferences over their file; `changed` is told after each save. `isInUse` says whether the profile has work of
 * the trader in it: what only greets a newcomer is then past, also where an earlier version has stored no word on it.
 */
export function createPreferences(
  store: SettingsStore,
  changed: (settings: Settings) => void,
  isInUse: () => boolean,
): Preferences {
  const get = () => repaired(store.get(), isInUse)
  return {
    get,
    save: (change) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      const settings = { ...get(), ...given }
      store.set(settings)
      changed(settings)
      return settings
    },
  }
}

function isLockTime(value: unknown): value is number | null {
  return value === null || (Number.isInteger(value) && Number(value) > 0 && Number(value) <= 720)
}

function isFarPrice(value: unknown): value is Decimal {
  return isDecimal(value) && compare(value, '0') > 0 && compare(value, '1') <= 0
}

function isSendTime(value: unknown): value is number {
  const { min, max } = SEND_WITHIN_SECONDS
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max
}

const DAY_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

function isQuietHours(value: unknown): value is QuietHours {
  if (typeof value !== 'object' || value === null) return false
  const { from, until } = value as { from?: unknown; until?: unknown }
  return [from, until].every((time) => typeof time === 'string' && DAY_TIME.test(time))
}

/** Each field by itself: one bad value must not reset the others. */
function repaired(stored: unknown, isInUse: () => boolean): Settings {
  const raw: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const { theme, density, presetSize, farPrice, sealing, autoLockMinutes, sendWithinSeconds, accountId, welcomed } = raw
  const { sourcesAsked, airdropBasis, practiceRealPrices } = raw
  const { quietHours } = raw
  return {
    theme: THEMES.includes(theme) ? (theme as Settings['theme']) : DEFAULT_SETTINGS.theme,
    density: DENSITIES.includes(density) ? (density as Settings['density']) : DEFAULT_SETTINGS.density,
    presetSize: isDecimal(presetSize) && compare(presetSize, '0') > 0 ? presetSize : DEFAULT_SETTINGS.presetSize,
    farPrice: isFarPrice(farPrice) ? farPrice : DEFAULT_SETTINGS.farPrice,
    sealing: SEALINGS.includes(sealing) ? (sealing as Settings['sealing']) : DEFAULT_SETTINGS.sealing,
    autoLockMinutes: isLockTime(autoLockMinutes) ? autoLockMinutes : DEFAULT_SETTINGS.autoLockMinutes,
    accountId: typeof accountId === 'string' && ACCOUNT_ID.test(accountId) ? accountId : DEFAULT_SETTINGS.accountId,
    sendWithinSeconds: isSendTime(sendWithinSeconds) ? sendWithinSeconds : DEFAULT_SETTINGS.sendWithinSeconds,
    welcomed: typeof welcomed === 'boolean' ? welcomed : DEFAULT_SETTINGS.welcomed || isInUse(),
    sourcesAsked: typeof sourcesAsked === 'boolean' ? sourcesAsked : DEFAULT_SETTINGS.sourcesAsked,
    airdropBasis: INCOME_BASES.find((basis) => basis === airdropBasis) ?? DEFAULT_SETTINGS.airdropBasis,
    practiceRealPrices:
      typeof practiceRealPrices === 'boolean' ? practiceRealPrices : DEFAULT_SETTINGS.practiceRealPrices,
    quietHours: isQuietHours(quietHours) ? { from: quietHours.from, until: quietHours.until } : null,
  }
}
