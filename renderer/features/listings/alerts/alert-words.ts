// An alert as one line.

import type { AlertCondition } from '../../../../shared/alerts.ts'
import type { SourceId } from '../../../../shared/sources/sources.ts'
import { formatLimit, formatPrice } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { sourceName } from '../../../source-names.ts'
import { venueName } from '../../../state/session/names.ts'

const words = text.alerts

/** The line; `nameOf` names a coin. */
export function alertLine(alert: AlertCondition, nameOf: (coinId: string) => string): string {
  const { lines } = words
  switch (alert.kind) {
    case 'price-above':
      return lines.above(nameOf(alert.coinId), formatPrice(alert.price, null))
    case 'price-below':
      return lines.below(nameOf(alert.coinId), formatPrice(alert.price, null))
    case 'price-change': {
      const { coinId, direction, change, spanMinutes } = alert
      return lines.move(nameOf(coinId), words.ways[direction], formatLimit(change), words.spanOf(spanMinutes))
    }
    case 'listing-stage': {
      const coin = alert.coinId === null ? words.anyCoin : nameOf(alert.coinId)
      const venue = alert.venue === null ? words.anyExchangeHere : venueName(alert.venue)
      const stages = alert.stages?.map((stage) => text.stages.name[stage]).join(', ') ?? words.anyStage
      return lines.stage(coin, venue, stages)
    }
    case 'source-silent':
      return lines.silent(alert.source === null ? words.anySource : sourceName(alert.source as SourceId), alert.minutes)
  }
}
