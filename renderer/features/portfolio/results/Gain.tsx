// An amount of money that was made or lost: its sign says which, and its colour only repeats it.

import { compare, type Decimal } from '../../../../shared/decimal.ts'
import { formatMoney } from '../../../format.ts'
import { Unknown } from '../../../ui/Unknown.tsx'

/** `+12.30`, `−4.00`, `0.00`. */
export function signedMoney(value: Decimal): string {
  const order = compare(value, '0')
  const plain = formatMoney(value.replace('-', ''))
  return order === 0 ? plain : `${order > 0 ? '+' : '−'}${plain}`
}

const WAYS = { '1': 'up', '0': 'same', '-1': 'down' } as const

/** The amount; a dash with `why` where it is not known. */
export function Gain({ value, why }: { value: Decimal | null; why: string }) {
  if (value === null) return <Unknown why={why} />
  const order = Math.sign(compare(value, '0'))
  const way = WAYS[String(order) as keyof typeof WAYS]
  return (
    <span className={`change ${way}`}>
      <span className="number">{signedMoney(value)}</span>
    </span>
  )
}
