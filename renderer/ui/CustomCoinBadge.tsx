// Says who a coin comes from, where the word of the publication would stand.

import { text } from '../messages/en.ts'
import { Tip } from './overlay/Tip.tsx'

/** "added by you"; `why` says what is therefore not there. */
export function CustomCoinBadge({ why }: { why: string }) {
  const { mark } = text.ownCoins
  return (
    <Tip label={`${mark}. ${why}`} tip={why} className="own-mark">
      {mark}
    </Tip>
  )
}
