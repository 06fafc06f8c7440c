// How much a price has changed: sign, arrow and word, so that nobody needs the colour.

import type { Decimal } from '../../../shared/decimal.ts'
import { formatChange } from '../../format.ts'
import { text } from '../../messages/en.ts'
import { Icon } from '../pictures/Icon.tsx'

function wayOf(change: Decimal): 'up' | 'down' | 'same' {
  const shown = Number(change)
  // What rounds to nothing is none: an arrow beside 0.00% would say more than the number.
  if (Math.abs(shown) < 0.00005) return 'same'
  return shown > 0 ? 'up' : 'down'
}

/** `change` is a fraction with a sign. */
export function Change({ change }: { change: Decimal }) {
  const way = wayOf(change)
  return (
    <span className={`change ${way}`}>
      {way === 'same' ? null : <Icon name={way} />}
      <span className="number">{formatChange(change)}</span>
      <span className="visually-hidden"> {text.common.change[way]}</span>
    </span>
  )
}
