// Where the key comes from: named variables of the environment, or the terminal. Never an argument, which other programs of
// the machine can read, and never the vault.

import type { Credentials } from '../../electron/ports/vault.ts'
import { AppError } from '../../shared/result.ts'
import type { Parts } from './parts.ts'
import { VARIABLES } from './table.ts'
import type { ProbeVenue } from './venues.ts'

/** Reads the key. In a variable the lines of a secret may stand in one, with \n between them. @throws AppError `KEY_UNAVAILABLE` */
export async function readKey(venue: ProbeVenue, parts: Pick<Parts, 'env' | 'askSecret'>): Promise<Credentials> {
  const read = async (name: keyof typeof VARIABLES, words: string): Promise<string> => {
    const given = parts.env[VARIABLES[name]] ?? (await parts.askSecret(`${words} for ${venue.name} (not shown): `))
    const value = given?.replaceAll('\\n', '\n').trim() ?? ''
    if (value === '')
      throw new AppError('KEY_UNAVAILABLE', `No ${words}: type it on a terminal, or set ${VARIABLES[name]}.`)
    return value
  }
  return {
    apiKey: await read('apiKey', 'API key'),
    apiSecret: await read('apiSecret', 'API secret'),
    passphrase: venue.needsPassphrase ? await read('passphrase', 'passphrase') : null,
  }
}
