// Stands where a price would be, for a coin that the account's exchange does not trade.

import { text } from '../../messages/en.ts'
import { labelOf } from '../../state/session/names.ts'
import { useSession } from '../../state/session/session-store.ts'
import { Unknown } from '../../ui/Unknown.tsx'

export function NotListed({ accountId }: { accountId: string }) {
  const label = useSession((state) => labelOf(state, accountId))
  return <Unknown why={text.coins.noMarket(label)} />
}
