// What the operations on the trader's own research take.

import { type Case, extend } from './hostile-case.ts'

/** `coin` is the case of an operation on one coin. */
export const researchCases = (coin: Case) => ({
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
  'coinFacts.remove': extend(coin, { factId: 'none' }, { factId: 'id' }),
  // Whatever a note holds is asked about: no text is refused as a link, it only is none.
  'links.open': extend(coin, { link: 'https://peaq.xyz/' }, {}),
  'links.check': extend(coin, { links: ['https://peaq.network/'] }, { coinId: 'id?' }),
})
