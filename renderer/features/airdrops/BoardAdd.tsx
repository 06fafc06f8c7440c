// Puts a coin on the board that has no published claim.

import { useState } from 'react'
import type { Airdrop } from '../../../shared/airdrops/airdrops.ts'
import { text } from '../../messages/late/en.ts'
import { saveAirdrop } from '../../state/coins/airdrops-actions.ts'
import { useCoins } from '../../state/coins/coins-store.ts'
import { Combobox } from '../../ui/fields/Combobox.tsx'

const words = text.airdropTasks

/** A choice among the coins that are not there yet; nothing where all of them are. */
export function BoardAdd({ airdrops }: { airdrops: readonly Airdrop[] }) {
  const coins = useCoins((state) => state.coins.value)
  const [coinId, choose] = useState('')
  const there = new Set(airdrops.map((airdrop) => airdrop.coinId))
  const options = (coins ?? []).filter(({ id }) => !there.has(id)).map(({ id, name }) => ({ value: id, label: name }))
  if (options.length === 0) return null
  const isChosen = options.some(({ value }) => value === coinId)
  return (
    <form
      className="action-row"
      aria-label={words.onBoard}
      onSubmit={(event) => {
        event.preventDefault()
        if (isChosen) void saveAirdrop({ coinId })
      }}
    >
      <Combobox label={words.onBoard} value={coinId} options={options} onChange={choose} />
      <button type="submit" className="button" aria-disabled={!isChosen}>
        {words.putOn}
      </button>
    </form>
  )
}
