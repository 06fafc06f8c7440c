// The messages between the backend and the vault's process: each is unknown until it has passed one of these shapes.

import { z } from 'zod'
import type { Reason } from '../../../shared/reasons/reason.ts'
import { isReason } from '../../../shared/reasons/reason-tables.ts'
import { ERROR_CODES } from '../../../shared/result.ts'
import type { OnStreamEvent } from '../../ports/system.ts'
import type { CommitHeader, KeyService } from '../../ports/vault.ts'
import { sourceAsk, sourceReply } from './source-shapes.ts'
import { streamCall, venueCall, venueReply } from './venue-shapes.ts'

/** Longer than any header, record or key; what is longer is no message of ours. */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= 65_536)
const headers = z.array(bytes).max(2)
const text = z.string().max(20_000)
const at = z.int().nonnegative()
const environment = z.enum(['practice', 'test', 'live'])
const secret = text.nullable()
const facts = z.record(z.string(), z.union([z.string(), z.number()]))
const nothing = z.undefined()

const context = z.strictObject({
  recordId: text,
  type: z.enum(['exchange-key', 'signing-seed', 'source-key']),
  version: z.int().positive(),
  environment,
})
const record = context.extend({ bytes })
const credentials = z.strictObject({ apiKey: text, apiSecret: text, passphrase: secret })
const reference = z.strictObject({
  kind: z.enum(['environment', 'file', 'command']),
  apiKey: text,
  apiSecret: text,
  passphrase: text.optional(),
})
const use = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('vault'), record }),
  z.strictObject({ from: z.literal('reference'), reference, environment }),
])
const keyCheck = z.strictObject({
  state: z.enum(['accepted', 'refused', 'unreachable', 'not-checked']),
  permissions: z.array(text).nullable(),
  ipBound: z.boolean().nullable(),
  expiresAt: text.nullable(),
  detail: z.custom<Reason>(isReason),
  at: text,
  account: text.nullish(),
  words: text.nullish(),
  acceptedAt: text.nullish(),
})
const keychainState = z.enum(['ok', 'absent', 'locked', 'unreachable', 'mismatch', 'degraded'])
const anchor = z.strictObject({ auditSeq: z.int().nonnegative(), auditHash: text, minEpoch: z.int().nonnegative() })
const opened = z.strictObject({
  header: bytes,
  via: z.enum(['keychain', 'passphrase', 'recovery']),
  keychain: keychainState,
  anchor: anchor.nullable(),
  signerKey: bytes,
})
const restored = z.strictObject({
  handle: text.nullable(),
  vaultId: text.nullable(),
  signerKey: bytes,
  facts,
})

/** Every method that crosses; locking does not, because it ends the process. */
export type Method = Exclude<keyof KeyService, 'lock'>

type Shapes = {
  [M in Method]: {
    /** Without the `commit` or the `tell`, which are called back by messages of their own. */
    args: z.ZodType<ArgsOf<M>>
    result: z.ZodType<Awaited<ReturnType<KeyService[M]>>>
  }
}

type WithoutCallback<A extends unknown[]> = A extends [...infer Rest, CommitHeader | OnStreamEvent] ? Rest : A
export type ArgsOf<M extends Method> = WithoutCallback<Parameters<KeyService[M]>>
export type ResultOf<M extends Method> = Awaited<ReturnType<KeyService[M]>>

export const SHAPES: Shapes = {
  tryKeychain: {
    args: z.tuple([]),
    result: z.strictObject({ state: z.enum(['ok', 'locked', 'unreachable']), detail: z.custom<Reason>(isReason) }),
  },
  keychain: { args: z.tuple([headers]), result: keychainState },
  create: { args: z.tuple([z.strictObject({ vaultId: text, passphrase: secret, at })]), result: opened },
  unlock: { args: z.tuple([z.strictObject({ headers, passphrase: secret, identity: secret })]), result: opened },
  setPassphrase: { args: z.tuple([secret, at]), result: nothing },
  rotateWrappingKey: { args: z.tuple([at]), result: nothing },
  rotateDataKey: { args: z.tuple([at]), result: nothing },
  retireEpochs: { args: z.tuple([z.array(z.int().nonnegative()), at]), result: nothing },
  writeRecoveryKit: { args: z.tuple([text, at]), result: nothing },
  seal: { args: z.tuple([context, credentials]), result: bytes },
  reseal: { args: z.tuple([record]), result: bytes },
  verify: { args: z.tuple([record]), result: nothing },
  probe: { args: z.tuple([text, text.nullable(), use]), result: keyCheck },
  venue: { args: z.tuple([venueCall, use]), result: venueReply },
  source: { args: z.tuple([sourceAsk, use]), result: sourceReply },
  withdraw: { args: z.tuple([z.array(text).max(10_000).readonly()]), result: nothing },
  watch: { args: z.tuple([z.int().positive(), streamCall, use]), result: nothing },
  unwatch: { args: z.tuple([z.int().positive()]), result: nothing },
  sign: { args: z.tuple([bytes]), result: bytes },
  anchor: { args: z.tuple([z.int().nonnegative(), text]), result: nothing },
  writeBackup: {
    args: z.tuple([z.strictObject({ snapshot: text, path: text, recipient: secret, passphrase: secret, facts })]),
    result: z.strictObject({ bytes: z.number() }),
  },
  readBackup: {
    args: z.tuple([z.strictObject({ path: text, snapshot: text, identity: secret, passphrase: secret })]),
    result: restored,
  },
  adopt: { args: z.tuple([restored, headers, secret, at]), result: opened },
}

const id = z.int().positive()
const errorValue = z.strictObject({
  code: z.enum(ERROR_CODES),
  message: z.string().max(2_000),
  reason: z.custom<Reason>(isReason).optional(),
})

/** From the backend: a call, or the answer to what the process asked. */
export const toVault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('call'), id, method: z.string(), args: z.array(z.unknown()).max(4) }),
  z.strictObject({ kind: z.literal('committed'), id, error: errorValue.nullable() }),
  z.strictObject({ kind: z.literal('variable'), id, value: z.string().nullable() }),
  z.strictObject({ kind: z.literal('variables'), id, values: z.record(z.string(), z.string()) }),
  z.strictObject({ kind: z.literal('reserved'), id, before: z.int().nonnegative() }),
])

/**
 * From the process: the answer to a call, or a question: a header to be committed for a call, a variable, all of them; or
 * what a stream tells, whose own shape is looked at where it is heard: what a venue says must not end the process.
 */
export const toBackend = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), id, value: z.unknown() }),
  z.strictObject({ kind: z.literal('failed'), id, error: errorValue }),
  z.strictObject({ kind: z.literal('commit'), id, call: id, header: bytes }),
  z.strictObject({ kind: z.literal('variable'), id, name: z.string().max(1_000) }),
  z.strictObject({ kind: z.literal('variables'), id }),
  z.strictObject({
    kind: z.literal('reserve'),
    id,
    name: z.string().regex(/^[0-9a-f]{64}$/),
    upTo: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('news'), stream: id, news: z.unknown() }),
])

export type ToVault = z.infer<typeof toVault>
export type ToBackend = z.infer<typeof toBackend>

/** Whether `name` is a method that crosses. */
export function isMethod(name: string): name is Method {
  return Object.hasOwn(SHAPES, name)
}
