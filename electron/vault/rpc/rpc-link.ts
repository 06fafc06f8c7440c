// The backend's end of one vault's process: its calls in flight, the commits that it calls back, and its end.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError, type ErrorValue, toAppError } from '../../../shared/result.ts'
import type { OnStreamEvent } from '../../ports/system.ts'
import type { CommitHeader, ParentEnvironment, VaultProcess } from '../../ports/vault.ts'
import { errorValue } from './rpc.ts'
import {
  type ArgsOf,
  type Method,
  type ResultOf,
  SHAPES,
  type ToBackend,
  type ToVault,
  toBackend,
} from './rpc-shapes.ts'
import { venueNews } from './venue-shapes.ts'

interface Waiting {
  method: Method
  resolve(value: unknown): void
  reject(error: unknown): void
  commit: CommitHeader | undefined
  /** What the commit itself threw; the process was told no more than its code. */
  commitError: unknown
}

export interface Link {
  /** @throws AppError what the key service threw, or `VAULT_LOCKED` when the process ends before it has answered */
  call<M extends Method>(method: M, args: ArgsOf<M>, commit?: CommitHeader): Promise<ResultOf<M>>
  /** What this stream tells goes to `tell`, at the latest `down` with the process. */
  listen(stream: number, tell: OnStreamEvent): void
  inFlight(): number
  /** Resolves when no call is in flight but those of these methods. */
  idle(except: readonly Method[]): Promise<void>
  readonly gone: Promise<void>
  kill(): void
}

/** What is said of every call that a process took along when it ended. */
export const ended = (): AppError => new AppError('VAULT_LOCKED', reason('VAULT_LOCKED'))

/** Ties calls to a process that was started. A message that has no shape of ours ends it: it is not ours any more. */
export function linkTo(process: VaultProcess, environment: ParentEnvironment): Link {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<number, OnStreamEvent>()
  let wakeIdle: { except: readonly Method[]; wake: () => void }[] = []
  let calls = 0
  let isGone = false
  const send = (message: ToVault) => process.send(message)

  const isIdle = (except: readonly Method[]) => [...waiting.values()].every(({ method }) => except.includes(method))
  const settle = (id: number, how: (call: Waiting) => void) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (call !== undefined) how(call)
    const ready = wakeIdle.filter(({ except }) => isIdle(except))
    wakeIdle = wakeIdle.filter((one) => !ready.includes(one))
    for (const { wake } of ready) wake()
  }
  const commit = async (id: number, callId: number, header: Uint8Array) => {
    const call = waiting.get(callId)
    let error: ErrorValue | null = null
    try {
      if (call?.commit === undefined) throw new Error('nothing of this call is to be committed')
      await call.commit(header)
    } catch (thrown) {
      if (call !== undefined) call.commitError = thrown
      error = errorValue(thrown)
    }
    send({ kind: 'committed', id, error })
  }
  const hear = (stream: number, raw: unknown) => {
    const tell = listeners.get(stream)
    if (tell === undefined) return
    // Something happened that cannot be read: it must not pass for silence.
    const { data: news = { kind: 'stir' as const } } = venueNews.safeParse(raw)
    if (news.kind === 'down') listeners.delete(stream)
    tell(news)
  }
  const receive = async (message: ToBackend) => {
    if (message.kind === 'done') settle(message.id, (call) => call.resolve(message.value))
    else if (message.kind === 'failed') settle(message.id, (call) => call.reject(toError(message.error, call)))
    else if (message.kind === 'news') hear(message.stream, message.news)
    else if (message.kind === 'commit') await commit(message.id, message.call, message.header)
    else if (message.kind === 'variable')
      send({ kind: 'variable', id: message.id, value: await environment.get(message.name) })
    else if (message.kind === 'reserve')
      send({
        kind: 'reserved',
        id: message.id,
        before: (await environment.reserveNumbers?.(message.name, message.upTo)) ?? 0,
      })
    else send({ kind: 'variables', id: message.id, values: await environment.forCommands() })
  }
  process.onMessage((raw) => {
    const { data: message } = toBackend.safeParse(raw)
    if (message === undefined) process.kill()
    else void receive(message)
  })
  const gone = process.gone.then(() => {
    isGone = true
    for (const id of [...waiting.keys()]) settle(id, (call) => call.reject(ended()))
    for (const stream of [...listeners.keys()]) hear(stream, { kind: 'down' })
  })
  return {
    call: async (method, args, commit) => {
      if (isGone) throw ended()
      calls += 1
      const id = calls
      const answered = new Promise((resolve, reject) => {
        waiting.set(id, { method, resolve, reject, commit, commitError: undefined })
      })
      send({ kind: 'call', id, method, args })
      const result = SHAPES[method].result.safeParse(await answered)
      if (!result.success) throw new Error('not the answer of this method')
      return result.data as ResultOf<typeof method>
    },
    listen: (stream, tell) => void listeners.set(stream, tell),
    inFlight: () => waiting.size,
    idle: (except) =>
      isIdle(except) ? Promise.resolve() : new Promise((wake) => void wakeIdle.push({ except, wake })),
    gone,
    kill: process.kill,
  }
}

function toError(error: ErrorValue, { commitError }: Waiting): unknown {
  if (commitError !== undefined) return commitError
  if (error.code === 'INTERNAL') return new Error("the vault's process failed")
  return toAppError(error)
}
