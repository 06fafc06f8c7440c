// Which accounts keep the total and all shares unknown, since their balances were never read, and what helps.

import type { Portfolio } from '../../../shared/portfolio.ts'
import { text } from '../../messages/late/en.ts'
import { useSession } from '../../state/session/session-store.ts'
import { Icon } from '../../ui/pictures/Icon.tsx'
import { unreadLines } from './unread-lines.ts'

/** Nothing while the balances of every account were read. */
export function UnreadNotice({ portfolio }: { portfolio: Portfolio }) {
  const known = useSession((state) => state.accounts.value)
  const lines = unreadLines(portfolio, known ?? [])
  if (lines.length === 0) return null
  return (
    <section className="notice warn" aria-label={text.portfolio.unread}>
      <Icon name="warn" />
      <div>
        <h2>{text.portfolio.unread}</h2>
        <ul>
          {lines.map(({ accountId, line }) => (
            <li key={accountId}>{line}</li>
          ))}
        </ul>
        <p>{text.portfolio.unreadHelp}</p>
      </div>
    </section>
  )
}
