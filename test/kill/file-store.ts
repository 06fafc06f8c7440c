// A secret store in a file, which outlives the process that is killed. For tests: nothing in it is protected.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { SecretStore } from '../../electron/ports/system.ts'

/** Opens the store at `path`. */
export function fileStore(path: string): SecretStore {
  const all = (): Record<string, string> => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {})
  const keep = (secrets: Record<string, string>) => writeFileSync(path, JSON.stringify(secrets))
  return {
    get: async (account) => all()[account] ?? null,
    set: async (account, secret) => keep({ ...all(), [account]: secret }),
    delete: async (account) => {
      const { [account]: gone, ...rest } = all()
      keep(rest)
      return gone !== undefined
    },
  }
}
