// The operations on staged orders: shape of the input, and who answers.

import { z } from 'zod'
import type { StagedOperations } from '../../../shared/contract/staged.ts'
import { STAGED_TRIGGERS } from '../../../shared/markets/staged.ts'
import type { StagedOrders } from '../../services/staged/staged-orders.ts'
import * as common from '../schemas/common.ts'
import { venue } from '../schemas/markets.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface StagedServices {
  staged: Pick<StagedOrders, 'list' | 'save' | 'cancel'>
}

const stagedId = z.uuid()
/** ISO 8601 in UTC. */
const time = z.iso.datetime()

/** Ties each of the operations to its service. */
export function stagedHandlers({ staged }: StagedServices): HandlersOf<StagedOperations> {
  return {
    'staged.list': {
      input: z.strictObject({ coinId: common.coinId.optional(), accountId: common.accountId.optional() }),
      run: (input) => staged.list(input),
    },
    'staged.save': {
      input: z.strictObject({
        stagedId: stagedId.optional(),
        ...{ accountId: common.accountId, coinId: common.coinId, venue, market: common.market, side: common.side },
        ...{ size: common.size, trigger: z.enum(STAGED_TRIGGERS) },
        ...{ maxPrice: common.positive.nullable(), maxValue: common.positive.nullable(), from: time, until: time },
        note: common.note.optional(),
      }),
      run: (input) => staged.save(input),
    },
    'staged.cancel': { input: z.strictObject({ stagedId }), run: (input) => staged.cancel(input) },
  }
}
