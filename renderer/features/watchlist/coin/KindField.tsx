// The choice whether limits hold for a coin: for projects they do, for money and the majors they do not.

import { COIN_KINDS, type CoinKind } from '../../../../shared/assets.ts'
import type { Coin } from '../../../../shared/coin.ts'
import { text } from '../../../messages/late/en.ts'
import { setKind } from '../../../state/coins/own-part-actions.ts'
import { SelectField } from '../../../ui/fields/SelectField.tsx'

const BY_EVIDENCE = 'evidence'

/** A select with what follows from it below. */
export function KindField({ coin }: { coin: Coin }) {
  const { kinds, kindLabel, kindExplain, kindByEvidence } = text.coins
  const value = coin.kindSetBy === 'evidence' ? BY_EVIDENCE : coin.kind
  return (
    <SelectField<CoinKind | typeof BY_EVIDENCE>
      label={kindLabel}
      value={value}
      options={[
        {
          value: BY_EVIDENCE,
          label: coin.kindSetBy === 'evidence' ? `${kindByEvidence}: ${kinds[coin.kind]}` : kindByEvidence,
        },
        ...COIN_KINDS.map((kind) => ({ value: kind, label: kinds[kind] })),
      ]}
      hint={kindExplain}
      onChange={(kind) => void setKind(coin.id, kind === BY_EVIDENCE ? null : kind)}
    />
  )
}
