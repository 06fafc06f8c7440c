// What a row of a file of the list may hold: what the operations on a single coin take, and no more.

import { z } from 'zod'
import type { ListField, ListRow } from '../../../../shared/list/list-file.ts'
import { deadline } from '../../schemas/airdrops.ts'
import { coinFields, tags } from '../../schemas/coins.ts'
import { note } from '../../schemas/common.ts'

const coin = coinFields.pick({ narratives: true, early: true, kind: true })
const row = z.object({
  ...coin.required().shape,
  name: coinFields.shape.name.unwrap(),
  ticker: coinFields.shape.ticker.unwrap(),
  what: z.union([z.literal(''), coinFields.shape.what.unwrap()]),
  tickers: coinFields.shape.otherTickers.unwrap(),
  contracts: coinFields.shape.contracts.unwrap(),
  tags,
  note,
  deadline: deadline.nullable(),
  airdropNote: note,
})

/** The field that holds what would be refused; null where nothing does. A blank at an end of a text would be taken away. */
export function unfitField(given: ListRow): ListField | null {
  const { success, data, error } = row.safeParse(given)
  if (!success) return (error.issues[0]?.path[0] as ListField | undefined) ?? 'name'
  const fields = Object.keys(data) as (keyof typeof data)[]
  return fields.find((field) => JSON.stringify(data[field]) !== JSON.stringify(given[field])) ?? null
}
