// Writes texts into a profile's own file, past every check of the app: as another program, or an older fault, could.

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { asText } from '../../../shared/reasons/reason.ts'

export interface Planted {
  coinIds: string[]
  intentIds: string[]
}

/** How many places one text is planted in. */
export const PLANTED_PLACES = 21

const AT = '2026-01-01T00:00:00.000Z'

/** Plants each text in a coin, its tags and notes, an order with one attempt, and the label and exchange of an account. The profile must have been opened once. */
export function plant(dataDir: string, texts: readonly string[]): Planted {
  const db = new DatabaseSync(join(dataDir, 'prelist.sqlite'))
  const run = (sql: string, ...values: (string | number | null)[]) => db.prepare(sql).run(...values)
  const planted: Planted = { coinIds: [], intentIds: [] }
  db.exec('BEGIN')
  for (const [index, text] of texts.entries()) {
    const coinId = `own-planted-${index}`
    const intentId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
    const said = JSON.stringify(asText(text))
    run('INSERT INTO own_coins VALUES (?, ?, ?, ?, ?, ?)', coinId, text, text, text, JSON.stringify([text]), AT)
    run(
      'INSERT INTO coin_marks (coin_id, watched, tags, note, note_updated_at) VALUES (?, 1, ?, ?, ?)',
      coinId,
      JSON.stringify([text]),
      text,
      AT,
    )
    const facts = [
      { kind: 'link', place: 'website', url: text, official: true },
      { kind: 'contract', chain: text, address: text, official: true },
      { kind: 'event', text },
    ]
    for (const [at, fact] of facts.entries()) {
      const value = JSON.stringify(fact)
      run('INSERT INTO coin_facts VALUES (?, ?, ?, ?, NULL, ?)', `planted-${index}-${at}`, coinId, value, text, AT)
    }
    run('INSERT INTO airdrop_work VALUES (?, ?, ?, NULL, ?)', coinId, 'in-progress', text, AT)
    run('INSERT INTO holdings VALUES (?, ?, ?, ?)', 'practice', coinId, '1', AT)
    run(
      `INSERT INTO orders (intent_id, account_id, environment, coin_id, market, side, type, time_in_force, size_unit,
         size_value, amount, payload_hash, venue_client_id, status, reason, venue_order_id, fee_asset, fee_amount,
         filled, average_price, created_at, updated_at)
       VALUES (?, 'practice', 'practice', ?, ?, 'buy', 'market', 'gtc', 'quote', '50', '1', ?, ?, 'rejected', ?, ?, ?,
         '1', '0', NULL, ?, ?)`,
      intentId,
      coinId,
      `${text}/USDT`,
      text,
      `${text}${index}`,
      said,
      text,
      text,
      AT,
      AT,
    )
    run('INSERT INTO attempts VALUES (?, 1, ?, ?, ?, ?, NULL, NULL, ?)', intentId, AT, 'refused', said, AT, text)
    run('INSERT INTO searches VALUES (?, 1, 0, NULL, ?, ?)', intentId, AT, said)
    const check = {
      state: 'accepted',
      permissions: [text],
      ipBound: null,
      expiresAt: null,
      detail: asText(text),
      at: AT,
    }
    run('INSERT INTO accounts VALUES (?, ?, ?, ?, NULL, ?, ?)', `planted-${index}`, 'kraken', 'test', text, AT, text)
    run(
      `INSERT INTO account_keys (key_id, account_id, role, key_end, fingerprint, source, reference, record_id, added_at,
         last_used_at, checked, told_days)
       VALUES (?, ?, 'current', NULL, NULL, 'environment', ?, NULL, ?, NULL, ?, 0)`,
      `planted-${index}`,
      `planted-${index}`,
      JSON.stringify({ kind: 'environment', apiKey: 'A', apiSecret: 'B' }),
      AT,
      JSON.stringify(check),
    )
    planted.coinIds.push(coinId)
    planted.intentIds.push(intentId)
  }
  db.exec('COMMIT')
  db.close()
  return planted
}
