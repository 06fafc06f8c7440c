// What share of the portfolio each coin or narrative should have, as the trader has said it.

import type { Targets } from '../../shared/ledger/targets.ts'
import type { Environment } from '../../shared/order.ts'

/** The targets. A write has reached the disk when it returns, or has thrown `STORAGE_FAILED`. */
export interface TargetStore {
  /** `null` where none were ever saved. */
  targets(environment: Environment): Targets | null
  saveTargets(targets: Targets): void
}
