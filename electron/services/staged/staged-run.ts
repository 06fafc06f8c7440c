// The state machine of staged orders. It looks at what is so now and never at what was told when, so that an event that comes twice,
// late or not at all changes nothing. An opening that was not seen to begin, as after a sleep, a lock or while the app was closed, is
// told, and nothing is sent.

import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import type { StagedRow } from '../../ports/staged.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import type { StagedLook, StagedSight } from './staged-look.ts'
import type { StagedParts } from './staged-parts.ts'
import type { StagedSending } from './staged-sending.ts'
import type { StagedTime } from './staged-time.ts'
import type { StagedWrites } from './staged-writes.ts'

export interface StagedRun {
  /** One step of one that is not over. */
  step(row: StagedRow): void
  /** What a dead process left is settled; nothing of it is sent. */
  recover(): void
}

/** What it has told or prepared waits for the trader, until its time is over. */
const isTheTraders = ({ state, trigger }: StagedRow): boolean =>
  state === 'asking' || (state === 'armed' && trigger !== 'send')

/** Builds it. */
export function createStagedRun(
  parts: StagedParts,
  look: StagedLook,
  writes: StagedWrites,
  time: StagedTime,
  sending: StagedSending,
): StagedRun {
  const { store, orderService, accounts } = parts
  const { put, end, waitsFor, settle, named } = writes

  const sendOrWait = (row: StagedRow, sight: StagedSight, context: AccountContext): void => {
    const isOnTime = time.isOnTime(row, sight)
    const block = sending.blocked(row, sight, context)
    if (!isOnTime) {
      const isRefused = block?.code === 'STAGED_UNCONFIRMED' || row.state === 'armed'
      end(row, isRefused ? 'refused' : 'expired', block ?? row.reason ?? reason('STAGED_MISSED'))
      return
    }
    time.seenDue(row.stagedId)
    if (block === null) sending.sendNow(row, sight, context)
    else waitsFor(row, block)
  }
  /** It is time: the market takes such orders, within the window. */
  const begin = (row: StagedRow, sight: StagedSight, context: AccountContext): void => {
    if (row.trigger === 'send') sendOrWait(row, sight, context)
    else if (row.trigger === 'ask') sending.arm(row, 'asking', reason('STAGED_ASK', named(row)))
    else {
      const { coin, venue, market } = named(row)
      put(row, { state: 'armed', reason: reason('STAGED_TOLD') }, reason('STAGED_TELL', { coin, venue, market }))
    }
  }
  const notYet = ({ stagedId, state }: StagedRow, { isTold, isOpen }: StagedSight, isEarly: boolean): void => {
    if (isTold || (isEarly && isOpen !== null)) time.seenNotYet(stagedId)
    if (isTold && state === 'waiting') time.notDue(stagedId)
  }
  /** Why it ends unsent whatever its market does; `null` where nothing does. */
  const over = (row: StagedRow, sight: StagedSight): { state: 'expired' | 'refused'; why: Reason } | null => {
    if (sight.now >= Date.parse(row.until)) {
      if (row.state === 'asking') return { state: 'expired', why: reason('STAGED_NOT_PRESSED') }
      return { state: 'expired', why: row.reason ?? reason('STAGED_WINDOW_OVER') }
    }
    if (isTheTraders(row)) return null
    if (row.state === 'armed' && !sending.isOwn(row.stagedId)) {
      return { state: 'refused', why: reason('STAGED_INTERRUPTED') }
    }
    return sight.isWithdrawn ? { state: 'refused', why: reason('STAGED_WITHDRAWN', { market: row.market }) } : null
  }
  const lookAt = (row: StagedRow, context: AccountContext): void => {
    const sight = look.at(row, context)
    const ended = over(row, sight)
    if (ended !== null) end(row, ended.state, ended.why)
    else if (isTheTraders(row)) return
    else if (row.trigger !== 'send' && sight.match === 'refused') {
      waitsFor(row, reason('STAGED_UNCONFIRMED', { market: row.market }))
    } else {
      const isEarly = sight.now < Date.parse(row.from)
      if (sight.isOpen === true && !isEarly) begin(row, sight, context)
      else notYet(row, sight, isEarly)
    }
  }

  return {
    step: (row) => {
      const isInFlight = row.intentId !== null && orderService.isInFlight(row.intentId)
      if (sending.isRunning(row.stagedId) || isInFlight || settle(row)) return
      const context = accounts.find(row.accountId)
      if (row.place !== parts.place) end(row, 'refused', reason('STAGED_OTHER_PLACE'))
      else if (context === null) end(row, 'refused', reason('STAGED_NO_ACCOUNT'))
      else lookAt(row, context)
    },
    recover: () => {
      for (const row of store.open()) {
        if (row.state === 'armed' && row.trigger === 'send' && !settle(row)) {
          end(row, 'refused', reason('STAGED_INTERRUPTED'))
        }
      }
    },
  }
}
