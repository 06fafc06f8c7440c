// The shapes of how the list of coins is looked at. Names of columns are the page's: they are only held to be short.

import { z } from 'zod'
import { COLUMN_WIDTH } from '../../../shared/list/views.ts'
import { line } from './common.ts'

const MAX_NAME = 60
const MAX_COLUMNS = 80
const MAX_VALUES = 200
const MAX_VALUE = 80
const MAX_NUMBER = 1_000_000

const column = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/)
const number = z.number().min(-MAX_NUMBER).max(MAX_NUMBER).nullable()
/** By column. What is wrong in it is said of the whole: an error must not repeat a name that somebody made up. */
function byColumn<T>(shape: z.ZodType<T>) {
  const record = z.record(column, shape)
  const isFew = (value: unknown) => Object.keys(value as object).length <= MAX_COLUMNS
  return z.custom<Record<string, T>>((value) => record.safeParse(value).success && isFew(value))
}

const filter = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('any'),
    values: z.array(z.union([z.literal(''), line(MAX_VALUE)])).max(MAX_VALUES),
  }),
  z.strictObject({ kind: z.literal('range'), of: column.nullable(), from: number, to: number }),
  z.strictObject({ kind: z.literal('is'), is: z.boolean() }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(0).max(3_660) }),
])
const columnsOf = {
  sorting: z.array(z.strictObject({ id: column, desc: z.boolean() })).max(4),
  layout: z.strictObject({
    visibility: byColumn(z.boolean()),
    order: z.array(column).max(MAX_COLUMNS),
    widths: byColumn(z.int().min(COLUMN_WIDTH.min).max(COLUMN_WIDTH.max)),
  }),
}

export const listColumns = z.strictObject(columnsOf)
const listView = z.strictObject({
  ...columnsOf,
  search: z.union([z.literal(''), line(200)]),
  screen: z.number().min(0).max(100).nullable(),
  filters: byColumn(filter),
})

const viewId = z.uuid()
export const byView = z.strictObject({ viewId })
export const view = z.strictObject({
  viewId: viewId.optional(),
  name: line(MAX_NAME).optional(),
  view: listView.optional(),
})
