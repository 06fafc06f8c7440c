// The way between the backend and the vault's process, without the process: what crosses, what does not, and what happens
// when the other side speaks nonsense, hangs or dies.

import { expect, it, test } from 'vitest'
import type { OnStreamEvent, StreamEvent } from '../../../../electron/ports/system.ts'
import type { KeyService, Opened, ParentEnvironment, VaultProcess } from '../../../../electron/ports/vault.ts'
import { serveKeyService } from '../../../../electron/vault/rpc/rpc.ts'
import { keyServiceClient } from '../../../../electron/vault/rpc/rpc-client.ts'
import { ended } from '../../../../electron/vault/rpc/rpc-link.ts'
import { AppError } from '../../../../shared/result.ts'
import { codeOf } from '../../../support/code-of.ts'
import { until } from '../../../support/until.ts'

const SECRET = 'a text that must not cross'
const OPENED: Opened = {
  header: new Uint8Array([1]),
  via: 'keychain',
  keychain: 'ok',
  anchor: null,
  signerKey: new Uint8Array(32),
}
const CONTEXT = { recordId: 'r', type: 'exchange-key', version: 1, environment: 'live' } as const
const CREDENTIALS = { apiKey: 'a', apiSecret: 'b', passphrase: null }
const UNLOCK = { headers: [], passphrase: null, identity: null }

interface Played {
  process: VaultProcess
  sent: unknown[]
  killed: boolean
  die(): void
  /** What the process says. */
  say(message: unknown): void
}

/** A process that is played: by `keyService`, over the real serving side, or by a test that speaks for it. */
function play(keyService?: Partial<KeyService>): Played {
  const gone = Promise.withResolvers<void>()
  let toParent: (message: unknown) => void = () => {}
  let toChild: (message: unknown) => void = () => {}
  const played: Played = {
    sent: [],
    killed: false,
    die: gone.resolve,
    say: (message) => toParent(structuredClone(message)),
    process: {
      pid: 1,
      send: (message) => {
        played.sent.push(message)
        queueMicrotask(() => toChild(structuredClone(message)))
      },
      onMessage: (listener) => {
        toParent = listener
      },
      gone: gone.promise,
      kill: () => {
        played.killed = true
        gone.resolve()
      },
    },
  }
  if (keyService !== undefined) {
    const channel = {
      send: (message: unknown) => queueMicrotask(() => toParent(structuredClone(message))),
      onMessage: (listener: (message: unknown) => void) => {
        toChild = listener
      },
    }
    serveKeyService(channel, (environment) => ({ ...keyService, environment }) as unknown as KeyService)
  }
  return played
}

function remote(all: Played[], environment: Partial<ParentEnvironment> = {}) {
  const started: Played[] = []
  const sleeps: { ms: number; wake: () => void }[] = []
  const keyService = keyServiceClient({
    spawn: () => {
      const next = all[started.length]
      if (next === undefined) throw new Error('no more processes')
      started.push(next)
      return next.process
    },
    build: 'product',
    environment: { get: async () => null, forCommands: async () => ({}), ...environment },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleeps.push({ ms, wake: resolve })
        signal.addEventListener('abort', () => resolve())
      }),
  })
  let deaths = 0
  keyService.onEnded(() => {
    deaths += 1
  })
  return { keyService, started, sleeps, deaths: () => deaths }
}

it('carries calls, answers and commits, and ends the process to lock', async () => {
  const child = play({
    unlock: async () => OPENED,
    setPassphrase: async (_passphrase, _at, commit) => {
      await commit(new Uint8Array([7]))
      await commit(new Uint8Array([8]))
    },
  })
  const { keyService, deaths } = remote([child])
  expect(await keyService.unlock(UNLOCK)).toEqual(OPENED)
  const committed: Uint8Array[] = []
  await keyService.setPassphrase('p', 5, async (header) => void committed.push(header))
  expect(committed).toEqual([new Uint8Array([7]), new Uint8Array([8])])
  await keyService.lock()
  expect([child.killed, deaths()]).toEqual([true, 0])
})

