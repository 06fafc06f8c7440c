// The trader's work on airdrops: what he reckons of each, tasks, records of doing them, and what arrived.

import type { AirdropClaim, TaskRecord } from '../../../../shared/airdrops/airdrops.ts'
import type { AirdropOutlook, AirdropStore, TaskRow } from '../../../ports/airdrops.ts'
import type { Database, Row } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'

const TABLES = ['airdrop_outlooks', 'airdrop_tasks', 'airdrop_records', 'airdrop_claims'] as const
/** What a row of the board is made of besides. */
const OF_COINS = ['own_coins', 'coin_marks', 'airdrop_work'] as const

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value))
const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value))

/** Builds the store. */
export function createAirdropStore(db: Database): AirdropStore {
  const rows = (table: (typeof TABLES)[number], order: string) => () =>
    soundRows(db, table, db.all(`SELECT * FROM ${table} ${order}`))
  const outlooks = whileUnchanged(db, ['airdrop_outlooks'], () => {
    const all = rows('airdrop_outlooks', 'ORDER BY coin_id')()
    return new Map(all.map((row) => [String(row.coin_id), toOutlook(row)]))
  })
  const tasks = whileUnchanged(db, ['airdrop_tasks'], () =>
    rows('airdrop_tasks', 'ORDER BY created_at, rowid')().map(toTask),
  )
  const records = whileUnchanged(db, ['airdrop_records'], () => {
    const all = rows('airdrop_records', 'ORDER BY done_at DESC, period DESC')()
    const byTask = Map.groupBy(all, (row) => String(row.task_id))
    return new Map([...byTask].map(([taskId, those]) => [taskId, those.map(toRecord)]))
  })
  const claims = whileUnchanged(db, ['airdrop_claims'], () =>
    rows('airdrop_claims', 'ORDER BY booked_at DESC, rowid DESC')().map(toClaim),
  )
  const one = <T>(table: string, key: string, id: string, to: (row: Row) => T): T | null => {
    const row = soundRow(db, table, db.get(`SELECT * FROM ${table} WHERE ${key} = ?`, id))
    return row === undefined ? null : to(row)
  }
  return {
    ...{ outlooks, tasks, records, claims },
    changed: () => db.changes([...TABLES, ...OF_COINS]),
    saveOutlook: (coinId, { project, expected }) =>
      db.run(
        'INSERT OR REPLACE INTO airdrop_outlooks (coin_id, project, expected) VALUES (?, ?, ?)',
        ...[coinId, project === null ? null : JSON.stringify(project), expected],
      ),
    task: (taskId) => one('airdrop_tasks', 'task_id', taskId, toTask),
    saveTask: (task) => saveTask(db, task),
    removeTask: (taskId) =>
      db.within(() => {
        db.run('DELETE FROM airdrop_records WHERE task_id = ?', taskId)
        db.run('DELETE FROM airdrop_tasks WHERE task_id = ?', taskId)
      }),
    saveRecord: (taskId, { period, doneAt, note, evidence, fees, money, minutes }) =>
      db.run(
        `INSERT OR REPLACE INTO airdrop_records
           (task_id, period, done_at, fees, money, minutes, link, hash, picture, day, note)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[taskId, period, doneAt, JSON.stringify(fees), money === null ? null : JSON.stringify(money), minutes],
        ...[evidence.link, evidence.transaction, evidence.picture, evidence.date, note],
      ),
    removeRecord: (taskId, period) =>
      db.run('DELETE FROM airdrop_records WHERE task_id = ? AND period = ?', taskId, period),
    claim: (claimId) => one('airdrop_claims', 'claim_id', claimId, toClaim),
    addClaim: (claim) => addClaim(db, claim),
    removeWork: (coinId) =>
      db.within(() => {
        db.run('DELETE FROM airdrop_work WHERE coin_id = ?', coinId)
        db.run('DELETE FROM airdrop_outlooks WHERE coin_id = ?', coinId)
      }),
  }
}

function saveTask(db: Database, task: TaskRow): void {
  const { deadline } = task
  db.run(
    `INSERT INTO airdrop_tasks (task_id, coin_id, title, period, due_day, due_time, time_zone, wallet, friction,
       difficulty, remind_minutes, snoozed_until, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (task_id) DO UPDATE SET coin_id = excluded.coin_id, title = excluded.title, period = excluded.period,
       due_day = excluded.due_day, due_time = excluded.due_time, time_zone = excluded.time_zone, wallet = excluded.wallet,
       friction = excluded.friction, difficulty = excluded.difficulty, remind_minutes = excluded.remind_minutes,
       snoozed_until = excluded.snoozed_until, updated_at = excluded.updated_at`,
    ...[task.taskId, task.coinId, task.title, task.period],
    ...[deadline?.day ?? null, deadline?.time ?? null, deadline?.timeZone ?? null, task.wallet],
    ...[JSON.stringify(task.friction), task.difficulty, task.remindMinutes, task.snoozedUntil],
    ...[task.createdAt, task.updatedAt],
  )
}

function addClaim(db: Database, claim: AirdropClaim): void {
  db.run(
    `INSERT INTO airdrop_claims
       (claim_id, coin_id, environment, amount, price, received_at, hash, wallet, note, booked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[claim.claimId, claim.coinId, claim.environment, claim.amount, claim.price, claim.receivedAt],
    ...[claim.transaction, claim.wallet, claim.note, claim.bookedAt],
  )
}

const toOutlook = (row: Row): AirdropOutlook => ({
  project: row.project === null ? null : (JSON.parse(String(row.project)) as AirdropOutlook['project']),
  expected: textOrNull(row.expected),
})

function toTask(row: Row): TaskRow {
  const [day, timeZone] = [textOrNull(row.due_day), textOrNull(row.time_zone)]
  return {
    taskId: String(row.task_id),
    coinId: String(row.coin_id),
    title: String(row.title),
    period: String(row.period) as TaskRow['period'],
    deadline: day === null || timeZone === null ? null : { day, time: textOrNull(row.due_time), timeZone },
    wallet: textOrNull(row.wallet),
    friction: JSON.parse(String(row.friction)) as TaskRow['friction'],
    difficulty: textOrNull(row.difficulty) as TaskRow['difficulty'],
    remindMinutes: numberOrNull(row.remind_minutes),
    snoozedUntil: textOrNull(row.snoozed_until),
    createdAt: String(row.created_at),
    updatedAt: String(row.updated_at),
  }
}

const toRecord = (row: Row): TaskRecord => ({
  period: String(row.period),
  doneAt: String(row.done_at),
  fees: JSON.parse(String(row.fees)) as TaskRecord['fees'],
  money: row.money === null ? null : (JSON.parse(String(row.money)) as TaskRecord['money']),
  minutes: numberOrNull(row.minutes),
  evidence: {
    link: textOrNull(row.link),
    transaction: textOrNull(row.hash),
    picture: textOrNull(row.picture),
    date: textOrNull(row.day),
  },
  note: String(row.note),
})

const toClaim = (row: Row): AirdropClaim => ({
  claimId: String(row.claim_id),
  coinId: String(row.coin_id),
  environment: String(row.environment) as AirdropClaim['environment'],
  amount: String(row.amount),
  price: textOrNull(row.price),
  receivedAt: String(row.received_at),
  transaction: textOrNull(row.hash),
  wallet: textOrNull(row.wallet),
  note: String(row.note),
  bookedAt: String(row.booked_at),
})
