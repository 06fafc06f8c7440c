// Checks the alerts on prices and on silent sources. What comes true is written down with the notification in one transaction, so
// that it is told once, over restarts too.

import { reason } from '../../../shared/reasons/reason.ts'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import { SOURCE_IDS } from '../../../shared/sources/sources.ts'
import type { AlertStore, KeptAlert, NewNotification } from '../../ports/listings.ts'
import type { PriceSeen, SeenPrice, SourcesSeen } from '../../ports/prices.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { Loop, Scheduler } from '../common/scheduler.ts'
import { FRESH_PRICE_MS, firedBy, type PriceCondition, sampleEveryMs } from './price-checks.ts'

/** How often prices are looked at, milliseconds: they are known already, nobody is asked. */
const LOOK_EVERY_MS = 5_000
const MINUTE_MS = 60_000

type PriceAlert = KeptAlert & PriceCondition
type SilenceAlert = Extract<KeptAlert, { kind: 'source-silent' }>

export interface AlertCheckParts {
  store: AlertStore
  prices: PriceSeen
  sources: SourcesSeen
  clock: Clock
  scheduler: Scheduler
  logger: Logger
  nameOf: (coinId: string) => string
  /** Shows what was written down. */
  show: () => void
  /** Told when an alert is another one. */
  changed: () => void
}

export interface AlertChecks extends Pick<Loop, 'start' | 'stop'> {
  /** One look; the loop does it every 5 s while an alert waits. */
  look(): void
}

function nameOfSource(id: string): string {
  const known = SOURCE_IDS.find((source) => source === id)
  return known === undefined ? id : sourceFacts(known).name
}

const isPriceAlert = (alert: KeptAlert): alert is PriceAlert =>
  alert.kind === 'price-above' || alert.kind === 'price-below' || alert.kind === 'price-change'

/** Builds them; nothing is looked at before `start`. */
export function createAlertChecks(parts: AlertCheckParts): AlertChecks {
  const { store, prices, sources, clock, scheduler, logger } = parts
  const iso = () => new Date(clock.now()).toISOString()
  /** Each time that an alert fires it is another thing to be told. */
  const keyOf = ({ alertId }: KeptAlert) => `alert:${alertId}:${clock.now()}`

  const fire = (alert: KeptAlert, notification: Omit<NewNotification, 'key' | 'at' | 'alertId' | 'sound'>) => {
    const { alertId, sound } = alert
    store.atomically(() => {
      store.addNotification({ ...notification, key: keyOf(alert), at: iso(), alertId, sound })
      store.saveAlert({ ...alert, toldAt: iso(), isArmed: false, isOn: alert.repeat })
      // The move that was told is not told again with its rest.
      store.clearSamples(alertId)
    })
  }
  const priceReason = (alert: PriceAlert, { price, source: id }: SeenPrice, by: string) => {
    const coin = parts.nameOf(alert.coinId)
    const source = nameOfSource(id)
    switch (alert.kind) {
      case 'price-above':
        return reason('PRICE_ROSE_ABOVE', { coin, price, limit: alert.price, source })
      case 'price-below':
        return reason('PRICE_FELL_BELOW', { coin, price, limit: alert.price, source })
      case 'price-change':
        return reason('PRICE_MOVED_WITHIN', { coin, price, change: by, minutes: alert.spanMinutes, source })
    }
  }
  /** Of a real price that is no older than some minutes, and not dated ahead. */
  const isUsable = ({ at, simulated }: SeenPrice) => {
    const age = clock.now() - Date.parse(at)
    return !simulated && age <= FRESH_PRICE_MS && age >= -FRESH_PRICE_MS
  }
  const lookAtPrice = (alert: PriceAlert, seen: SeenPrice): boolean => {
    const now = clock.now()
    const since = alert.kind === 'price-change' ? now - alert.spanMinutes * MINUTE_MS : now
    const samples = alert.kind === 'price-change' ? store.samples(alert.alertId).filter(({ at }) => at >= since) : []
    const fired = firedBy(alert, seen.price, samples)
    const checked = { value: seen.price, at: seen.at, source: seen.source }
    if (alert.kind === 'price-change' && (fired === null || !alert.isArmed)) {
      const last = samples.at(-1)?.at ?? Number.NEGATIVE_INFINITY
      if (now - last >= sampleEveryMs(alert.spanMinutes)) store.addSample(alert.alertId, now, seen.price, since)
    }
    if (fired !== null && alert.isArmed) {
      const why = priceReason(alert, seen, fired.by)
      fire({ ...alert, checked }, { kind: 'price', reason: why, coinId: alert.coinId, venue: null, market: null })
      return true
    }
    if (!alert.isArmed && fired === null) store.saveAlert({ ...alert, isArmed: true })
    return false
  }
  const lookAtSilence = (alert: SilenceAlert): boolean => {
    const on = sources.list().filter(({ source }) => alert.source === null || alert.source === source)
    const silent = on.filter(({ silentMs }) => silentMs >= alert.minutes * MINUTE_MS)
    const [first] = silent
    if (first === undefined) {
      if (!alert.isArmed && on.length > 0) store.saveAlert({ ...alert, isArmed: true })
      return false
    }
    if (!alert.isArmed) return false
    const minutes = Math.floor(first.silentMs / MINUTE_MS)
    const why = reason('SOURCE_SILENT', { source: first.name, minutes })
    fire(alert, { kind: 'source', reason: why, coinId: null, venue: null, market: null })
    return true
  }
  const look = () => {
    const waiting = store.alerts().filter(({ isOn }) => isOn)
    const ofPrices = waiting.filter(isPriceAlert)
    const seen = prices.of([...new Set(ofPrices.map(({ coinId }) => coinId))])
    let isChanged = false
    for (const alert of ofPrices) {
      const price = seen.get(alert.coinId)
      if (price !== undefined && isUsable(price)) isChanged = lookAtPrice(alert, price) || isChanged
    }
    for (const alert of waiting) {
      if (alert.kind === 'source-silent') isChanged = lookAtSilence(alert) || isChanged
    }
    if (!isChanged) return
    parts.show()
    parts.changed()
  }
  const isAnyWaiting = () => store.alerts().some(({ isOn, kind }) => isOn && kind !== 'listing-stage')
  const loop = scheduler.loop(
    'alerts',
    async ({ delay, isStopped }) => {
      while (!isStopped()) {
        try {
          if (!isAnyWaiting()) return
          look()
        } catch (error) {
          logger.error('alerts-not-checked', { error })
        }
        await delay(LOOK_EVERY_MS)
      }
    }, // One may have been saved while the loop came to rest.
    isAnyWaiting,
  )
  return { start: loop.start, stop: loop.stop, look }
}
