// The operations on what the trader found out about coins, and on links: shape of the input, and who answers.

import { z } from 'zod'
import type { CoinOperations } from '../../../../shared/contract/coins.ts'
import type { LinkOpening } from '../../../services/links/link-opening.ts'
import type { Links } from '../../../services/links/links.ts'
import { factFields, factId } from '../../schemas/coin-facts.ts'
import * as common from '../../schemas/common.ts'
import { type CoinServices, withSeen } from '../coins.ts'
import type { HandlersOf } from '../handler.ts'

/** The services behind these operations. */
export interface CoinFactServices extends Pick<CoinServices, 'coins' | 'seenStages'> {
  links: Links
  linkOpening: LinkOpening
}

export type CoinFactOperations = Pick<
  CoinOperations,
  'coinFacts.save' | 'coinFacts.remove' | 'links.check' | 'links.open'
>

const MAX_LINKS = 50
/** Whatever reads as one line: what it is worth as a link is the answer. */
const link = common.line(4_000)

/** Ties each of the operations to its service. */
export function coinFactHandlers({
  coins,
  seenStages,
  links,
  linkOpening,
}: CoinFactServices): HandlersOf<CoinFactOperations> {
  return {
    'coinFacts.save': {
      input: factFields,
      run: (fields) => {
        links.assertUsable(fields.value)
        coins.facts.save(fields)
        return withSeen(coins.get(fields.coinId), seenStages())
      },
    },
    'coinFacts.remove': {
      input: common.byCoin.extend({ factId }),
      run: (fields) => {
        coins.facts.remove(fields)
        return withSeen(coins.get(fields.coinId), seenStages())
      },
    },
    'links.check': {
      input: z.strictObject({ links: z.array(link).max(MAX_LINKS), coinId: common.coinId.optional() }),
      run: (asked) => links.check(asked),
    },
    'links.open': { input: common.byCoin.extend({ link }), run: (asked) => linkOpening.open(asked) },
  }
}
