// Asks for targets and their plan, keeps what the trader sets, and opens a ticket that the plan prepared. It places nothing.

import type { Decimal } from '../../../shared/decimal.ts'
import type { RebalanceTicket, Target } from '../../../shared/ledger/targets.ts'
import { call } from '../../api.ts'
import { text } from '../../messages/late/en.ts'
import { writeNumber } from '../../typed-number.ts'
import { load, take } from '../loadable.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { environmentOf, useSession } from '../session/session-store.ts'
import { changeTicket, openTicket } from '../ticket/ticket-actions.ts'
import { useTargets } from './targets-store.ts'

const environmentNow = () => environmentOf(useSession.getState())
/** Of another mode an answer comes too late. */
const targetRequests = requests(environmentNow)
const planRequests = requests(environmentNow)

/** Reckons the plan anew. */
export async function loadPlan(): Promise<void> {
  const environment = environmentNow()
  await load(planRequests, useTargets.getState().putPlan, () => call('rebalance.plan', { environment }))
}

/** Loads the targets of the window's mode, and their plan. */
export async function loadTargets(): Promise<void> {
  const environment = environmentNow()
  await load(targetRequests, useTargets.getState().put, () => call('targets.get', { environment }))
  await loadPlan()
}

/** Stores all targets of the window's mode; false where they were refused. */
export async function saveTargets(items: Target[], band: Decimal): Promise<boolean> {
  try {
    const saved = await call('targets.save', { environment: environmentNow(), items, band })
    take(targetRequests, useTargets.getState().put, saved)
    reportDone(text.targets.saved)
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
  await loadPlan()
  return true
}

/** Opens the ticket with what the plan prepared in it; the trader looks at it and places it himself. */
export async function openPlanned({ accountId, coinId, side, market, size }: RebalanceTicket): Promise<void> {
  await openTicket(coinId, side, market, accountId)
  changeTicket({ type: 'market', unit: size.unit, size: writeNumber(size.value) })
}
