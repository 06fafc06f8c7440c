// What runs here, and what the app is and is not.

import type { AppStatus } from '../../../shared/app.ts'
import { text } from '../../messages/late/en.ts'
import { loadStatus } from '../../state/session/session-actions.ts'
import { useSession } from '../../state/session/session-store.ts'
import { Age } from '../../ui/Age.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'

function Connection(account: Partial<AppStatus['accounts'][number]>) {
  const { state = 'not-started', lastAnswerAt = null, lastAnswerMs = null } = account
  return (
    <>
      {text.shell.connection[state]},{' '}
      {lastAnswerAt === null ? text.shell.noAnswerYet : <Age at={lastAnswerAt} asOfMs={lastAnswerMs} />}
    </>
  )
}

function Status() {
  const status = useSession((state) => state.status)
  return (
    <LoadedView from={status} onRetry={() => void loadStatus()}>
      {({ version, shell, accounts, unsettledOrders }) => (
        <Facts>
          <Fact name={text.settings.version}>{version}</Fact>
          <Fact name={text.settings.shell}>{text.settings.shells[shell]}</Fact>
          <Fact name={text.settings.practice}>
            <Connection {...accounts.find(({ accountId }) => accountId === 'practice')} />
          </Fact>
          <Fact name={text.settings.unsettled}>{unsettledOrders}</Fact>
        </Facts>
      )}
    </LoadedView>
  )
}

/** Two cards: the app's state, and the limits of what it is. */
export function AboutApp() {
  return (
    <>
      <section className="card" aria-labelledby="about-title">
        <h2 id="about-title">{text.settings.app}</h2>
        <p>{text.settings.is}</p>
        <Status />
      </section>
      <section className="card" aria-labelledby="not-title">
        <h2 id="not-title">{text.settings.disclaimerTitle}</h2>
        <ul className="spaced-list">
          {text.settings.isNot.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
