// The choice whether limits hold for a coin: for projects they do, for money and the majors they do not.

import { useId } from 'react'
import { COIN_KINDS, type CoinKind } from '../../../../shared/assets.ts'
import type { Coin } from '../../../../shared/coin.ts'
import { text } from '../../../messages/en.ts'
import { setKind } from '../coins-actions.ts'

const BY_EVIDENCE = 'evidence'

/** A select with what follows from it below. */
export function KindField({ coin }: { coin: Coin }) {
  const id = useId()
  const { kinds, kindLabel, kindExplain, kindByEvidence } = text.coins
  const value = coin.kindSetBy === 'evidence' ? BY_EVIDENCE : coin.kind
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {kindLabel}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        aria-describedby={`${id}-why`}
        onChange={({ target }) =>
          void setKind(coin.id, target.value === BY_EVIDENCE ? null : (target.value as CoinKind))
        }
      >
        <option value={BY_EVIDENCE}>
          {coin.kindSetBy === 'evidence' ? `${kindByEvidence}: ${kinds[coin.kind]}` : kindByEvidence}
        </option>
        {COIN_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {kinds[kind]}
          </option>
        ))}
      </select>
      <p id={`${id}-why`} className="hint">
        {kindExplain}
      </p>
    </div>
  )
}
