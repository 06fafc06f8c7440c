// What may stand in a kept view of the list, and in how its columns stood last.

import { z } from 'zod'

export const LIST_COLUMNS = z.object({
  sorting: z.array(z.object({ id: z.string().max(40), desc: z.boolean() })).max(4),
  layout: z.object({
    visibility: z.record(z.string(), z.boolean()),
    order: z.array(z.string().max(40)).max(80),
    widths: z.record(z.string(), z.number()),
  }),
})
const FILTER = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('any'), values: z.array(z.string().max(80)).max(200) }),
  z.object({
    kind: z.literal('range'),
    of: z.string().nullable(),
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  z.object({ kind: z.literal('is'), is: z.boolean() }),
  z.object({ kind: z.literal('days'), days: z.number() }),
])
export const LIST_VIEW = LIST_COLUMNS.extend({
  search: z.string().max(200),
  screen: z.number().nullable(),
  filters: z.record(z.string(), FILTER),
})
