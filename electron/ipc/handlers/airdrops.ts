// The operations on airdrops: shape of the input, and who answers.

import type { AirdropOperations } from '../../../shared/contract/airdrops.ts'
import type { AirdropService } from '../../services/research/airdrop-service.ts'
import * as s from '../schemas/airdrops.ts'
import * as common from '../schemas/common.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface AirdropServices {
  airdrops: AirdropService
}

/** Ties each of the operations to its service. */
export function airdropHandlers({ airdrops }: AirdropServices): HandlersOf<AirdropOperations> {
  return {
    'airdrops.list': { input: common.nothing, run: () => airdrops.list() },
    'airdrops.save': {
      input: common.byCoin.extend({
        progress: s.progress.optional(),
        note: common.note.optional(),
        deadline: s.deadline.nullable().optional(),
      }),
      run: (change) => airdrops.save(change),
    },
  }
}