it('lets codes of expected errors cross, and of all others nothing', async () => {
  const child = play({
    unlock: async () => OPENED,
    sign: async () => {
      throw new AppError('KEY_UNAVAILABLE', 'Own words.')
    },
    anchor: async () => {
      throw new Error(SECRET)
    },
  })
  const { keyService } = remote([child])
  await keyService.unlock(UNLOCK)
  await expect(keyService.sign(new Uint8Array(1))).rejects.toMatchObject({
    code: 'KEY_UNAVAILABLE',
    message: 'Own words.',
  })
  const error = await keyService.anchor(1, '').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Error)
  expect(error).not.toBeInstanceOf(AppError)
  expect(JSON.stringify([String(error), child.sent])).not.toContain(SECRET)
})

it('has the caller of a commit that failed meet its own error, and the process only the code', async () => {
  let met: unknown
  const child = play({
    unlock: async () => OPENED,
    rotateDataKey: async (_at, commit) => {
      await commit(new Uint8Array(1)).catch((error: unknown) => {
        met = error
        throw error
      })
    },
  })
  const { keyService } = remote([child])
  await keyService.unlock(UNLOCK)
  const own = new Error(SECRET)
  await expect(keyService.rotateDataKey(1, () => Promise.reject(own))).rejects.toBe(own)
  expect(String(met)).not.toContain(SECRET)
  const full = new AppError('STORAGE_FAILED', 'The disk is full.')
  await expect(keyService.rotateDataKey(1, () => Promise.reject(full))).rejects.toBe(full)
  expect(met).toMatchObject({ code: 'STORAGE_FAILED' })
})

it.each<[string, unknown]>([
  ['no object', 'done'],
  ['no kind of ours', { kind: 'else', id: 1 }],
  ['one field more', { kind: 'done', id: 1, value: null, more: 1 }],
  ['no code of ours', { kind: 'failed', id: 1, error: { code: 'ELSE', message: '' } }],
  ['a header of a wrong type', { kind: 'commit', id: 1, call: 1, header: 'x' }],
])('ends a process that says %s: it is not ours any more', async (_what, message) => {
  const child = play()
  const { keyService, deaths } = remote([child])
  const call = codeOf(keyService.unlock(UNLOCK))
  await until(() => child.sent.length > 0)
  child.say(message)
  expect(await call).toBe('VAULT_LOCKED')
  expect([child.killed, deaths()]).toEqual([true, 1])
})

it('takes no answer that is not one of the method asked, and repeats nothing of it', async () => {
  const child = play()
  const { keyService } = remote([child])
  const call = keyService.unlock(UNLOCK).catch((error: unknown) => String(error))
  await until(() => child.sent.length > 0)
  child.say({ kind: 'done', id: 1, value: { ...OPENED, via: SECRET } })
  expect(await call).toBe('Error: not the answer of this method')
})

it.each<[string, unknown]>([
  ['no message', null],
  ['an unknown method', { kind: 'call', id: 1, method: 'lock', args: [] }],
  ['a method of objects', { kind: 'call', id: 1, method: 'constructor', args: [] }],
  ['arguments of another shape', { kind: 'call', id: 1, method: 'sign', args: [SECRET] }],
  ['too many arguments', { kind: 'call', id: 1, method: 'sign', args: [new Uint8Array(1), 1, 2, 3, 4] }],
])('does nothing for %s', async (_what, message) => {
  let calls = 0
  const count = async () => {
    calls += 1
    return new Uint8Array(1)
  }
  const answers: unknown[] = []
  let listen: (message: unknown) => void = () => {}
  serveKeyService(
    {
      send: (answer) => answers.push(answer),
      onMessage: (listener) => {
        listen = listener
      },
    },
    () => ({ sign: count, lock: count }) as unknown as KeyService,
  )
  listen(message)
  listen({ kind: 'call', id: 2, method: 'sign', args: [new Uint8Array(1)] })
  await until(() => answers.some((answer) => (answer as { id: number }).id === 2))
  expect(calls).toBe(1)
  expect(answers.filter((answer) => (answer as { id: number }).id === 1)).toEqual(
    message !== null && (message as { args: unknown[] }).args.length < 5
      ? [{ kind: 'failed', id: 1, error: { code: 'INTERNAL', message: '' } }]
      : [],
  )
})

