// The life of a coin at venues as a track: no evidence, listed, limit-only, delisted. Reached points are filled.

import type { ListingStage } from '../../../shared/coin.ts'
import { text } from '../../messages/en.ts'

const POINTS: readonly ListingStage[] = ['unknown', 'listed', 'limit-only', 'delisted']
const STEP = 44

/** Four points with the current one marked; the word stands beside it. */
export function StageTrack({ stage, label }: { stage: ListingStage; label: string }) {
  const reached = POINTS.indexOf(stage)
  return (
    <span className="stage-track">
      <svg viewBox="0 0 148 12" aria-hidden="true">
        <line className="track" x1="8" y1="6" x2={8 + STEP * 3} y2="6" />
        <line className="track reached" x1="8" y1="6" x2={8 + STEP * reached} y2="6" />
        {POINTS.map((point, index) => (
          <circle
            key={point}
            className={index === reached ? `point current ${point}` : index < reached ? 'point reached' : 'point'}
            cx={8 + STEP * index}
            cy="6"
            r={index === reached ? 5 : 3}
          />
        ))}
      </svg>
      <span className={`stage-word ${stage}`}>{label === '' ? text.coins.stage[stage] : label}</span>
    </span>
  )
}
