// Stores and removes what the trader found out about a coin.

import type { Input } from '../../../../../shared/contract/contract.ts'
import type { CoinFact } from '../../../../../shared/research/coin-facts.ts'
import { call } from '../../../../api.ts'
import { text } from '../../../../messages/late/en.ts'
import { loadCoins, putDetail } from '../../../../state/coins/coins-actions.ts'
import { forgetLinks } from '../../../../state/links/links-actions.ts'
import { reportDone, reportFailure } from '../../../../state/report.ts'

const words = text.research

/** Answers whether it worked. */
export async function saveFact(input: Input<'coinFacts.save'>): Promise<boolean> {
  try {
    putDetail(await call('coinFacts.save', input))
    forgetLinks()
    if (input.value !== undefined) reportDone(words.added(words.kinds[input.value.kind]))
    await loadCoins()
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Takes one away. */
export async function removeFact({ coinId, factId, value }: CoinFact): Promise<void> {
  try {
    putDetail(await call('coinFacts.remove', { coinId, factId }))
    forgetLinks()
    reportDone(words.removed(words.kinds[value.kind]))
    await loadCoins()
  } catch (thrown) {
    reportFailure(thrown)
  }
}