test('a lock waits for the call in flight, and no longer than five seconds', async () => {
  const waiting = Promise.withResolvers<Uint8Array>()
  const child = play({ unlock: async () => OPENED, seal: () => waiting.promise })
  const second = play({ unlock: async () => OPENED, seal: () => new Promise(() => {}) })
  const { keyService, sleeps } = remote([child, second])
  await keyService.unlock(UNLOCK)
  const sealing = codeOf(keyService.seal(CONTEXT, CREDENTIALS))
  const locking = keyService.lock()
  await until(() => sleeps.length > 0)
  expect(child.killed).toBe(false)
  waiting.resolve(new Uint8Array(64))
  await locking
  expect([await sealing, child.killed, sleeps[0]?.ms]).toEqual(['ok', true, 5_000])

  await keyService.unlock(UNLOCK)
  const hanging = codeOf(keyService.seal(CONTEXT, CREDENTIALS))
  const again = keyService.lock()
  await until(() => sleeps.length > 1)
  sleeps[1]?.wake()
  await again
  expect([await hanging, second.killed]).toEqual(['VAULT_LOCKED', true])
})

test('a lock does not wait for a passphrase that is being stretched', async () => {
  const child = play({ unlock: () => new Promise(() => {}) })
  const { keyService } = remote([child])
  const unlocking = codeOf(keyService.unlock(UNLOCK))
  await until(() => child.sent.length > 0)
  // Nobody wakes the sleep that limits the wait.
  await keyService.lock()
  expect([await unlocking, child.killed]).toEqual(['VAULT_LOCKED', true])
})

test('a process starts for what opens a vault and for nothing else, and stays only while it holds something', async () => {
  const [first, second, third] = [
    play({ keychain: async () => 'ok' }),
    play({ unlock: () => Promise.reject(new AppError('WRONG_PASSPHRASE', 'x')) }),
    play({ unlock: async () => OPENED, keychain: async () => 'ok', sign: async () => new Uint8Array(64) }),
  ]
  const { keyService, started, deaths } = remote([first, second, third])
  expect(await codeOf(keyService.sign(new Uint8Array(1)))).toBe('VAULT_LOCKED')
  expect(started).toHaveLength(0)
  expect(await keyService.keychain([])).toBe('ok')
  expect(first.killed).toBe(true)
  expect(await codeOf(keyService.unlock(UNLOCK))).toBe('WRONG_PASSPHRASE')
  expect(second.killed).toBe(true)
  await keyService.unlock(UNLOCK)
  await keyService.keychain([])
  await keyService.sign(new Uint8Array(1))
  expect([third.killed, deaths()]).toEqual([false, 0])
})

test('a process that dies answers each call in flight as locked, once', async () => {
  const child = play({ unlock: async () => OPENED, sign: () => new Promise(() => {}) })
  const { keyService, deaths } = remote([child])
  await keyService.unlock(UNLOCK)
  const calls = [codeOf(keyService.sign(new Uint8Array(1))), codeOf(keyService.sign(new Uint8Array(2)))]
  child.die()
  expect(await Promise.all(calls)).toEqual([ended().code, ended().code])
  await until(() => deaths() === 1)
  expect(await codeOf(keyService.sign(new Uint8Array(1)))).toBe('VAULT_LOCKED')
})

