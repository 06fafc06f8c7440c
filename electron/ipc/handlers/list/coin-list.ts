// The operations on many coins of the list at once: shape of the input, and who answers.

import { z } from 'zod'
import type { CoinListOperations, SinceOperations } from '../../../../shared/contract/coin-list.ts'
import { MOST_AT_ONCE } from '../../../../shared/list/views.ts'
import type { CoinBatches } from '../../../services/list/coin-batches.ts'
import type { SinceLastService } from '../../../services/list/since-last.ts'
import { tags } from '../../schemas/coins.ts'
import { coinId, nothing } from '../../schemas/common.ts'
import type { HandlersOf } from '../handler.ts'

/** The services behind these operations. */
export interface CoinListServices {
  batches: CoinBatches
  since: Pick<SinceLastService, 'get'>
}

const coinIds = z.array(coinId).min(1).max(MOST_AT_ONCE)

/** Ties each of the operations to its service. */
export function coinListHandlers({
  batches,
  since,
}: CoinListServices): HandlersOf<CoinListOperations & SinceOperations> {
  return {
    'coins.markMany': {
      input: z.strictObject({
        coinIds,
        watched: z.boolean().optional(),
        addTags: tags.optional(),
        removeTags: tags.optional(),
      }),
      run: (input) => batches.mark(input),
    },
    'since.get': { input: nothing, run: () => since.get() },
    'coins.removeMany': { input: z.strictObject({ coinIds }), run: (input) => batches.remove(input.coinIds) },
  }
}
