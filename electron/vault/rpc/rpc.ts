// The side of the vault's process: takes calls from the backend, has its key service do them, and sends back what came of
// them. Errors cross as code and message when they are expected ones; of all others nothing crosses but that there was one.

import { AppError, type ErrorValue, toAppError } from '../../../shared/result.ts'
import type { OnStreamEvent } from '../../ports/system.ts'
import type { CommitHeader, KeyService, ParentEnvironment } from '../../ports/vault.ts'
import { isMethod, SHAPES, type ToBackend, type ToVault, toVault } from './rpc-shapes.ts'

/** How messages come and go; a fork and a utility process differ in nothing else. */
export interface Channel {
  send(message: ToBackend): void
  onMessage(listener: (message: unknown) => void): void
}

type Answer = Exclude<ToVault, { kind: 'call' }>
type Question =
  | { kind: 'commit'; call: number; header: Uint8Array }
  | { kind: 'variable'; name: string }
  | { kind: 'variables' }
  | { kind: 'reserve'; name: string; upTo: number }

/** Serves the key service that `makeKeyService` builds. A message that has no shape of ours is passed over. */
export function serveKeyService(
  channel: Channel,
  makeKeyService: (environment: ParentEnvironment) => KeyService,
): void {
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0
  const ask = (question: Question): Promise<Answer> => {
    asked += 1
    const id = asked
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      channel.send({ ...question, id })
    })
  }
  const keyService = makeKeyService({
    get: async (name) => {
      const answer = await ask({ kind: 'variable', name })
      return answer.kind === 'variable' ? answer.value : null
    },
    forCommands: async () => {
      const answer = await ask({ kind: 'variables' })
      return answer.kind === 'variables' ? answer.values : {}
    },
    reserveNumbers: async (name, upTo) => {
      const answer = await ask({ kind: 'reserve', name, upTo })
      return answer.kind === 'reserved' ? answer.before : 0
    },
  })
  const commitFor =
    (call: number): CommitHeader =>
    async (header) => {
      const answer = await ask({ kind: 'commit', call, header })
      if (answer.kind !== 'committed') throw new Error('not the answer to a commit')
      if (answer.error !== null) throw toAppError(answer.error)
    }
  const tellFor =
    (stream: unknown): OnStreamEvent =>
    (news) =>
      channel.send({ kind: 'news', stream: Number(stream), news })
  const take = async ({ id, method, args }: Extract<ToVault, { kind: 'call' }>) => {
    try {
      const callback = method === 'watch' ? tellFor(args[0]) : commitFor(id)
      channel.send({ kind: 'done', id, value: await run(keyService, method, args, callback) })
    } catch (error) {
      channel.send({ kind: 'failed', id, error: errorValue(error) })
    }
  }
  channel.onMessage((raw) => {
    const { data: message } = toVault.safeParse(raw)
    if (message === undefined) return
    if (message.kind === 'call') {
      void take(message)
      return
    }
    const resolve = waiting.get(message.id)
    waiting.delete(message.id)
    resolve?.(message)
  })
}

async function run(
  keyService: KeyService,
  method: string,
  args: unknown[],
  callback: CommitHeader | OnStreamEvent,
): Promise<unknown> {
  if (!isMethod(method)) throw new Error('no such method')
  const parsed = SHAPES[method].args.safeParse(args)
  // Its own error would repeat what it was given.
  if (!parsed.success) throw new Error('not the arguments of this method')
  // Each shape holds exactly its method's arguments, which the compiler cannot see for a name that varies.
  const call: (...args: never[]) => Promise<unknown> = keyService[method]
  return call(...(parsed.data as never[]), callback as never)
}

/** An expected error as it is; anything else as `INTERNAL` without a word, since its text could hold anything. */
export function errorValue(error: unknown): ErrorValue {
  if (error instanceof AppError) return error.toValue()
  return { code: 'INTERNAL', message: '' }
}
