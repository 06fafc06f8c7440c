// The tests that must notice a break in the order desk's core: pure, without a server, a database or a browser.

import { defineConfig } from 'vitest/config'
import { base } from './vitest.base.ts'

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    // A worker for each run instead of each file: more than a thousand runs, and none of these tests leaves anything.
    isolate: false,
    include: [
      'test/shared/order-states.test.ts',
      'test/shared/venues/*.test.ts',
      'test/electron/services/orders/{answers,golden-answers,verdicts,reconcile,order-wire}.test.ts',
      'test/electron/services/orders/checks/{order-check,price-check,stage-check,stop-check,fill-estimate,one-click-price}.test.ts',
      'test/electron/services/portfolio/risk.test.ts',
      'test/electron/adapters/ccxt/requests/{sent-check,general-check}.test.ts',
      'test/electron/exchanges/common/{request-fields,request-meanings}.test.ts',
    ],
  },
})
