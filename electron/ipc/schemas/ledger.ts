// The shapes of what is asked of the ledger and of results. Limits are named, unknown fields are refused.

import { z } from 'zod'
import { compare, SIGNED_PATTERN } from '../../../shared/decimal.ts'
import { COST_METHODS, LEDGER_KINDS } from '../../../shared/ledger/ledger.ts'
import { VALUE_RANGES } from '../../../shared/ledger/value-history.ts'
import { MAX_PAGE_SIZE } from '../../../shared/page.ts'
import { accountId, coinId, environment, exact, line, note, positive } from './common.ts'

const MAX_ASSET = 40
const MAX_COLUMN = 200
const MAX_ID = 200
const signed = z
  .string()
  .regex(SIGNED_PATTERN, { abort: true })
  .refine((value) => compare(value, '0') !== 0)
const kind = z.enum(LEDGER_KINDS)
const asset = line(MAX_ASSET)
const entryId = exact(MAX_ID)
const method = z.enum(COST_METHODS)
const year = z.int().min(2009).max(9999)
const before = z.int().positive()
const limit = z.int().min(1).max(MAX_PAGE_SIZE)

/** The 30th of February is read as a day in March where nobody looks. */
function isMoment(text: string): boolean {
  const at = Date.parse(text)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text.slice(0, 10))
}

/** A time in UTC; a day counts from its beginning. */
const at = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/)
  .refine(isMoment)

export const filter = z.strictObject({
  coinId: coinId.optional(),
  accountId: accountId.optional(),
  environment: environment.optional(),
  kind: kind.optional(),
  before: before.optional(),
  limit: limit.optional(),
})

export const movement = z.strictObject({
  entryId: entryId.optional(),
  environment: environment.optional(),
  at,
  accountId,
  kind,
  coinId: coinId.nullish(),
  asset: asset.optional(),
  amount: signed,
  price: positive.nullish(),
  currency: asset.optional(),
  total: positive.nullish(),
  // Below zero it is a rebate, which files have: their rows could not be priced otherwise.
  fee: z.strictObject({ asset, coinId: coinId.optional(), amount: signed }).nullish(),
  to: z
    .strictObject({
      accountId: accountId.optional(),
      coinId: coinId.optional(),
      asset: asset.optional(),
      amount: positive.optional(),
    })
    .nullish(),
  note: note.optional(),
})

/** What fits into one message; a larger file is named by its path. */
const MAX_TEXT = 60_000
const file = { path: exact(4096).optional(), text: z.string().max(MAX_TEXT).optional() }
const isOneFile = ({ path, text }: { path?: string | undefined; text?: string | undefined }) =>
  (path === undefined) !== (text === undefined)
const column = line(MAX_COLUMN).optional()
const MOST_WORDS = 100
const mapping = z.strictObject({
  columns: z.strictObject({
    ...{ time: column, kind: column, asset: column, amount: column, price: column, total: column, currency: column },
    ...{ fee: column, feeAsset: column, toAsset: column, toAmount: column, toAccount: column, note: column },
  }),
  kinds: z
    .array(z.strictObject({ word: line(MAX_COLUMN), kind }))
    .max(MOST_WORDS)
    .optional(),
  kind: kind.optional(),
})
export const columnsOfFile = z.strictObject(file).refine(isOneFile)
export const importFile = z
  .strictObject({
    ...file,
    mapping: mapping.optional(),
    format: exact(MAX_ASSET).optional(),
    timeZone: exact(MAX_ASSET).optional(),
    accountId: accountId.optional(),
  })
  .refine(isOneFile)
export const byPreview = z.strictObject({ previewId: z.uuid(), withoutBadRows: z.boolean().optional() })
export const toCancel = z.strictObject({ previewId: z.uuid() })
export const byImport = z.strictObject({ importId: exact(MAX_ID) })

export const byEntry = z.strictObject({ entryId })

export const exported = z.strictObject({
  path: exact(4096),
  year: year.optional(),
  environment: environment.optional(),
  method: method.optional(),
})

export const byEnvironment = z.strictObject({ environment: environment.optional() })
export const byTransfer = z.strictObject({ withdrawalId: entryId, depositId: entryId })

export const valueHistory = z.strictObject({ environment, range: z.enum(VALUE_RANGES) })
export const results = z.strictObject({ environment, method, year: year.optional() })

export const resultPage = results
  .extend({
    coinId: coinId.optional(),
    asset: asset.optional(),
    before: before.optional(),
    limit: limit.optional(),
  })
  .refine((of) => (of.coinId === undefined) !== (of.asset === undefined))
