// Airdrop work on the fake desktop: kept in memory, with none of the real rules.

import type { AirdropTask } from '../../../shared/airdrops/airdrops.ts'
import { airdropOf } from './fake-coins.ts'
import { type Emit, type FakeOperations, refuse } from './fake-contract.ts'
import type { FakeState } from './fake-state.ts'

type AirdropOperation = Extract<
  keyof FakeOperations,
  `airdrops.${string}` | `airdropTasks.${string}` | `calendar.${string}`
>

/** A task that is open, for tests to change. */
export function aTask(patch: Partial<AirdropTask>): AirdropTask {
  return {
    ...{ taskId: '8c3f0e52-0000-4000-8000-000000000001', coinId: 'peaq', coinName: 'peaq', title: 'Bridge 50 USDC' },
    ...{ period: 'once', deadline: null, wallet: null, friction: [], difficulty: null, remindMinutes: null },
    ...{ snoozedUntil: null, state: 'open', dueAt: null, resetsAt: null, records: [] },
    ...{ createdAt: '2026-11-20T12:00:00.000Z', updatedAt: '2026-11-20T12:00:00.000Z' },
    ...patch,
  }
}

/** The answers over one memory. */
export function airdropOperations(state: FakeState, emit: Emit): Pick<FakeOperations, AirdropOperation> {
  let minted = 0
  const coinOf = (coinId: string) => state.coins.find(({ id }) => id === coinId) ?? refuse('NOT_FOUND', coinId)
  const airdrop = (coinId: string) => {
    const those = state.tasks.filter((task) => task.coinId === coinId)
    const inState = (wanted: AirdropTask['state']) => those.filter((task) => task.state === wanted).length
    const tasks = { open: inState('open'), done: inState('done'), missed: inState('missed'), nextDueAt: null }
    return airdropOf(coinOf(coinId), { tasks, ...state.airdrops[coinId] })
  }
  const taskOf = (taskId: string) => state.tasks.find((task) => task.taskId === taskId) ?? refuse('NOT_FOUND', taskId)
  const changed = <T>(answer: T): T => {
    emit('airdrops.changed', null)
    return answer
  }
  return {
    'airdrops.list': () => state.coins.map(({ id }) => airdrop(id)),
    'airdrops.save': ({ coinId, ...change }) => {
      const coin = coinOf(coinId)
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      if (change.progress !== undefined) coin.airdrop = { ...coin.airdrop, progress: change.progress }
      state.airdrops[coinId] = { ...state.airdrops[coinId], ...given }
      return airdrop(coinId)
    },
    'airdrops.remove': ({ coinId }) => {
      delete state.airdrops[coinId]
      return null
    },
    'airdrops.claim': ({ price = null, transaction = null, wallet = null, note = '', ...claim }) => {
      const at = new Date().toISOString()
      const booked = { ...claim, price, transaction, wallet, note, receivedAt: claim.receivedAt ?? at, bookedAt: at }
      const claims = [booked, ...airdrop(claim.coinId).claims]
      state.airdrops[claim.coinId] = { ...state.airdrops[claim.coinId], progress: 'claimed', claims }
      return changed(booked)
    },
    'airdropTasks.list': () => state.tasks,
    'airdropTasks.page': ({ coinId }) => ({
      items: state.tasks.filter((task) => coinId === undefined || task.coinId === coinId).map((task) => ({ ...task })),
      next: null,
    }),
    'airdropTasks.save': ({ taskId, deadline, ...fields }) => {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
      const at =
        deadline === undefined || deadline === null ? null : `${deadline.day}T${deadline.time ?? '23:59'}:00.000Z`
      const dated =
        deadline === undefined ? {} : { deadline: deadline === null ? null : { ...deadline, at: at ?? '' }, dueAt: at }
      const name = fields.coinId === undefined ? {} : { coinName: coinOf(fields.coinId).name }
      if (taskId !== undefined) return changed({ ...Object.assign(taskOf(taskId), given, name, dated) })
      minted += 1
      const task = aTask({
        taskId: `8c3f0e52-0000-4000-8000-0000000001${String(minted).padStart(2, '0')}`,
        ...given,
        ...name,
        ...dated,
      })
      state.tasks = [...state.tasks, task]
      return changed({ ...task })
    },
    'airdropTasks.done': ({ taskId, done = true, at, evidence, note, fees, money, minutes }) => {
      const none = { link: null, transaction: null, picture: null, date: null }
      const record = {
        ...{ period: 'once', doneAt: at ?? new Date().toISOString(), fees: fees ?? [], money: money ?? null },
        ...{ minutes: minutes ?? null, note: note ?? '' },
        evidence: { ...none, ...(evidence as Partial<typeof none>) },
      }
      return changed({
        ...Object.assign(taskOf(taskId), { state: done ? 'done' : 'open', records: done ? [record] : [] }),
      })
    },
    'airdropTasks.snooze': ({ taskId }) => ({ ...taskOf(taskId) }),
    'airdropTasks.remove': ({ taskId }) => {
      taskOf(taskId)
      state.tasks = state.tasks.filter((task) => task.taskId !== taskId)
      return changed(null)
    },
    'calendar.status': () => ({ feed: state.feed }),
    'calendar.setFeed': ({ on }) => {
      state.feed = on ? '/profile/airdrops.ics' : null
      return { feed: state.feed }
    },
    'calendar.export': ({ path }) => ({ path, entries: state.tasks.length }),
  }
}
