// What each column of each table may hold. SQLite guarantees types and no more: a file that was written to by somebody
// else, or by a bad disk, can hold any text where a status, an amount or JSON belongs.

import { z } from 'zod'
import { LEAK_STEPS } from '../../../shared/accounts.ts'
import { DIFFICULTIES, FRICTIONS, PROJECT_STATUSES, TASK_PERIODS } from '../../../shared/airdrops/airdrops.ts'
import { isTimeZone } from '../../../shared/airdrops/zoned-time.ts'
import { ALERT_KINDS, NOTIFICATION_KINDS } from '../../../shared/alerts.ts'
import { COIN_KINDS } from '../../../shared/assets.ts'
import { AUDIT_KINDS } from '../../../shared/audit.ts'
import { AIRDROP_PROGRESS } from '../../../shared/coin.ts'
import { LEDGER_KINDS } from '../../../shared/ledger/ledger.ts'
import { MARKET_STAGES } from '../../../shared/markets/market-stages.ts'
import { STAGED_STATES, STAGED_TRIGGERS } from '../../../shared/markets/staged.ts'
import { NOTE_KINDS } from '../../../shared/notes/notes.ts'
import { ORDER_STATUSES } from '../../../shared/order.ts'
import { RULE_NAMES } from '../../../shared/portfolio.ts'
import { isReason } from '../../../shared/reasons/reason-tables.ts'
import { CRITERION_VERDICTS } from '../../../shared/research/criteria.ts'
import { SOURCE_IDS, SOURCE_PLANS } from '../../../shared/sources/sources.ts'
import { UNDOABLE } from '../../../shared/undo/undo.ts'
import { BREACHES, RULES } from './ledger/rule-shapes.ts'
import { LIST_COLUMNS, LIST_VIEW } from './list/view-shapes.ts'
import { COIN_FACT, isUndoText } from './research/research-shapes.ts'

/** Says whether a value is one that Prelist writes into a column. */
export type Shape = (value: unknown) => boolean

const MAX_TEXT = 20_000
/** Notes of a trader are the longest texts; lists of an exchange's rules come near. */
const MAX_JSON = 200_000

const text: Shape = (value) => typeof value === 'string' && value.length <= MAX_TEXT
const named: Shape = (value) => typeof value === 'string' && value.length > 0 && value.length <= MAX_TEXT
const pattern =
  (regex: RegExp): Shape =>
  (value) =>
    typeof value === 'string' && regex.test(value)
const among =
  (words: readonly string[]): Shape =>
  (value) =>
    typeof value === 'string' && words.includes(value)
const or =
  (...shapes: Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value))
const none: Shape = (value) => value === null
const maybe = (shape: Shape): Shape => or(none, shape)
const bytes: Shape = (value) => value instanceof Uint8Array
const count: Shape = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const flag: Shape = (value) => value === 0 || value === 1
const id = pattern(/^[A-Za-z0-9][A-Za-z0-9:_-]{0,99}$/)
/** A coin, or a task and the period in which it was done. */
const subject = pattern(/^[A-Za-z0-9][A-Za-z0-9:_-]{0,99}( [a-z0-9-]{1,10})?$/)
const decimal = pattern(/^-?\d{1,40}(\.\d{1,40})?$/)
const time = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.test(value) &&
  !Number.isNaN(Date.parse(value))
/** A time zone that this system does not know would end every look at the tasks. */
const zone: Shape = (value) => typeof value === 'string' && isTimeZone(value)
const environment = among(['practice', 'test', 'live'])

/** JSON of this form. */
const json =
  (schema: z.ZodType): Shape =>
  (value) => {
    if (typeof value !== 'string' || value.length > MAX_JSON) return false
    try {
      return schema.safeParse(JSON.parse(value)).success
    } catch {
      return false
    }
  }

/** What the backend has said, as its code and parameters. */
const reason = json(z.custom((value) => isReason(value)))

const zDecimal = z.string().regex(/^-?\d{1,40}(\.\d{1,40})?$/)
const zTime = z.string().refine(time)
const quote = json(z.object({ bid: zDecimal, ask: zDecimal, last: zDecimal, at: zTime }))
const words = json(z.array(z.string().max(400)).max(100))

