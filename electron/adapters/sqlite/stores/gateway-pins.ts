// Remembers by which identity each account's gateway is known.

import type { GatewayPins } from '../../../ports/stores.ts'
import type { Database } from '../database.ts'
import { soundRow } from '../row-check.ts'

/** Builds the pins over the table that holds them. */
export function createGatewayPins(db: Database): GatewayPins {
  return {
    find: (accountId) => {
      const row = soundRow(
        db,
        'gateway_pins',
        db.get('SELECT account_id, identity, serial FROM gateway_pins WHERE account_id = ?', accountId),
      )
      return row === undefined ? null : { identity: String(row.identity), serial: Number(row.serial) }
    },
    save: (accountId, { identity, serial }, at) => {
      db.run(
        `INSERT INTO gateway_pins (account_id, identity, serial, at) VALUES (?, ?, ?, ?)
         ON CONFLICT (account_id) DO UPDATE SET identity = excluded.identity, serial = excluded.serial, at = excluded.at`,
        accountId,
        identity,
        serial,
        at,
      )
    },
  }
}
