// The allocation as a ring with each slice's limit drawn in. Decoration: the same content stands beside it as text.

import { type DonutSlice, donutArcs, onCircle, ringSegment } from './donut-arcs.ts'

const INNER = 58
const OUTER = 86
/** Limit marks stand outside the ring in the slice's colour: the limit of a small slice falls on its neighbour. */
const MARK = 97
/** A colour tells one slice from another, so none comes twice: what is beyond them is grey, and told by its place. */
const COLORS = 12

interface Props {
  slices: readonly DonutSlice[]
  /** The slice that is pointed at in the text beside the ring. */
  highlighted: string | null
  center: { label: string; value: string }
}

/** True for the parts without a limit, which have a quiet look of their own. */
export const isPlain = (id: string): boolean => id === 'cash' || id === 'other'

/** Which colour a slice has by its place. */
export const colorOf = (index: number): string => (index < COLORS ? String(index) : 'rest')

function LimitMark({ at, color }: { at: number; color: string }) {
  const [x1, y1] = onCircle(at, OUTER + 2)
  const [x2, y2] = onCircle(at, MARK)
  return <line className={`limit-mark mark-${color}`} x1={x1} y1={y1} x2={x2} y2={y2} />
}

/** The ring, with what it adds up to in the middle. */
export function Donut({ slices, highlighted, center }: Props) {
  return (
    <svg className="donut" viewBox="-100 -100 200 200" aria-hidden="true">
      <circle className="donut-track" r={(INNER + OUTER) / 2} strokeWidth={OUTER - INNER} />
      {donutArcs(slices).map((arc, index) => (
        <g key={arc.id} className={highlighted === arc.id ? 'slice highlighted' : 'slice'}>
          {/* A slice thinner than a hairline would vanish; it keeps its place in the text. */}
          <path
            className={isPlain(arc.id) ? `fill-${arc.id}` : `fill-${colorOf(index)}`}
            d={ringSegment(arc.from, arc.to, INNER, OUTER)}
          />
          {arc.overFrom === null ? null : (
            <path className="over-limit" d={ringSegment(arc.overFrom, arc.to, OUTER + 2, MARK)} />
          )}
          {arc.limitAt === null ? null : <LimitMark at={arc.limitAt} color={colorOf(index)} />}
        </g>
      ))}
      <text className="donut-label" y="-10" textAnchor="middle">
        {center.label}
      </text>
      <text className="donut-value" y="14" textAnchor="middle">
        {center.value}
      </text>
    </svg>
  )
}
