// What the operations on staged orders take, for hostile messages.

import type { Case } from './hostile-case.ts'

export const STAGED_CASES = {
  'staged.list': { valid: { coinId: 'ola', accountId: 'practice' }, fields: { coinId: 'id?', accountId: 'id?' } },
  'staged.save': {
    valid: {
      ...{ accountId: 'practice', coinId: 'ola', venue: 'practice', market: 'OLA/USDT', side: 'buy', trigger: 'tell' },
      ...{ size: { unit: 'quote', value: '5' }, maxPrice: '1', maxValue: '10', note: 'why' },
      ...{ from: '2098-01-01T12:00:00.000Z', until: '2099-01-01T12:00:00.000Z' },
    },
    fields: {
      ...{ accountId: 'id', coinId: 'id', venue: 'word', market: 'id', side: 'word', trigger: 'word', stagedId: 'id?' },
      ...{
        size: { unit: 'word', value: 'decimal' },
        maxPrice: 'decimal~',
        maxValue: 'decimal~',
        from: 'day',
        until: 'day',
      },
      note: 'note?',
    },
  },
  'staged.cancel': { valid: { stagedId: '00000000-0000-4000-8000-000000000000' }, fields: { stagedId: 'id' } },
} satisfies Record<string, Case>
