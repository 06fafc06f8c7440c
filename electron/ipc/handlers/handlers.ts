// The handlers of all areas. They cover the contract, or it does not compile.

import type { Operations } from '../../../shared/contract/contract.ts'
import { type AccountServices, accountHandlers } from './accounts.ts'
import { type AirdropServices, airdropHandlers } from './airdrops.ts'
import { type AlertServices, alertHandlers } from './alerts.ts'
import { type AppServices, appHandlers } from './app.ts'
import { type AuditServices, auditHandlers } from './audit.ts'
import { type CoinServices, coinHandlers } from './coins.ts'
import type { HandlersOf } from './handler.ts'
import { type LedgerServices, ledgerHandlers } from './ledger.ts'
import { type CoinListServices, coinListHandlers } from './list/coin-list.ts'
import { type ListFileServices, listFileHandlers } from './list/list-file.ts'
import { type ViewServices, viewHandlers } from './list/views.ts'
import { type ListingServices, listingHandlers } from './listings.ts'
import { type MarketServices, marketHandlers } from './markets.ts'
import { type NoteServices, noteHandlers } from './notes.ts'
import { type OrderServices, orderHandlers } from './orders.ts'
import { type PortfolioServices, portfolioHandlers } from './portfolio.ts'
import { type CoinFactServices, coinFactHandlers } from './research/coin-facts.ts'
import { type CriterionServices, criterionHandlers } from './research/criteria.ts'
import { type UndoServices, undoHandlers } from './research/undo.ts'
import { type SearchServices, searchHandlers } from './search.ts'
import { type SourceServices, sourceHandlers } from './sources.ts'
import { type StagedServices, stagedHandlers } from './staged.ts'
import { type VaultServices, vaultHandlers } from './vault.ts'

export type Handlers = HandlersOf<Operations>

/** The services behind the operations. */
export interface Services
  extends CoinServices,
    CoinFactServices,
    CriterionServices,
    AirdropServices,
    NoteServices,
    ViewServices,
    CoinListServices,
    ListFileServices,
    SearchServices,
    UndoServices,
    PortfolioServices,
    LedgerServices,
    MarketServices,
    SourceServices,
    ListingServices,
    StagedServices,
    AlertServices,
    OrderServices,
    AccountServices,
    VaultServices,
    AuditServices,
    AppServices {}

/** Ties every operation to its service. */
export function createHandlers(services: Services): Handlers {
  return {
    ...coinHandlers(services),
    ...coinFactHandlers(services),
    ...criterionHandlers(services),
    ...airdropHandlers(services),
    ...noteHandlers(services),
    ...viewHandlers(services),
    ...coinListHandlers(services),
    ...listFileHandlers(services),
    ...searchHandlers(services),
    ...undoHandlers(services),
    ...portfolioHandlers(services),
    ...ledgerHandlers(services),
    ...marketHandlers(services),
    ...sourceHandlers(services),
    ...listingHandlers(services),
    ...stagedHandlers(services),
    ...alertHandlers(services),
    ...orderHandlers(services),
    ...accountHandlers(services),
    ...vaultHandlers(services),
    ...auditHandlers(services),
    ...appHandlers(services),
  }
}
