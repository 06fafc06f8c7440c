// The portfolio of one environment: what it is worth, how each part stands against its limit, and what happened to it.

import { useEffect } from 'react'
import type { Environment } from '../../../shared/order.ts'
import type { Portfolio } from '../../../shared/portfolio.ts'
import { text } from '../../messages/late/en.ts'
import { useMovements } from '../../state/ledger/movements-store.ts'
import { loadPortfolio, showEnvironment } from '../../state/portfolio/portfolio-actions.ts'
import { usePortfolio } from '../../state/portfolio/portfolio-store.ts'
import { type PortfolioView, usePortfolioView } from '../../state/portfolio/portfolio-view-store.ts'
import { selectEnvironment } from '../../state/session/session-actions.ts'
import { environmentOf, firstOf, isNoAccount, useSession } from '../../state/session/session-store.ts'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { ScreenLink } from '../../ui/ScreenLink.tsx'
import { EmptyState } from '../../ui/StateView.tsx'
import { TabStrip, Tabs, TabView } from '../../ui/Tabs.tsx'
import { AllocationView } from './AllocationView.tsx'
import { BreachList } from './BreachList.tsx'
import { HoldingForm } from './HoldingForm.tsx'
import { HoldingsTable } from './HoldingsTable.tsx'
import { ImportView } from './imports/ImportView.tsx'
import { MovementPanel } from './movements/MovementPanel.tsx'
import { MovementsView } from './movements/MovementsView.tsx'
import { OtherAssets } from './OtherAssets.tsx'
import styles from './Portfolio.module.css'
import { RulesForm } from './RulesForm.tsx'
import { ResultsView } from './results/ResultsView.tsx'
import { SpreadView } from './spread/SpreadView.tsx'
import { Totals } from './Totals.tsx'
import { UnpricedNotice } from './UnpricedNotice.tsx'
import { UnreadNotice } from './UnreadNotice.tsx'

/** Where a first holding comes from: an order, or first an account that can place one. */
function NextAct({ environment }: { environment: Environment }) {
  const isMissing = useSession((state) => isNoAccount(firstOf(state, environment)))
  return (
    <ScreenLink screen={isMissing ? 'accounts' : 'watchlist'} className="button">
      {isMissing ? text.accounts.goTo : text.shell.goToWatchlist}
    </ScreenLink>
  )
}

function Loaded({ portfolio }: { portfolio: Portfolio }) {
  const empty = portfolio.holdings.length === 0
  return (
    <>
      <UnreadNotice portfolio={portfolio} />
      <div className="portfolio-top">
        <Totals portfolio={portfolio} />
        <AllocationView portfolio={portfolio} />
      </div>
      <BreachList portfolio={portfolio} />
      {empty ? (
        <EmptyState title={text.portfolio.empty} help={text.portfolio.emptyHelp[portfolio.environment]}>
          <NextAct environment={portfolio.environment} />
        </EmptyState>
      ) : (
        <HoldingsTable portfolio={portfolio} />
      )}
      <UnpricedNotice portfolio={portfolio} />
      <OtherAssets portfolio={portfolio} />
    </>
  )
}

function HoldingsView({ environment }: { environment: Environment }) {
  const portfolio = usePortfolio((state) => state.portfolio)
  useEffect(() => void showEnvironment(environment), [environment])
  return (
    <>
      <LoadedView from={portfolio} onRetry={() => void loadPortfolio()}>
        {/* For a moment what is loaded may still be of the mode that was left. */}
        {(value) => (value.environment === environment ? <Loaded portfolio={value} /> : null)}
      </LoadedView>
      <div className="form-row">
        <HoldingForm key={environment} environment={environment} />
        <RulesForm />
      </div>
    </>
  )
}

function View({ environment, view }: { environment: Environment; view: PortfolioView }) {
  if (view === 'holdings') return <HoldingsView environment={environment} />
  if (view === 'allocation') return <SpreadView />
  if (view === 'movements') return <MovementsView />
  return view === 'import' ? <ImportView /> : <ResultsView />
}

/** The screen. It shows the mode of the window: who chooses another here changes the header with it. */
export function PortfolioScreen() {
  const environment = useSession(environmentOf)
  const view = usePortfolioView((state) => state.view)
  const open = useMovements((state) => state.open)
  const isBeside = view === 'movements' && open !== null
  return (
    <section className={isBeside ? 'screen with-panel' : 'screen'} aria-labelledby="portfolio-title">
      <Tabs className={`screen-main ${styles['main']}`} value={view} onChange={usePortfolioView.getState().show}>
        <div className="screen-head">
          <h1 id="portfolio-title">{text.portfolio.title}</h1>
          <Segmented
            legend={text.portfolio.environment}
            quietLegend
            options={optionsOf(text.portfolio.environments)}
            value={environment}
            onChange={(next) => void selectEnvironment(next)}
          />
          <TabStrip label={text.portfolio.view} tabs={optionsOf(text.portfolio.views)} />
          <p className="hint">{text.portfolio.environmentNote}</p>
        </div>
        <TabView className={styles['view'] ?? ''} value={view}>
          <View environment={environment} view={view} />
        </TabView>
      </Tabs>
      {isBeside ? <MovementPanel open={open} /> : null}
    </section>
  )
}
