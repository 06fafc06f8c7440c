// What the choices of a movement offer: the coins of the list, and the places that are known.

import { useMemo } from 'react'
import { text } from '../../../messages/late/en.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { useMovements } from '../../../state/ledger/movements-store.ts'
import { environmentOf, useSession } from '../../../state/session/session-store.ts'
import type { Option } from '../../../ui/fields/Select.tsx'
import { ELSEWHERE, placeName } from './movement-words.ts'

/** The coins by name, behind what stands for none of them. */
export function useCoinOptions(first: Option<string>): Option<string>[] {
  const coins = useCoins((state) => state.coins.value)
  const { value, label } = first
  return useMemo(
    () => [{ value, label }, ...(coins ?? []).map((coin) => ({ value: coin.id, label: coin.name }))],
    [coins, value, label],
  )
}

/** The accounts of the window's mode, the places that movements have named, and that of holdings that name none. */
export function usePlaceOptions(...also: string[]): Option<string>[] {
  const accounts = useSession((state) => state.accounts)
  const environment = useSession(environmentOf)
  const places = useMovements((state) => state.places)
  const more = also.filter((place) => place !== '').join(' ')
  return useMemo(() => {
    const own = (accounts.value ?? []).filter((account) => account.environment === environment)
    const others = (accounts.value ?? []).filter((account) => account.environment !== environment)
    const named = [...places, ...more.split(' ')].filter(
      (place) => place !== '' && !others.some(({ accountId }) => accountId === place),
    )
    const ids = new Set([...own.map(({ accountId }) => accountId), ELSEWHERE, ...named])
    return [...ids].map((place) => ({ value: place, label: placeName({ accounts }, place) }))
  }, [accounts, environment, places, more])
}

export const anyCoin = { value: '', label: text.ledger.allCoins }
