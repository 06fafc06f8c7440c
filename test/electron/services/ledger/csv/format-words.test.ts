// Each form that files are recognised in has a name on the page, and none has a name that there is not.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BINANCE } from '../../../../../electron/services/ledger/csv/formats/binance.ts'
import { BYBIT } from '../../../../../electron/services/ledger/csv/formats/bybit.ts'
import { COINBASE } from '../../../../../electron/services/ledger/csv/formats/coinbase.ts'
import { KRAKEN } from '../../../../../electron/services/ledger/csv/formats/kraken.ts'
import { KUCOIN } from '../../../../../electron/services/ledger/csv/formats/kucoin.ts'
import { OKX } from '../../../../../electron/services/ledger/csv/formats/okx.ts'
import { OTHERS } from '../../../../../electron/services/ledger/csv/formats/other.ts'
import { ROOT } from '../../../../house/planted.ts'

test('every form has its name', () => {
  const ids = [BINANCE, BYBIT, COINBASE, KRAKEN, KUCOIN, OKX, OTHERS].flat().map(({ id }) => id)
  // The page's words are built for the page alone, so they are read as they are written.
  const words = readFileSync(join(ROOT, 'renderer/messages/late/en-imports.ts'), 'utf8')
  const table = /FORMATS: .*? = \{\n(.*?)\n\}/s.exec(words)?.[1] ?? ''
  const named = [...table.matchAll(/^ {2}'?([a-z-]+)'?: /gm)].map(([, id]) => id)
  expect(named.toSorted()).toEqual([...new Set(ids)].toSorted())
})
