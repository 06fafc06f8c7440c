// The shapes of what is asked of airdrops and their tasks. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { DIFFICULTIES, FRICTIONS, PROJECT_STATUSES, TASK_PERIODS } from '../../../shared/airdrops/airdrops.ts'
import { AIRDROP_PROGRESS } from '../../../shared/coin.ts'
import { MAX_PAGE_SIZE } from '../../../shared/page.ts'
import { coinId, decimal, environment, line, note, positive } from './common.ts'

const MAX_LINE = 120
const MAX_FEES = 10
const MAX_MINUTES = 100_000
const MAX_ASSET = 20
const MAX_LINK = 2_000
const MAX_PATH = 4_096
/** The longest hashes and signatures have 128 signs. */
const MAX_HASH = 140
const YEAR_OF_MINUTES = 525_600

export const day = z.iso.date()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A day whose hour is not known, or a moment. */
export const deadline = z.union([day, z.iso.datetime()])

export const progress = z.enum(AIRDROP_PROGRESS)

const amount = z.strictObject({ asset: line(MAX_ASSET), amount: positive })

export const project = z.strictObject({ status: z.enum(PROJECT_STATUSES), asOf: day, source: line(MAX_LINK) })

/** A page that a browser opens; an address with a name and password in it would be another secret. */
const link = line(MAX_LINK).refine((value) => {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
})
const transaction = z.string().regex(new RegExp(`^[A-Za-z0-9][A-Za-z0-9:_-]{0,${MAX_HASH - 1}}$`))
/** Text that names a file; nothing ever opens it. */
const picture = line(MAX_PATH)
const wallet = line(MAX_LINE)

export const taskId = z.uuid()

export const taskFilter = z.strictObject({
  coinId: coinId.optional(),
  before: z.int().min(1).optional(),
  limit: z.int().min(1).max(MAX_PAGE_SIZE).optional(),
})

export const task = z.strictObject({
  taskId: taskId.optional(),
  coinId: coinId.optional(),
  title: line(MAX_LINE).optional(),
  period: z.enum(TASK_PERIODS).optional(),
  deadline: z
    .strictObject({ day, time: time.nullable(), timeZone: line(64) })
    .nullable()
    .optional(),
  wallet: wallet.nullable().optional(),
  friction: z
    .array(z.enum(FRICTIONS))
    .refine((all) => new Set(all).size === all.length)
    .optional(),
  difficulty: z.enum(DIFFICULTIES).nullable().optional(),
  remindMinutes: z.int().min(1).max(YEAR_OF_MINUTES).nullable().optional(),
})

export const done = z.strictObject({
  taskId,
  done: z.boolean().optional(),
  at: z.iso.datetime().optional(),
  fees: z.array(amount).max(MAX_FEES).optional(),
  money: amount.nullable().optional(),
  minutes: z.int().min(1).max(MAX_MINUTES).nullable().optional(),
  evidence: z
    .strictObject({
      link: link.nullable().optional(),
      transaction: transaction.nullable().optional(),
      picture: picture.nullable().optional(),
      date: day.nullable().optional(),
    })
    .optional(),
  note: note.optional(),
})

export const snooze = z.strictObject({ taskId, minutes: z.int().min(1).max(YEAR_OF_MINUTES) })

export const claim = z.strictObject({
  claimId: z.uuid(),
  coinId,
  environment,
  amount: positive,
  price: decimal.nullable().optional(),
  receivedAt: z.iso.datetime().optional(),
  transaction: transaction.nullable().optional(),
  wallet: wallet.nullable().optional(),
  note: note.optional(),
})