test('the process writes down through its parent which numbers it may use, and no other name', async () => {
  const told: unknown[] = []
  const child = play()
  const { keyService } = remote([child], {
    reserveNumbers: async (name, upTo) => {
      told.push([name, upTo])
      return 41
    },
  })
  void codeOf(keyService.unlock(UNLOCK))
  await until(() => child.sent.length > 0)
  const name = 'a1'.repeat(32)
  child.say({ kind: 'reserve', id: 1, name, upTo: 99 })
  await until(() => child.sent.length === 2)
  expect(child.sent[1]).toEqual({ kind: 'reserved', id: 1, before: 41 })
  expect(told).toEqual([[name, 99]])
  expect(child.killed).toBe(false)
  child.say({ kind: 'reserve', id: 2, name: 'practice-account', upTo: 99 })
  await until(() => child.killed)
  expect(told).toHaveLength(1)
})

test('the process asks for variables by name, and gets no others', async () => {
  const asked: string[] = []
  const child = play()
  const { keyService } = remote([child], {
    get: async (name) => {
      asked.push(name)
      return name === 'KEY' ? 'value' : null
    },
    forCommands: async () => ({ PATH: '/bin' }),
  })
  void codeOf(keyService.unlock(UNLOCK))
  await until(() => child.sent.length > 0)
  child.say({ kind: 'variable', id: 1, name: 'KEY' })
  child.say({ kind: 'variable', id: 2, name: 'ELSE' })
  child.say({ kind: 'variables', id: 3 })
  await until(() => child.sent.length === 4)
  expect(child.sent.slice(1)).toEqual([
    { kind: 'variable', id: 1, value: 'value' },
    { kind: 'variable', id: 2, value: null },
    { kind: 'variables', id: 3, values: { PATH: '/bin' } },
  ])
  expect(asked).toEqual(['KEY', 'ELSE'])
})

const WATCHED = { venue: 'binance', host: null, stream: { kind: 'orders' } } as const
const USE = {
  from: 'reference',
  reference: { kind: 'file', apiKey: '/a', apiSecret: '/b' },
  environment: 'test',
} as const

it('carries what a stream tells to whoever asked for it, and tells of its end when the process ends', async () => {
  const tells = new Map<number, OnStreamEvent>()
  const child = play({
    unlock: async () => OPENED,
    watch: async (stream, _call, _use, tell) => void tells.set(stream, tell),
    unwatch: async () => {},
  })
  const { keyService } = remote([child])
  await keyService.unlock(UNLOCK)
  const told: [number, StreamEvent][] = []
  for (const stream of [1, 2]) await keyService.watch(stream, WATCHED, USE, (news) => void told.push([stream, news]))
  tells.get(2)?.({ kind: 'up' })
  tells.get(1)?.({ kind: 'stir' })
  tells.get(1)?.({ kind: 'down' })
  tells.get(1)?.({ kind: 'up' })
  await until(() => told.length >= 3)
  child.die()
  await until(() => told.length >= 4)
  expect(told).toEqual([
    [2, { kind: 'up' }],
    [1, { kind: 'stir' }],
    [1, { kind: 'down' }],
    [2, { kind: 'down' }],
  ])
  expect(await codeOf(keyService.watch(3, WATCHED, USE, () => {}))).toBe('VAULT_LOCKED')
})

it('tells news that have no shape of ours as something that happened: it must not pass for silence, nor end the process', async () => {
  const child = play({ unlock: async () => OPENED, watch: async () => {} })
  const { keyService } = remote([child])
  await keyService.unlock(UNLOCK)
  const told: StreamEvent[] = []
  await keyService.watch(1, WATCHED, USE, (news) => void told.push(news))
  const order = { orderId: 'x'.repeat(5_000), key: 'k' }
  for (const news of [null, {}, { kind: 'order', order }, { kind: 'up', secret: SECRET }, { kind: 'depth' }]) {
    child.say({ kind: 'news', stream: 1, news })
  }
  child.say({ kind: 'news', stream: 7, news: { kind: 'up' } })
  child.say({ kind: 'news', stream: 1, news: { kind: 'up' } })
  const stirs = Array.from({ length: 5 }, () => ({ kind: 'stir' }))
  expect([told, child.killed]).toEqual([[...stirs, { kind: 'up' }], false])
})
