// The shapes of what is asked of listings and alerts. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { ALERT_KINDS, type AlertCondition, type AlertInput } from '../../../shared/alerts.ts'
import { MARKET_STAGES } from '../../../shared/markets/market-stages.ts'
import { MAX_PAGE_SIZE } from '../../../shared/page.ts'
import { coinId, fraction, market, note, positive } from './common.ts'
import { venue } from './markets.ts'

/** A week: what is longer is a chart. */
const MAX_MINUTES = 7 * 24 * 60

/** ISO 8601 in UTC. */
const time = z.iso.datetime()

export const page = z.strictObject({
  before: z.int().positive().optional(),
  limit: z.int().positive().max(MAX_PAGE_SIZE).optional(),
})

export const plan = z.strictObject({ coinId, venue, market, opensAt: time.nullable() })

const alertId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
export const byAlert = z.strictObject({ alertId })
export const snooze = z.strictObject({ notificationId: z.int().positive(), until: time.nullable() })

const minutes = z.int().positive().max(MAX_MINUTES)

/** Every field of every kind; which of them belong together the kind says. */
const alertFields = z.strictObject({
  kind: z.enum(ALERT_KINDS),
  coinId: coinId.nullable().optional(),
  venue: venue.nullable().optional(),
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,31}$/)
    .nullable()
    .optional(),
  price: positive.optional(),
  change: fraction.optional(),
  direction: z.enum(['up', 'down', 'either']).optional(),
  spanMinutes: minutes.optional(),
  minutes: minutes.optional(),
  stages: z.array(z.enum(MARKET_STAGES)).min(1).max(MARKET_STAGES.length).nullable().optional(),
  alertId: alertId.optional(),
  isOn: z.boolean().optional(),
  repeat: z.boolean().optional(),
  sound: z.boolean().optional(),
  note: note.optional(),
})

type Condition = Omit<z.infer<typeof alertFields>, 'alertId' | 'isOn' | 'repeat' | 'sound' | 'note'>

/** `null` where a field is missing, or another kind's is there: that would be a misunderstanding. */
function conditionOf({ kind, ...fields }: Condition): AlertCondition | null {
  const given = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  const only = (...names: (keyof typeof fields)[]) => given.every((name) => names.some((one) => one === name))
  const { coinId: coin = null, venue: at = null, source = null, stages = null, direction = 'either' } = fields
  const { price, change, spanMinutes, minutes: silent } = fields
  switch (kind) {
    case 'price-above':
    case 'price-below':
      return coin !== null && price !== undefined && only('coinId', 'price') ? { kind, coinId: coin, price } : null
    case 'price-change':
      return coin !== null &&
        change !== undefined &&
        spanMinutes !== undefined &&
        only('coinId', 'change', 'direction', 'spanMinutes')
        ? { kind, coinId: coin, change, direction, spanMinutes }
        : null
    case 'listing-stage':
      return only('coinId', 'venue', 'stages') ? { kind, coinId: coin, venue: at, stages } : null
    case 'source-silent':
      return silent !== undefined && only('source', 'minutes') ? { kind, source, minutes: silent } : null
  }
}

export const alert = alertFields.transform(
  ({ alertId: id, isOn, repeat, sound, note: text, ...fields }, context): AlertInput => {
    const condition = conditionOf(fields)
    if (condition !== null) return { ...condition, alertId: id, isOn, repeat, sound, note: text }
    context.addIssue({ code: 'custom', message: fields.kind, path: ['kind'] })
    return z.NEVER
  },
)
