// What the operations on the ledger take, for hostile messages.

import type { OperationName } from '../../../../shared/contract/contract.ts'
import { type Case, extend } from './hostile-case.ts'

type Cases = Partial<Record<OperationName, Case>>

const LEDGER_FILTER: Case = {
  valid: { coinId: 'peaq', accountId: 'manual', environment: 'live', kind: 'buy', limit: 10 },
  fields: {
    // Of a coin or place that is not there nothing is listed.
    ...{ coinId: 'line?', accountId: 'line?', environment: 'word?', kind: 'word?', before: 'count?', limit: 'count?' },
  },
}
const RESULTS: Case = {
  valid: { environment: 'live', method: 'fifo', year: 2026 },
  fields: { environment: 'word', method: 'word', year: 'count?' },
}
const TRANSFER: Case = {
  valid: { withdrawalId: 'nothing', depositId: 'nothing either' },
  fields: { withdrawalId: 'secret', depositId: 'secret' },
}
export const LEDGER_CASES = {
  'import.preview': {
    valid: {
      text: 'When,Coin,Qty',
      ...{ format: 'generic', timeZone: 'UTC', accountId: 'cold' },
      mapping: { columns: { time: 'When', asset: 'Coin', amount: 'Qty' }, kind: 'buy' },
    },
    fields: {
      ...{ text: 'secret?', path: 'secret?', format: 'line?', timeZone: 'line?', accountId: 'line?' },
      'mapping?': { kind: 'word?' },
    },
  },
  'import.columns': { valid: { text: 'a,b\nc,d' }, fields: { text: 'secret?', path: 'secret?' } },
  'import.commit': {
    valid: { previewId: '00000000-0000-4000-8000-000000000000', withoutBadRows: true },
    fields: { previewId: 'id', withoutBadRows: 'flag?' },
  },
  'import.cancel': { valid: { previewId: '00000000-0000-4000-8000-000000000000' }, fields: { previewId: 'id' } },
  'import.list': { valid: {}, fields: {} },
  'import.undo': { valid: { importId: 'nothing' }, fields: { importId: 'secret' } },
  'ledger.list': LEDGER_FILTER,
  'ledger.page': LEDGER_FILTER,
  'ledger.save': {
    valid: {
      ...{
        at: '2026-01-01T00:00:00Z',
        accountId: 'manual',
        kind: 'transfer',
        coinId: 'peaq',
        asset: 'PEAQ',
        amount: '1',
      },
      ...{ price: '1', currency: 'USDT', total: '1', environment: 'live', note: 'n' },
      fee: { asset: 'PEAQ', amount: '0.1' },
      to: { accountId: 'cold', amount: '1' },
    },
    fields: {
      ...{ entryId: 'secret?', environment: 'word?', at: 'day', accountId: 'line', kind: 'word', coinId: 'id?~' },
      ...{
        asset: 'line?',
        amount: 'decimal',
        price: 'decimal?~',
        currency: 'line?',
        total: 'decimal?~',
        note: 'note?',
      },
      'fee?': { asset: 'line', coinId: 'id?', amount: 'signed' },
      'to?': { accountId: 'line?', coinId: 'id?', asset: 'line?', amount: 'decimal?' },
    },
  },
  'ledger.remove': { valid: { entryId: 'nothing' }, fields: { entryId: 'secret' } },
  'ledger.export': {
    valid: { path: '/nowhere/ledger.csv', year: 2026, environment: 'live', method: 'fifo' },
    fields: { path: 'secret', year: 'count?', environment: 'word?', method: 'word?' },
  },
  'transfers.list': { valid: { environment: 'live' }, fields: { environment: 'word?' } },
  'transfers.confirm': TRANSFER,
  'transfers.refuse': TRANSFER,
  'transfers.undo': TRANSFER,
  'targets.get': { valid: { environment: 'live' }, fields: { environment: 'word?' } },
  'targets.save': {
    valid: { environment: 'test', items: [{ coinId: 'peaq', share: '0.02' }], band: '0.01' },
    fields: { environment: 'word?', items: 'ids', band: 'decimal?' },
  },
  'rebalance.plan': { valid: { environment: 'practice' }, fields: { environment: 'word' } },
  'portfolio.history': {
    valid: { environment: 'practice', range: '30d' },
    fields: { environment: 'word', range: 'word' },
  },
  'results.get': RESULTS,
  'results.page': extend(
    RESULTS,
    { coinId: 'peaq', limit: 10 },
    { coinId: 'line?', asset: 'line?', before: 'count?', limit: 'count?' },
  ),
} satisfies Cases
