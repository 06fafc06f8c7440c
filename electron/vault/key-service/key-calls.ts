// What is done with the keys in an open vault: sealed, opened for one call at an exchange, and never handed out.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type {
  Credentials,
  KeyProbe,
  KeyService,
  KeyUse,
  ParentEnvironment,
  SourceCalls,
  VenueService,
} from '../../ports/vault.ts'
import { openWith, sealWith } from '../open-vault.ts'
import { credentialsOf, plaintextOf, usableKey } from '../references/credentials.ts'
import { resolvePlace, resolveReference } from '../references/references.ts'
import type { HeldVault } from './held-vault.ts'

export interface KeyCalls
  extends Pick<
    KeyService,
    'seal' | 'reseal' | 'verify' | 'probe' | 'venue' | 'source' | 'withdraw' | 'watch' | 'unwatch'
  > {
  /** Ends every stream that is open. */
  endStreams(): void
}

/** What a header can hold; one that a reference has found can be anything. */
const SOURCE_KEY = /^[\x21-\x7e]{8,256}$/

const notForThis = () => new AppError('KEY_UNAVAILABLE', reason('NO_KEY'))

export interface KeyCallsParts {
  vault: HeldVault
  probe: KeyProbe
  venues: VenueService
  sources: SourceCalls
  environment: ParentEnvironment
}

/** Builds them. */
export function createKeyCalls({ vault: holder, probe, venues, sources, environment }: KeyCallsParts): KeyCalls {
  const { held } = holder
  /** What ends each stream that is open. */
  const streams = new Map<number, () => void>()
  const credentialsFor = async (venue: string, use: KeyUse): Promise<Credentials> => {
    if (use.from === 'reference') return usableKey(venue, await resolveReference(use.reference, environment))
    // A source's key is for its source alone.
    if (use.record.type === 'source-key') throw notForThis()
    const plaintext = openWith(held(), use.record)
    try {
      return usableKey(venue, credentialsOf(plaintext))
    } finally {
      plaintext.fill(0)
    }
  }
  const sourceKeyFor = async (source: string, use: KeyUse): Promise<string> => {
    if (use.from === 'reference') return resolvePlace(use.reference.kind, use.reference.apiKey, environment)
    if (use.record.type !== 'source-key') throw notForThis()
    const plaintext = openWith(held(), use.record)
    try {
      // Its second half names the source that it was entered for.
      const { apiKey, apiSecret } = credentialsOf(plaintext)
      if (apiSecret !== source) throw notForThis()
      return apiKey
    } finally {
      plaintext.fill(0)
    }
  }

  return {
    seal: async (context, credentials) => {
      const plaintext = plaintextOf(credentials)
      try {
        return sealWith(held(), context, plaintext)
      } finally {
        plaintext.fill(0)
      }
    },
    reseal: async (record) => {
      const plaintext = openWith(held(), record)
      try {
        const { bytes: _, ...context } = record
        return sealWith(held(), context, plaintext)
      } finally {
        plaintext.fill(0)
      }
    },
    verify: async (record) => void openWith(held(), record).fill(0),
    probe: async (venue, host, use) => {
      const environmentOf = use.from === 'vault' ? use.record.environment : use.environment
      held()
      return probe.check(venue, environmentOf, host, await credentialsFor(venue, use))
    },
    venue: async (call, use) => {
      const vault = held()
      const environmentOf = use.from === 'vault' ? use.record.environment : use.environment
      const { ask } = call
      const at = { ...call, environment: environmentOf }
      if (ask.kind === 'room') return { kind: 'room', ms: venues.room(at, ask.requests) }
      const gate = ask.kind === 'place' ? venues.gate(ask) : () => null
      // Whatever the credentials and the connection were waited for, the vault may have been locked meanwhile.
      const mayLeave = () => (holder.current()?.master === vault.master ? gate() : reason('VAULT_LOCKED_MEANWHILE'))
      return venues.call({ ...at, ask }, await credentialsFor(call.venue, use), mayLeave)
    },
    source: async (ask, use) => {
      const vault = held()
      const mayLeave = () => (holder.current()?.master === vault.master ? null : reason('VAULT_LOCKED_MEANWHILE'))
      const apiKey = await sourceKeyFor(ask.source, use)
      if (!SOURCE_KEY.test(apiKey)) throw new AppError('KEY_UNAVAILABLE', reason('SOURCE_KEY_MALFORMED'))
      return sources.ask(ask, apiKey, mayLeave)
    },
    withdraw: async (keys) => venues.withdraw(keys),
    watch: async (stream, call, use, tell) => {
      const environmentOf = use.from === 'vault' ? use.record.environment : use.environment
      const credentials = await credentialsFor(call.venue, use)
      // Whatever the credentials were waited for, the vault may have been locked meanwhile.
      held()
      const end = venues.watch({ ...call, environment: environmentOf }, credentials, (news) => {
        if (news.kind === 'down') streams.delete(stream)
        tell(news)
      })
      streams.set(stream, end)
    },
    unwatch: async (stream) => streams.get(stream)?.(),
    endStreams: () => {
      for (const end of [...streams.values()]) end()
    },
  }
}
