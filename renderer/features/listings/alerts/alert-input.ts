// What is typed of an alert, and the alert that it makes.

import type { Alert, AlertInput, AlertKind } from '../../../../shared/alerts.ts'
import type { MarketStage } from '../../../../shared/markets/market-stages.ts'
import { text } from '../../../messages/late/en.ts'
import { typedNumber } from '../../../number-fault.ts'
import { fromPercent, toPercent } from '../../../percent.ts'
import { writeNumber } from '../../../typed-number.ts'

/** Stands in a choice for "any"; no coin, exchange or source is spelt so. */
export const ANY = '*'
const MOST_MINUTES = 10_080

export interface TypedAlert {
  kind: AlertKind
  coinId: string
  price: string
  change: string
  direction: 'up' | 'down' | 'either'
  spanMinutes: string
  venue: string
  stages: readonly MarketStage[]
  source: string
  minutes: string
  repeat: boolean
  sound: boolean
  note: string
}

/** What a form begins with: an alert that is changed, or nothing yet of this coin. */
export function typedOf(alert: Alert | null, coinId: string): TypedAlert {
  const empty: TypedAlert = {
    ...{ kind: 'price-above', coinId, price: '', change: '', direction: 'either', spanMinutes: '60' },
    ...{ venue: ANY, stages: [], source: ANY, minutes: '10', repeat: false, sound: false, note: '' },
  }
  if (alert === null) return empty
  const { repeat, sound, note } = alert
  const kept = { ...empty, repeat, sound, note }
  switch (alert.kind) {
    case 'price-above':
    case 'price-below':
      return { ...kept, kind: alert.kind, coinId: alert.coinId, price: writeNumber(alert.price) }
    case 'price-change': {
      const { kind, coinId: coin, change, direction, spanMinutes } = alert
      return { ...kept, kind, coinId: coin, change: toPercent(change), direction, spanMinutes: String(spanMinutes) }
    }
    case 'listing-stage': {
      const { kind, coinId: coin, venue, stages } = alert
      return { ...kept, kind, coinId: coin ?? ANY, venue: venue ?? ANY, stages: stages ?? [] }
    }
    case 'source-silent':
      return { ...kept, kind: alert.kind, source: alert.source ?? ANY, minutes: String(alert.minutes) }
  }
}

export interface CheckedAlert {
  /** What would be stored; `null` while something is missing or wrong. */
  input: AlertInput | null
  /** What is wrong with the one field of numbers that its kind has. */
  fault: string | null
}

const orNull = (value: string): string | null => (value === ANY ? null : value)

function minutesOf(typed: string): number | null {
  const minutes = /^\d{1,5}$/.test(typed.trim()) ? Number(typed.trim()) : 0
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null
}

/** The alert, or what is wrong with it. */
export function checkAlert(typed: TypedAlert): CheckedAlert {
  const { kind, coinId, direction, repeat, sound } = typed
  const rest = { repeat, sound, note: typed.note.trim() }
  const { priceInvalid, changeInvalid, minutesInvalid } = text.alerts
  const wrong = (fault: string): CheckedAlert => ({ input: null, fault })
  const right = (input: AlertInput): CheckedAlert => ({ input, fault: null })
  switch (kind) {
    case 'price-above':
    case 'price-below': {
      const { value, fault } = typedNumber(typed.price, priceInvalid)
      return value === null ? wrong(fault ?? priceInvalid) : right({ kind, coinId, price: value, ...rest })
    }
    case 'price-change': {
      const change = fromPercent(typed.change)
      const spanMinutes = Number(typed.spanMinutes)
      return change === null ? wrong(changeInvalid) : right({ kind, coinId, change, direction, spanMinutes, ...rest })
    }
    case 'listing-stage': {
      const stages = typed.stages.length === 0 ? null : [...typed.stages]
      return right({ kind, coinId: orNull(coinId), venue: orNull(typed.venue), stages, ...rest })
    }
    case 'source-silent': {
      const minutes = minutesOf(typed.minutes)
      return minutes === null ? wrong(minutesInvalid) : right({ kind, source: orNull(typed.source), minutes, ...rest })
    }
  }
}