const LISTING = z.object({
  market: z.string(),
  coinId: z.string(),
  base: z.string(),
  quote: z.string(),
  stage: z.string(),
  opensAt: z.string().nullable(),
  rules: z.record(z.string(), z.unknown()),
})
const LEAK = z.object({
  reportedAt: zTime,
  steps: z.array(
    z.object({ step: z.enum(LEAK_STEPS), state: z.enum(['done', 'waiting', 'skipped']), at: zTime.nullable() }),
  ),
  revokeAt: z.string().nullable(),
})
const REFERENCE = z.strictObject({
  kind: z.enum(['environment', 'file', 'command']),
  apiKey: z.string().min(1),
  apiSecret: z.string().min(1),
  passphrase: z.string().min(1).optional(),
})
const zAmount = z.strictObject({ asset: z.string().min(1).max(40), amount: zDecimal })
const PROJECT = z.strictObject({ status: z.enum(PROJECT_STATUSES), asOf: zTime, source: z.string().max(4_000) })
const FRICTION = z.array(z.enum(FRICTIONS)).max(FRICTIONS.length)
const hour = pattern(/^\d\d:\d\d$/)
const TICKERS = z
  .array(z.object({ ticker: z.string().min(1).max(40), since: zTime.nullable(), until: zTime.nullable() }))
  .max(50)
const CHECK = z.object({
  state: z.enum(['accepted', 'refused', 'unreachable', 'not-checked']),
  permissions: z.array(z.string()).nullable(),
  ipBound: z.boolean().nullable(),
  expiresAt: zTime.nullable(),
  detail: z.custom((value) => isReason(value)),
  at: zTime,
  account: z.string().max(64).nullish(),
  words: z.string().nullish(),
  acceptedAt: zTime.nullish(),
})

const CONTRACTS = z.array(z.object({ chain: z.string().min(1).max(40), address: z.string().min(1).max(120) })).max(50)
/** Of the other fields each kind has its own; a check that finds one missing does not fire. */
const CONDITION = z.object({
  kind: z.enum(ALERT_KINDS),
  coinId: z.string().max(64).nullish(),
  venue: z.string().max(64).nullish(),
  source: z.string().max(64).nullish(),
  price: zDecimal.optional(),
  change: zDecimal.optional(),
  direction: z.enum(['up', 'down', 'either']).optional(),
  spanMinutes: z.int().positive().max(10_080).optional(),
  minutes: z.int().positive().max(10_080).optional(),
  stages: z.array(z.enum(MARKET_STAGES)).nullish(),
})
const CHECKED = z.object({ value: z.string().max(100), at: zTime, source: z.string().max(64) })
/** Some ten thousand names of markets. */
const names: Shape = (value) => typeof value === 'string' && value.length <= 2_000_000
const stage = among(MARKET_STAGES)
const market: Shape = (value) => typeof value === 'string' && value.length > 0 && value.length <= 100

const LEDGER_FEE = z.strictObject({ asset: z.string().min(1), coinId: z.string().nullable(), amount: zDecimal })
const LEDGER_TARGET = LEDGER_FEE.extend({ accountId: z.string().min(1) })

const targetOf = (what: 'coinId' | 'narrative') => z.strictObject({ [what]: z.string().min(1), share: zDecimal })
const TARGETS = z.strictObject({
  band: zDecimal,
  items: z.array(z.union([targetOf('coinId'), targetOf('narrative')])),
})

