// What was spent, in words: fees by coin, money, time.

import type { Airdrop, AirdropTask, TaskRecord } from '../../../../shared/airdrops/airdrops.ts'
import { formatDecimal } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'

/** `0.003 ETH, 2 USD, 15 min`; empty where nothing was noted. */
export function spentWords({ fees, money, minutes }: Airdrop['spent']): string {
  const amounts = [...fees, ...money].map(({ asset, amount }) => `${formatDecimal(amount)} ${asset}`)
  return [...amounts, ...(minutes === 0 ? [] : [text.airdropTasks.minutes(minutes)])].join(', ')
}

/** The same of one record. */
export const recordWords = ({ fees, money, minutes }: TaskRecord): string =>
  spentWords({ fees, money: money === null ? [] : [money], minutes: minutes ?? 0 })

/** What stands in the way of a task, and how hard it is. */
export function effortWords({ friction, difficulty }: Pick<AirdropTask, 'friction' | 'difficulty'>): string {
  const words = friction.map((each) => text.airdropTasks.friction[each])
  return [...(difficulty === null ? [] : [text.airdropTasks.difficulty[difficulty]]), ...words].join(', ')
}
