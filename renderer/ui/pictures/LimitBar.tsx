// A share against its limit as a small bar: the mark in the middle is the limit, what lies beyond it is over.

interface Props {
  /** Share and limit as ratios of 1. */
  share: number
  limit: number
}

/** Twice the limit is the bar's full width, so that the mark stands in the same place in every row. */
export function LimitBar({ share, limit }: Props) {
  const length = limit === 0 ? 100 : Math.min(100, (share / limit) * 50)
  return (
    <svg className="limit-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-track" y="2" width="100" height="4" />
      <rect className="bar-fill" y="2" width={Math.min(length, 50)} height="4" />
      {length > 50 ? <rect className="bar-over" x="50" y="2" width={length - 50} height="4" /> : null}
      <rect className="limit-mark" x="49" width="2" height="8" />
    </svg>
  )
}
