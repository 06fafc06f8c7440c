// What is typed of an alert, the alert that it makes, and back: of each kind.

import { describe, expect, test } from 'vitest'
import { ANY, checkAlert, type TypedAlert, typedOf } from '../../../../renderer/features/listings/alerts/alert-input.ts'
import { alertLine } from '../../../../renderer/features/listings/alerts/alert-words.ts'
import { text } from '../../../../renderer/messages/late/en.ts'
import { inputOf } from '../../../../renderer/state/alerts/alerts-actions.ts'
import type { Alert, AlertCondition } from '../../../../shared/alerts.ts'

const KEPT = {
  ...{ alertId: 'a1', isOn: true, repeat: true, sound: false, note: 'Look', createdAt: '2026-11-30T12:00:00.000Z' },
  ...{ toldAt: null, checked: null },
} as const

const EACH: [line: string, condition: AlertCondition][] = [
  ['peaq above 0.25 USD', { kind: 'price-above', coinId: 'peaq', price: '0.25' }],
  ['peaq below 0.00000012 USD', { kind: 'price-below', coinId: 'peaq', price: '0.00000012' }],
  [
    'peaq moves 10% within 1 h',
    { kind: 'price-change', coinId: 'peaq', change: '0.1', direction: 'either', spanMinutes: 60 },
  ],
  [
    'peaq down 2.5% within 45 minutes',
    { kind: 'price-change', coinId: 'peaq', change: '0.025', direction: 'down', spanMinutes: 45 },
  ],
  ['Any coin on any exchange: any change', { kind: 'listing-stage', coinId: null, venue: null, stages: null }],
  [
    'peaq on Kraken: trading, opening auction',
    { kind: 'listing-stage', coinId: 'peaq', venue: 'kraken', stages: ['trading', 'auction'] },
  ],
  ['Any source that’s on silent for 10 minutes', { kind: 'source-silent', source: null, minutes: 10 }],
  ['CoinGecko silent for 1 minute', { kind: 'source-silent', source: 'coingecko', minutes: 1 }],
]

describe.each(EACH)('%s', (line, condition) => {
  test('is said so', () => expect(alertLine(condition, (coinId) => coinId)).toBe(line))

  test('comes out of its form as it went in', () => {
    const alert: Alert = { ...KEPT, ...condition }
    const { input, fault } = checkAlert(typedOf(alert, 'ten'))
    expect(fault).toBeNull()
    const { alertId: _, isOn: __, ...kept } = inputOf(alert)
    expect(input).toEqual(kept)
  })
})

const typed = (patch: Partial<TypedAlert>): TypedAlert => ({ ...typedOf(null, 'peaq'), ...patch })

test.each<[Partial<TypedAlert>, string]>([
  [{ price: '' }, text.alerts.priceInvalid],
  [{ price: '0' }, text.alerts.priceInvalid],
  [{ kind: 'price-change', change: '' }, text.alerts.changeInvalid],
  [{ kind: 'price-change', change: '101' }, text.alerts.changeInvalid],
  [{ kind: 'source-silent', minutes: '0' }, text.alerts.minutesInvalid],
  [{ kind: 'source-silent', minutes: '10081' }, text.alerts.minutesInvalid],
  [{ kind: 'source-silent', minutes: '1.5' }, text.alerts.minutesInvalid],
])('%j is told as a fault, and nothing is stored', (patch, fault) => {
  expect(checkAlert(typed(patch))).toEqual({ input: null, fault })
})

test('what could be two numbers is asked about', () => {
  expect(checkAlert(typed({ price: '1,234' })).input).toBeNull()
})

test('"any" is nothing that is stored', () => {
  const { input } = checkAlert(typed({ kind: 'listing-stage', coinId: ANY, venue: ANY }))
  expect(input).toMatchObject({ coinId: null, venue: null, stages: null })
})
