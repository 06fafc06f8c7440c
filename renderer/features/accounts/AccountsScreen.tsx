// The accounts, the vault that keeps their keys, and the forms that add to them.

import type { ReactNode } from 'react'
import { text } from '../../messages/late/en.ts'
import { loadAccounts } from '../../state/session/session-actions.ts'
import { useSession } from '../../state/session/session-store.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { AccountPanel } from './AccountPanel.tsx'
import { AddAccount } from './AddAccount.tsx'
import { AddReference } from './AddReference.tsx'
import { ACCOUNT_COLUMNS } from './account-columns.tsx'
import { useAccounts } from './accounts-store.ts'

/**
 * The screen. The practice account is always there, so the list is never empty; alone, it says what comes next. The vault's cards are another
 * feature's, which the app hands in.
 */
export function AccountsScreen({ vault }: { vault: ReactNode }) {
  const accounts = useSession((state) => state.accounts)
  const openId = useAccounts((state) => state.openId)
  const open = accounts.value?.find(({ accountId, venue }) => accountId === openId && venue !== 'practice')
  return (
    <section className={open === undefined ? 'screen' : 'screen with-panel'} aria-labelledby="accounts-title">
      <div className="screen-main">
        <div className="screen-head">
          <h1 id="accounts-title">{text.accounts.title}</h1>
          {accounts.value?.length === 1 ? <p className="hint">{text.accounts.onlyPractice}</p> : null}
        </div>
        <div className="stack">
          <LoadedView from={accounts} onRetry={() => void loadAccounts()}>
            {(list) => (
              <DataTable
                label={text.accounts.table}
                columns={ACCOUNT_COLUMNS}
                given={null}
                groups={[{ id: 'accounts', rows: list }]}
                rowKey={({ accountId }) => accountId}
                currentKey={openId}
              />
            )}
          </LoadedView>
          {/* Two fixed columns: a card that grows must not move another one into the next column. */}
          <div className="card-columns">
            <div className="stack">{vault}</div>
            <div className="stack">
              <AddAccount />
              <AddReference />
            </div>
          </div>
        </div>
      </div>
      {open === undefined ? null : <AccountPanel key={open.accountId} account={open} />}
    </section>
  )
}