/** The columns of each table. A test holds them against the schema, so that a new column gets a shape with it. */
export const ROW_SHAPES: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  meta: { key: named, value: text },
  own_coins: { id, name: named, ticker: maybe(named), what: text, narratives: words, created_at: time },
  coin_marks: {
    ...{ coin_id: id, watched: maybe(flag), tags: words, early: maybe(flag), note: maybe(text) },
    ...{ note_updated_at: maybe(time), kind: maybe(among(COIN_KINDS)), tickers: json(TICKERS) },
    contracts: json(CONTRACTS),
  },
  criteria: { criterion_id: id, name: named },
  criterion_marks: { coin_id: id, criterion_id: id, verdict: among(CRITERION_VERDICTS), at: time },
  coin_facts: {
    ...{ fact_id: id, coin_id: id, value: json(COIN_FACT), source: maybe(text), as_of: maybe(time), saved_at: time },
  },
  coin_matches: {
    ...{ venue: id, account_id: or(id, among([''])), market: named, base: named, coin_id: id, same: flag, at: time },
  },
  airdrop_work: {
    ...{ coin_id: id, progress: among(AIRDROP_PROGRESS), note: text, deadline: maybe(time), updated_at: time },
  },
  airdrop_outlooks: { coin_id: id, project: maybe(json(PROJECT)), expected: maybe(decimal) },
  airdrop_tasks: {
    ...{ task_id: id, coin_id: id, title: named, period: among(TASK_PERIODS), due_day: maybe(time) },
    ...{ due_time: maybe(hour), time_zone: maybe(zone), wallet: maybe(named), friction: json(FRICTION) },
    ...{ difficulty: maybe(among(DIFFICULTIES)), remind_minutes: maybe(count), snoozed_until: maybe(time) },
    ...{ created_at: time, updated_at: time },
  },
  airdrop_records: {
    ...{ task_id: id, period: or(time, among(['once'])), done_at: time, fees: json(z.array(zAmount).max(50)) },
    ...{ money: maybe(json(zAmount)), minutes: maybe(count), link: maybe(text), hash: maybe(text) },
    ...{ picture: maybe(text), day: maybe(time), note: text },
  },
  airdrop_claims: {
    ...{ claim_id: id, coin_id: id, environment, amount: decimal, price: maybe(decimal), received_at: time },
    ...{ hash: maybe(text), wallet: maybe(text), note: text, booked_at: time },
  },
  notes: { note_id: count, kind: among(NOTE_KINDS), subject, text, at: time },
  note_versions: { version_id: count, kind: among(NOTE_KINDS), subject, text, at: time },
  holdings: { environment, coin_id: id, amount: decimal, updated_at: time },
  ledger: {
    ...{ place: count, entry_id: named, group_id: named, sequence: count, environment, at: time, account_id: id },
    ...{ kind: among(LEDGER_KINDS), coin_id: maybe(id), asset: named, amount: decimal, price: maybe(decimal) },
    ...{
      currency: named,
      currency_coin_id: maybe(id),
      total: maybe(decimal),
      fee: maybe(json(LEDGER_FEE)),
      target: maybe(json(LEDGER_TARGET)),
      trade_id: maybe(text),
    },
    ...{ source: named, note: text, own: (value) => count(value) && Number(value) <= 3 },
  },
  import_rows: { source: named, entry_id: named },
  unfinished_imports: { source: named },
  transfers: { withdrawal_id: named, deposit_id: named, is_one: flag },
  rules: { id: (value) => value === 1, value: json(RULES) },
  targets: { environment, value: json(TARGETS), updated_at: time },
  halts: { account_id: or(id, among(['*'])) },
  drafts: {
    ...{ intent_id: id, window: named, account_id: id, coin_id: id, side: among(['buy', 'sell']), market: named },
    created_at: time,
  },
  overrides: { intent_id: id, reason: text, at: time, until: maybe(time) },
  timed_overrides: {
    ...{ override_id: id, environment, rule: among(RULE_NAMES), subject: maybe(text), reason: text, at: time },
    ...{ until: time, ended_at: maybe(time) },
  },
  venue_value_days: { environment, day: time, at: time, value: decimal, unpriced: words },
  override_uses: { override_id: named, intent_id: id, breaches: json(BREACHES), at: time },
  orders: {
    ...{ intent_id: id, account_id: id, environment, coin_id: id, market: named, side: among(['buy', 'sell']) },
    ...{ type: among(['market', 'limit', 'stop-limit']), time_in_force: among(['gtc', 'ioc', 'post-only']) },
    ...{ size_unit: among(['base', 'quote']), size_value: decimal, amount: decimal, price: maybe(decimal) },
    ...{ stop_price: maybe(decimal), payload_hash: named, venue_client_id: named, status: among(ORDER_STATUSES) },
    ...{ reason: maybe(reason), venue_order_id: maybe(text), filled: decimal, average_price: maybe(decimal) },
    ...{ fee_asset: maybe(named), fee_amount: maybe(decimal), cancel_requested_at: maybe(time) },
    ...{ decided_at: maybe(time), created_at: time, updated_at: time },
  },
  attempts: {
    ...{ intent_id: id, number: count, started_at: time, detail: maybe(reason), ended_at: maybe(time) },
    outcome: maybe(among(['accepted', 'refused', 'unknown', 'not-sent'])),
    sent: maybe(among(['nothing', 'part', 'whole'])),
    valid_until: maybe(count),
    words: maybe(text),
  },
  searches: {
    ...{ intent_id: id, rounds: count, silent: count, last_silent_at: maybe(count), looked_at: time },
    detail: maybe(reason),
  },
  fills: {
    ...{ account_id: id, fill_id: text, intent_id: id, price: decimal, amount: decimal, fee_asset: text },
    ...{ fee_amount: decimal, at: text },
  },
  venue_balances: { account_id: id, asset: named, total: decimal, free: decimal },
  venue_markets: { account_id: id, market: named, listing: json(LISTING), quote: maybe(quote) },
  venue_rates: { account_id: id, market: named, quote },
  venue_reads: { account_id: id, what: named, at: time },
  vault_headers: { copy: among(['A', 'B']), generation: count, bytes },
  sealed_records: { record_id: id, type: named, environment, epoch: count, version: count, bytes },
  accounts: {
    ...{
      account_id: id,
      venue: id,
      environment: among(['test', 'live']),
      label: named,
      venue_account: maybe(named),
      created_at: time,
    },
    leak: maybe(json(LEAK)),
  },
  account_keys: {
    ...{ key_id: id, account_id: id, role: among(['current', 'next', 'old']), key_end: maybe(text) },
    ...{ fingerprint: maybe(named), record_id: maybe(id), added_at: time, last_used_at: maybe(time) },
    ...{ source: among(['vault', 'environment', 'file', 'command']), reference: maybe(json(REFERENCE)) },
    ...{ checked: maybe(json(CHECK)), told_days: count },
  },
  confirmed_references: { kind: named, api_key: named, api_secret: named, passphrase: text },
  audit: {
    ...{ seq: count, at: time, kind: among(AUDIT_KINDS), event: named, subject: maybe(text) },
    ...{ detail: json(z.record(z.string(), z.unknown())), previous: bytes, hash: bytes },
  },
  scheduled_tasks: { kind: named, subject: text, due_at: count },
  listing_sources: { venue: id, venue_at: maybe(time), read_at: time },
  listing_names: { venue: id, names },
  listed_markets: {
    ...{ venue: id, market, base: named, quote: named, stage, opens_at: maybe(time), closes_at: maybe(time) },
    ...{ contracts: words, since: maybe(time) },
  },
  listing_events: {
    ...{ event_id: count, venue: id, market, coin_ids: json(z.array(z.string().max(64)).max(1_000)) },
    ...{ match: among(['contract', 'confirmed', 'ticker', 'refused']), from_stage: maybe(stage), to_stage: stage },
    ...{ at: maybe(time), seen_at: time, opens_at: maybe(time), told: flag, closes_at: maybe(time) },
  },
  listing_plans: { coin_id: id, venue: id, market, opens_at: time, saved_at: time },
  staged_orders: {
    ...{ staged_id: id, account_id: id, coin_id: id, venue: id, market, side: among(['buy', 'sell']), note: text },
    ...{ size_unit: among(['base', 'quote']), size_value: decimal, act: among(STAGED_TRIGGERS), starts_at: time },
    ...{ max_price: maybe(decimal), max_value: maybe(decimal), state: among(STAGED_STATES), ends_at: time },
    ...{ intent_id: maybe(id), reason: maybe(reason), place: named, created_at: time, updated_at: time },
  },
  alerts: {
    ...{ alert_id: id, condition: json(CONDITION), is_on: flag, repeats: flag, sound: flag, note: text },
    ...{ created_at: time, told_at: maybe(time), checked: maybe(json(CHECKED)), armed: flag },
  },
  alert_samples: { alert_id: id, at: count, price: decimal },
  notifications: {
    ...{ notification_id: count, key: named, kind: among(NOTIFICATION_KINDS), at: time },
    ...{ reason, coin_id: maybe(id), venue: maybe(id), market: maybe(market), alert_id: maybe(id) },
    ...{
      state: among(['new', 'snoozed', 'dismissed']),
      snoozed_until: maybe(time),
      shown_at: maybe(time),
      sound: flag,
    },
  },
  list_views: { view_id: id, name: named, content: json(LIST_VIEW) },
  list_columns: { list: named, content: json(LIST_COLUMNS) },
  undo_steps: { step_id: count, operation: among(UNDOABLE), subject: text, at: time, changes: isUndoText },
  gateway_pins: { account_id: id, identity: named, serial: count, at: time },
  data_sources: {
    ...{ source: among(SOURCE_IDS), enabled: flag, plan: maybe(among(SOURCE_PLANS)), per_minute: maybe(count) },
    ...{ per_month: maybe(count), key_source: maybe(among(['vault', 'environment', 'file', 'command'])) },
    ...{ key_end: maybe(text), record_id: maybe(id), reference: maybe(json(REFERENCE)), last_asked_at: maybe(time) },
    ...{ last_answer_at: maybe(time), last_error: maybe(reason), rests_until: maybe(time) },
  },
  source_usage: { source: among(SOURCE_IDS), day: time, used: count },
  source_values: {
    ...{ source: among(SOURCE_IDS), kind: named, subject: named, at: maybe(time), received_at: time },
    value: json(z.unknown()),
  },
  source_coins: {
    ...{ source: among(SOURCE_IDS), coin_id: id, remote_id: named, basis: among(['contract', 'confirmed']), at: time },
  },
  audit_checkpoints: { seq: count, signer: bytes, note: text },
}

