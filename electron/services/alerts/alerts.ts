// The trader's alerts, as he saves them.

import type { Alert, AlertInput } from '../../../shared/alerts.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { AlertStore, KeptAlert } from '../../ports/listings.ts'
import type { PriceSeen } from '../../ports/prices.ts'
import type { Clock, NewId } from '../../ports/system.ts'
import type { CoinService } from '../research/coin-service.ts'

/** More would make each look at the prices a search. */
const MAX_ALERTS = 200

export interface Alerts {
  list(): Alert[]
  /** @throws AppError `NOT_FOUND` for an alert or a coin that is not there, `NOT_ALLOWED` for one too many */
  save(input: AlertInput): Alert
  /** @throws AppError `NOT_FOUND` */
  remove(input: Input<'alerts.remove'>): void
}

export interface AlertParts {
  store: AlertStore
  coins: Pick<CoinService, 'some'>
  prices: PriceSeen
  clock: Pick<Clock, 'now'>
  newId: NewId
  /** Told after each change. */
  changed: () => void
}

const shown = ({ isArmed: _, ...alert }: KeptAlert): Alert => alert

/** Builds them. */
export function createAlerts({ store, coins, prices, clock, newId, changed }: AlertParts): Alerts {
  const find = (alertId: string): KeptAlert => {
    const found = store.alerts().find((alert) => alert.alertId === alertId)
    if (found === undefined) throw new AppError('NOT_FOUND', reason('NO_SUCH_ALERT'))
    return found
  }
  return {
    list: () => {
      const all = store.alerts().map(shown)
      const known = prices.of(all.flatMap((alert) => ('price' in alert || 'change' in alert ? [alert.coinId] : [])))
      return all.map((alert) => {
        const seen = 'coinId' in alert && alert.coinId !== null ? known.get(alert.coinId) : undefined
        // A price that is not real is none that an alert is checked by.
        if (seen === undefined || seen.simulated) return alert
        return { ...alert, checked: { value: seen.price, at: seen.at, source: seen.source } }
      })
    },
    save: ({ alertId, isOn, repeat, sound, note, ...condition }) => {
      const coinId = 'coinId' in condition ? condition.coinId : null
      if (coinId !== null && coins.some([coinId]).length === 0) throw new AppError('NOT_FOUND', reason('UNKNOWN_COIN'))
      const before = alertId === undefined ? null : find(alertId)
      if (before === null && store.alerts().length >= MAX_ALERTS) {
        throw new AppError('NOT_ALLOWED', reason('TOO_MANY_ALERTS', { most: MAX_ALERTS }))
      }
      const alert: KeptAlert = {
        ...condition,
        alertId: before?.alertId ?? `alert-${newId()}`,
        isOn: isOn ?? true,
        // A change of a listing is another one each time; a price that was told once is not told again unasked.
        repeat: repeat ?? before?.repeat ?? condition.kind === 'listing-stage',
        sound: sound ?? before?.sound ?? false,
        note: note ?? before?.note ?? '',
        createdAt: before?.createdAt ?? new Date(clock.now()).toISOString(),
        toldAt: before?.toldAt ?? null,
        checked: null,
        isArmed: true,
      }
      store.atomically(() => {
        // Prices of another span, or from before it was switched off, say nothing of this one.
        store.clearSamples(alert.alertId)
        store.saveAlert(alert)
      })
      changed()
      return shown(alert)
    },
    remove: ({ alertId }) => {
      find(alertId)
      store.removeAlert(alertId)
      changed()
    },
  }
}
