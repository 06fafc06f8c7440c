// The key service as the backend sees it when it runs in a process of its own. The process starts on first need, lives while
// it holds something, and is killed to lock: the one way in JavaScript to be rid of every copy of a key.

import type { Build, CommitHeader, KeyService, ParentEnvironment, Spawner } from '../../ports/vault.ts'
import { ended, type Link, linkTo } from './rpc-link.ts'
import type { ArgsOf, Method, ResultOf } from './rpc-shapes.ts'

/** A call that hangs, at a keychain's prompt above all, must not keep the vault from being locked. */
const PATIENCE_MS = 5_000

/** The methods that need nothing unlocked; the others would only learn from a new process that the vault is locked. */
const STARTS: readonly Method[] = ['tryKeychain', 'keychain', 'create', 'unlock', 'readBackup', 'adopt']
/** After one of these the process holds keys, and stays until the lock. */
const HOLDS: readonly Method[] = ['create', 'unlock', 'readBackup', 'adopt']
/** They only read or stretch: cut off, they leave nothing half done, and a lock does not wait for them. */
const CUT_OFF: readonly Method[] = ['tryKeychain', 'keychain', 'unlock', 'probe', 'source', 'sign', 'readBackup']

export interface KeyServiceClient extends KeyService {
  /** Told when the process ends without having been asked to. */
  onEnded(listener: () => void): void
}

export interface KeyServiceClientParts {
  spawn: Spawner
  build: Build
  environment: ParentEnvironment
  /** Resolves after so many milliseconds; the signal ends the wait. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Builds the key service; nothing is started yet. */
export function keyServiceClient({ spawn, build, environment, sleep }: KeyServiceClientParts): KeyServiceClient {
  const listeners = new Set<() => void>()
  let link: Link | null = null
  let isHolding = false
  let ending: Promise<void> | null = null

  const start = (): Link => {
    const started = linkTo(spawn(build), environment)
    link = started
    isHolding = false
    void started.gone.then(() => {
      if (link === started) link = null
      if (ending === null) for (const listener of listeners) listener()
    })
    return started
  }
  const end = (): Promise<void> => {
    ending ??= (async () => {
      if (link === null) return
      const waited = new AbortController()
      await Promise.race([link.idle(CUT_OFF), sleep(PATIENCE_MS, waited.signal).catch(() => {})])
      waited.abort()
      link.kill()
      await link.gone
    })().finally(() => {
      ending = null
    })
    return ending
  }
  const call = async <M extends Method>(method: M, args: ArgsOf<M>, commit?: CommitHeader): Promise<ResultOf<M>> => {
    while (ending !== null) await ending
    if (link === null && !STARTS.includes(method)) throw ended()
    const used = link ?? start()
    try {
      const result = await used.call(method, args, commit)
      if (HOLDS.includes(method)) isHolding = true
      return result
    } finally {
      // A wrong passphrase or a look at the keychain leaves nothing worth keeping a process for.
      if (link === used && !isHolding && used.inFlight() === 0) await end()
    }
  }
  return {
    tryKeychain: () => call('tryKeychain', []),
    keychain: (headers) => call('keychain', [headers]),
    create: (input, commit) => call('create', [input], commit),
    unlock: (input) => call('unlock', [input]),
    setPassphrase: (passphrase, at, commit) => call('setPassphrase', [passphrase, at], commit),
    rotateWrappingKey: (at, commit) => call('rotateWrappingKey', [at], commit),
    rotateDataKey: (at, commit) => call('rotateDataKey', [at], commit),
    retireEpochs: (inUse, at, commit) => call('retireEpochs', [inUse, at], commit),
    writeRecoveryKit: (path, at, commit) => call('writeRecoveryKit', [path, at], commit),
    seal: (context, credentials) => call('seal', [context, credentials]),
    reseal: (record) => call('reseal', [record]),
    verify: (record) => call('verify', [record]),
    probe: (venue, host, use) => call('probe', [venue, host, use]),
    // An order that met a lock must not wait for the next unlocking.
    venue: (request, use) =>
      request.ask.kind === 'place' && ending !== null ? Promise.reject(ended()) : call('venue', [request, use]),
    source: (ask, use) => call('source', [ask, use]),
    withdraw: (keys) => call('withdraw', [keys]),
    watch: async (stream, request, use, tell) => {
      while (ending !== null) await ending
      // Before it is asked for: its first words must not come to nobody.
      link?.listen(stream, tell)
      return call('watch', [stream, request, use])
    },
    unwatch: (stream) => call('unwatch', [stream]),
    sign: (message) => call('sign', [message]),
    anchor: (auditSeq, auditHash) => call('anchor', [auditSeq, auditHash]),
    writeBackup: (input) => call('writeBackup', [input]),
    readBackup: (input) => call('readBackup', [input]),
    adopt: (restored, present, passphrase, at, commit) => call('adopt', [restored, present, passphrase, at], commit),
    lock: end,
    onEnded: (listener) => void listeners.add(listener),
  }
}
