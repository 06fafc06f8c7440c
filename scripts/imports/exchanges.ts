// The part of the import map for exchanges: each knows itself and what all share.

import type { Room } from './map.ts'

const ABOVE =
  'An exchange says what is its own; the common machinery of adapters/ccxt asks it and stands above, so that no circle closes.'
const inExchanges = (room: Partial<Room> & Pick<Room, 'in'>): Room => ({
  packages: ['node:crypto'],
  packagesWhy: 'An exchange is words and tables: of Node it needs node:crypto alone, for the spelling of private keys.',
  imports: ['electron/exchanges/**', 'electron/ports/*', 'shared/**'],
  importsWhy: ABOVE,
  ...room,
})
export const EXCHANGES: Room[] = [
  inExchanges({ in: ['electron/exchanges'] }),
  inExchanges({
    in: ['electron/exchanges/common'],
    imports: ['electron/exchanges/common/*', 'electron/ports/*', 'shared/**'],
    importsWhy: 'What exchanges share lies below them: it knows none of them, only ports and shared/.',
  }),
  inExchanges({
    in: ['electron/exchanges/common/library.ts'],
    packages: ['ccxt'],
    packagesWhy:
      'electron/exchanges/common/library.ts alone names a type of ccxt; client.ts in adapters/ccxt loads it.',
    imports: ['electron/exchanges/common/*', 'electron/ports/*', 'shared/**'],
    importsWhy: 'What exchanges share lies below them: it knows none of them, only ports and shared/.',
  }),
  ...['binance', 'kraken', 'coinbase', 'bybit', 'okx', 'gate', 'kucoin', 'mexc', 'bitget'].map((one) =>
    inExchanges({
      in: [`electron/exchanges/${one}`],
      imports: [`electron/exchanges/${one}/*`, 'electron/exchanges/common/*', 'electron/ports/*', 'shared/**'],
      importsWhy: 'A part of one exchange knows its own folder and what all share, never another exchange.',
    }),
  ),
]
