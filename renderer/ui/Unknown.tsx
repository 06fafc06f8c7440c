// An unknown value: a dash that says why when it is pointed at or focused. Never a zero, never an empty cell.

import { text } from '../messages/en.ts'
import { Tip } from './overlay/Tip.tsx'

/** The dash, with its reason as a tooltip that the keyboard reaches too. */
export function Unknown({ why }: { why: string }) {
  return (
    <Tip label={`${text.common.unknown}. ${why}`} tip={why} className="unknown">
      <span aria-hidden="true">–</span>
    </Tip>
  )
}
