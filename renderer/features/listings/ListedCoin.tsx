// The coin of a row of listings, by its name in the list, which opens it.

import { coinName, useCoins } from '../../state/coins/coins-store.ts'
import { openCoin } from '../../state/route-actions.ts'
import { CoinLink } from '../../ui/links/CoinLink.tsx'

export function ListedCoin({ coinId }: { coinId: string }) {
  const name = useCoins((state) => coinName(state, coinId))
  return <CoinLink name={name} onOpen={() => openCoin(coinId)} />
}
