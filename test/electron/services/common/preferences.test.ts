// Preferences: what is missing or was spoilt by hand is repaired field by field.

import { expect, it } from 'vitest'
import type { SettingsStore } from '../../../../electron/ports/system.ts'
import { createPreferences } from '../../../../electron/services/common/preferences.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../../shared/app.ts'

function prefer(stored: unknown, isInUse = false) {
  const saved: Settings[] = []
  const told: Settings[] = []
  const store: SettingsStore = { get: () => saved.at(-1) ?? stored, set: (value) => void saved.push(value) }
  return {
    preferences: createPreferences(
      store,
      (settings) => told.push(settings),
      () => isInUse,
    ),
    saved,
    told,
  }
}

const GOOD: Settings = {
  theme: 'dark',
  density: 'compact',
  presetSize: '75.5',
  farPrice: '0.1',
  sealing: 'post-quantum',
  autoLockMinutes: 30,
  accountId: 'a-1',
  sendWithinSeconds: 90,
  welcomed: true,
  sourcesAsked: true,
  airdropBasis: 'receipt',
  practiceRealPrices: false,
  quietHours: { from: '22:30', until: '07:00' },
}

it.each([[undefined], [null], [7], ['text'], [[]], [{}], [Object.create(GOOD)]])('takes %j for nothing', (stored) => {
  expect(prefer(stored).preferences.get()).toEqual(DEFAULT_SETTINGS)
})

it.each<[Record<string, unknown>, Partial<Settings>]>([
  [{ theme: 'pink' }, { theme: 'system' }],
  [{ theme: ['dark'] }, { theme: 'system' }],
  [{ density: 'loose' }, { density: 'comfortable' }],
  [{ density: null }, { density: 'comfortable' }],
  ...['true', 1, null].map((welcomed): [Record<string, unknown>, Partial<Settings>] => [
    { welcomed },
    { welcomed: false },
  ]),
  [{ sealing: 'none' }, { sealing: 'classic' }],
  [{ quietHours: '22:00' }, { quietHours: null }],
  [{ quietHours: { from: '22:00' } }, { quietHours: null }],
  [{ quietHours: { from: '24:00', until: '07:00' } }, { quietHours: null }],
  [{ sealing: undefined }, { sealing: 'classic' }],
  ...['', '(live)', 'A', 7, null].map((accountId): [Record<string, unknown>, Partial<Settings>] => [
    { accountId },
    { accountId: 'practice' },
  ]),
  ...[9, 301, 60.5, '60', null, Number.NaN].map((sendWithinSeconds): [Record<string, unknown>, Partial<Settings>] => [
    { sendWithinSeconds },
    { sendWithinSeconds: 60 },
  ]),
  ...['none', 1, null].map((airdropBasis): [Record<string, unknown>, Partial<Settings>] => [
    { airdropBasis },
    { airdropBasis: 'zero' },
  ]),
  ...[0, 'true', null].map((sourcesAsked): [Record<string, unknown>, Partial<Settings>] => [
    { sourcesAsked },
    { sourcesAsked: false },
  ]),
  ...[0, 'false', null].map((practiceRealPrices): [Record<string, unknown>, Partial<Settings>] => [
    { practiceRealPrices },
    { practiceRealPrices: true },
  ]),
  ...['0', '-0.05', '1.01', '1e-2', 0.05, null, ''].map((farPrice): [Record<string, unknown>, Partial<Settings>] => [
    { farPrice },
    { farPrice: '0.05' },
  ]),
  ...['0', '0.0', '-5', '1e3', 50, null, '', 'NaN', '01'].map(
    (presetSize): [Record<string, unknown>, Partial<Settings>] => [{ presetSize }, { presetSize: '50' }],
  ),
])('repairs %j, and leaves the other fields as they are', (spoilt, repaired) => {
  expect(prefer({ ...GOOD, ...spoilt }).preferences.get()).toEqual({ ...GOOD, ...repaired })
})

it('drops what it does not know', () => {
  expect(prefer({ ...GOOD, more: true }).preferences.get()).toEqual(GOOD)
})

it('saves the whole with the change, leaves out what was not given, and tells of it', () => {
  const { preferences, saved, told } = prefer({ theme: 'dark', density: 'nonsense' })
  const expected = { ...DEFAULT_SETTINGS, theme: 'dark', presetSize: '20' }
  expect(preferences.save({ presetSize: '20', theme: undefined })).toEqual(expected)
  expect([saved, told, preferences.get()]).toEqual([[expected], [expected], expected])
})

it.each<[stored: unknown, isInUse: boolean, welcomed: boolean]>([
  [undefined, false, false],
  [undefined, true, true],
  [{ theme: 'dark' }, true, true],
  [{ theme: 'dark' }, false, false],
  [{ welcomed: true }, false, true],
  [{ welcomed: false }, true, false],
])('greets only who is new: of %j in a profile that is in use (%s), welcomed is %s', (stored, isInUse, welcomed) => {
  expect(prefer(stored, isInUse).preferences.get().welcomed).toBe(welcomed)
})
