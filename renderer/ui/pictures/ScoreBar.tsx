// A published score as number, kind and bar. The kinds measure different things, so each has its own pattern.

import type { Score } from '../../../shared/coin.ts'
import { text } from '../../messages/en.ts'

/** "tech 77" with a bar of 100. */
export function ScoreBar({ score }: { score: Score }) {
  const kind = text.coins.scoreKind[score.kind]
  return (
    <span className={`score ${score.kind}`} title={text.coins.scoreOf(kind, score.value)}>
      <span className="score-value">{score.value}</span>
      <span className="score-kind">{kind}</span>
      <svg className="score-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-track" width="100" height="6" />
        <rect className="bar-fill" width={score.value} height="6" />
        <rect className="bar-tick" x="74.5" width="1" height="6" />
      </svg>
    </span>
  )
}