/** A key's source says where it is, and its reference how to get it: two words about one thing, which must agree. */
export function sourceDisagrees(row: Readonly<Record<string, unknown>>): boolean {
  const { source, reference } = row
  if (source === undefined || reference === undefined) return false
  if (reference === null) return false
  const { kind }: { kind?: unknown } = JSON.parse(String(reference))
  return kind !== source
}

/** Fields that are no more than the last word of an exchange: a bad one is forgotten, and its row stays. */
export const ASKED_AGAIN: Readonly<Record<string, string>> = {
  account_keys: 'checked',
  venue_markets: 'quote',
  data_sources: 'last_error',
}

/** By which columns a row is named to the trader. */
export const ROW_KEYS: Readonly<Record<string, readonly string[]>> = {
  meta: ['key'],
  own_coins: ['id'],
  coin_marks: ['coin_id'],
  criteria: ['criterion_id'],
  criterion_marks: ['coin_id', 'criterion_id'],
  coin_facts: ['fact_id'],
  coin_matches: ['venue', 'market', 'coin_id'],
  airdrop_work: ['coin_id'],
  airdrop_outlooks: ['coin_id'],
  airdrop_tasks: ['task_id'],
  airdrop_records: ['task_id', 'period'],
  airdrop_claims: ['claim_id'],
  ...{ notes: ['kind', 'subject'], note_versions: ['version_id'] },
  holdings: ['environment', 'coin_id'],
  ledger: ['entry_id'],
  import_rows: ['source', 'entry_id'],
  transfers: ['withdrawal_id', 'deposit_id'],
  unfinished_imports: ['source'],
  rules: ['id'],
  targets: ['environment'],
  halts: ['account_id'],
  drafts: ['intent_id'],
  ...{ overrides: ['intent_id'], timed_overrides: ['override_id'], override_uses: ['override_id', 'intent_id'] },
  venue_value_days: ['environment', 'day'],
  orders: ['intent_id'],
  attempts: ['intent_id', 'number'],
  searches: ['intent_id'],
  fills: ['intent_id', 'fill_id'],
  venue_balances: ['account_id', 'asset'],
  venue_markets: ['account_id', 'market'],
  venue_rates: ['account_id', 'market'],
  venue_reads: ['account_id', 'what'],
  ...{ vault_headers: ['copy'], sealed_records: ['record_id'] },
  ...{ accounts: ['account_id'], account_keys: ['key_id'] },
  confirmed_references: ['kind'],
  audit: ['seq'],
  scheduled_tasks: ['kind', 'subject'],
  ...{ listing_sources: ['venue'], listing_names: ['venue'] },
  listed_markets: ['venue', 'market'],
  listing_events: ['event_id'],
  listing_plans: ['coin_id', 'venue', 'market'],
  ...{ staged_orders: ['staged_id'], alerts: ['alert_id'] },
  ...{ alert_samples: ['alert_id'], notifications: ['notification_id'] },
  ...{ list_views: ['view_id'], list_columns: ['list'] },
  undo_steps: ['step_id'],
  gateway_pins: ['account_id'],
  data_sources: ['source'],
  source_usage: ['source', 'day'],
  source_values: ['kind', 'source', 'subject'],
  source_coins: ['source', 'coin_id'],
  audit_checkpoints: ['seq'],
}
