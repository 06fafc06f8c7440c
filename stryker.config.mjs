// Mutation testing of the order desk's core: Stryker breaks these files, one place at a time, in a copy, and the tests
// that vitest.mutation.config.ts names must notice. Every kind of break that it knows is on, those of module-level tables
// included, and nothing in the sources switches one off.

export default {
  mutate: [
    // States.
    'shared/order-states.ts',
    // Classification of answers: the judgement, how a code is matched, and each exchange's lists.
    'electron/services/orders/answers.ts',
    'shared/venues/record.ts',
    'shared/venues/binance.ts',
    'shared/venues/kraken.ts',
    'shared/venues/coinbase.ts',
    'shared/venues/bybit.ts',
    'shared/venues/okx.ts',
    'shared/venues/answers/table.ts',
    'shared/venues/answers/binance.ts',
    'shared/venues/answers/kraken.ts',
    'shared/venues/answers/coinbase.ts',
    'shared/venues/answers/bybit.ts',
    'shared/venues/answers/okx.ts',
    'shared/venues/answers/okx-refusals.ts',
    // The search for an order whose fate is not known.
    'electron/services/orders/reconcile.ts',
    'electron/services/orders/order-wire.ts',
    // Rules of markets and of the trader, and the last look before the first byte.
    'electron/services/orders/checks/order-check.ts',
    'electron/services/orders/checks/price-check.ts',
    'electron/services/orders/checks/stage-check.ts',
    'electron/services/orders/checks/stop-check.ts',
    'shared/markets/tick.ts',
    'electron/services/orders/checks/fill-estimate.ts',
    'electron/services/orders/checks/one-click-price.ts',
    'electron/services/portfolio/risk.ts',
    'electron/adapters/ccxt/requests/sent-check.ts',
    'electron/exchanges/common/request-fields.ts',
    'electron/exchanges/common/request-terms.ts',
    'electron/exchanges/binance/request.ts',
    'electron/exchanges/bybit/request.ts',
    'electron/exchanges/coinbase/request.ts',
    'electron/exchanges/kraken/request.ts',
    'electron/exchanges/okx/request.ts',
  ],
  thresholds: { high: 95, low: 90, break: 90 },
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  // Without `related` the tests are those of the list; with it each test that reaches a file by any way would run.
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // One for each core of a small machine; a break that makes a test hang is ended.
  concurrency: 2,
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 5,
  // Stryker would rewrite the paths of tsconfig.json by an interface that TypeScript 7 does not have. The copy brings
  // every tsconfig along, so that there is nothing to rewrite: a name that no file has leaves it out.
  tsconfigFile: 'no-tsconfig-is-rewritten',
  tempDirName: 'out/mutation/copy',
  cleanTempDir: 'always',
  ignorePatterns: ['/out', '/dist', '/tour', '/docs', '/scripts', '/tools', '/test-results', '/.prelist'],
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'out/mutation/report.html' },
  jsonReporter: { fileName: 'out/mutation/report.json' },
  // It says that breaks of module-level tables take long, and how they could be left out.
  warnings: { slow: false },
}
