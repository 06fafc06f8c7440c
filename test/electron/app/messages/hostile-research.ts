// What the operations on the trader's own research take.

import type { CriterionOperations } from '../../../../shared/contract/research/criteria.ts'
import { type Case, extend } from './hostile-case.ts'

type Researched = keyof CriterionOperations | 'coinFacts.save' | 'coinFacts.remove' | 'links.check' | 'links.open'

/** `coin` is the case of an operation on one coin. */
export const researchCases = (coin: Case): Record<Researched, Case> => ({
  'coinFacts.save': extend(
    coin,
    {
      value: { kind: 'link', place: 'website', url: 'https://peaq.example/', official: true },
      ...{ source: 'docs', asOf: '2026-11-01' },
    },
    {
      'value?': { kind: 'word', place: 'word', url: 'word', official: 'flag' },
      ...{ source: 'line?~', asOf: 'day?~', factId: 'id?' },
    },
  ),
  'criteria.list': { valid: {}, fields: {} },
  'criteria.save': { valid: { name: 'Audited' }, fields: { name: 'line', criterionId: 'id?' } },
  'criteria.remove': { valid: { criterionId: 'none' }, fields: { criterionId: 'id' } },
  'criteria.mark': extend(coin, { criterionId: 'top-100', verdict: 'met' }, { criterionId: 'id', verdict: 'word~' }),
  'coinFacts.remove': extend(coin, { factId: 'none' }, { factId: 'id' }),
  'links.open': extend(coin, { link: 'https://peaq.xyz/' }, { link: 'line' }),
  'links.check': extend(coin, { links: ['https://peaq.network/'] }, { coinId: 'id?', links: 'lines' }),
})
