// The operations on the trader's criteria: shape of the input, and who answers.

import { z } from 'zod'
import type { CriterionOperations } from '../../../../shared/contract/research/criteria.ts'
import { CRITERION_VERDICTS } from '../../../../shared/research/criteria.ts'
import type { CoinService } from '../../../services/research/coin-service.ts'
import * as common from '../../schemas/common.ts'
import type { HandlersOf } from '../handler.ts'

/** The services behind these operations. */
export interface CriterionServices {
  coins: CoinService
}

const MAX_NAME = 80
const criterionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

/** Ties each of the operations to its service. */
export function criterionHandlers({ coins }: CriterionServices): HandlersOf<CriterionOperations> {
  return {
    'criteria.list': { input: common.nothing, run: () => coins.criteria.list() },
    'criteria.save': {
      input: z.strictObject({ criterionId: criterionId.optional(), name: common.line(MAX_NAME) }),
      run: (fields) => coins.criteria.save(fields),
    },
    'criteria.remove': {
      input: z.strictObject({ criterionId }),
      run: (asked) => {
        coins.criteria.remove(asked.criterionId)
        return null
      },
    },
    'criteria.mark': {
      input: common.byCoin.extend({ criterionId, verdict: z.enum(CRITERION_VERDICTS).nullable() }),
      run: (fields) => {
        coins.criteria.mark(fields)
        return coins.some([fields.coinId])[0] ?? coins.get(fields.coinId)
      },
    },
  }
}
