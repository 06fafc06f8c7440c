// The one header line: mode, account, connection and the age of the exchange's data.

import { sayReason } from '../../answer-words.ts'
import { text } from '../../messages/en.ts'
import {
  accountById,
  connectionOf,
  environmentOf,
  isHalted,
  isNoAccount,
  useSession,
} from '../../state/session/session-store.ts'
import { whenSession } from '../../state/session/when-session.ts'
import { type LiveState, liveStateOf, useSources } from '../../state/sources/sources-store.ts'
import { useVault } from '../../state/vault/vault-store.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Late } from '../../ui/late/Late.tsx'
import { lateView } from '../../ui/late/late-view.ts'
import { Icon } from '../../ui/pictures/Icon.tsx'
import { ScreenLink } from '../../ui/ScreenLink.tsx'

/** The header is painted first, and does not wait for what opens a list. */
const SELECT = lateView(async () => (await import('../../ui/fields/Select.tsx')).Select<string>)

const DATA_FRESH_MS = 60_000

function Mode() {
  const environment = useSession(environmentOf)
  const nowhere = useSession((state) => isNoAccount(state.accountId))
  const { word } = text.shell.mode[environment]
  const explain = nowhere ? text.shell.noAccountHelp : text.shell.mode[environment].explain
  return (
    <p className="mode" data-testid="mode">
      <strong className="mode-word">{word}</strong>
      <span className="mode-explain">{explain}</span>
    </p>
  )
}

function AccountChoice() {
  const accounts = useSession((state) => state.accounts.value)
  const accountId = useSession((state) => state.accountId)
  const nowhere = isNoAccount(accountId)
  // One account is no choice, but for a window that has left it.
  if (accounts === null || (accounts.length < 2 && !nowhere)) return null
  const options = [
    ...(nowhere ? [{ value: accountId, label: text.shell.noAccount }] : []),
    ...accounts.map((account) => ({
      value: account.accountId,
      label: `${account.label} · ${text.shell.mode[account.environment].word}`,
    })),
  ]
  const chosen = options.find(({ value }) => value === accountId)?.label
  return (
    <div className="account-choice">
      <span id="account-choice" className="label">
        {text.shell.account}
      </span>
      <Late
        view={SELECT}
        given={{
          labelledBy: 'account-choice',
          value: accountId,
          options,
          onChange: (next: string) => void whenSession(({ selectAccount }) => void selectAccount(next)),
        }}
        instead={<span className="input">{chosen}</span>}
      />
    </div>
  )
}

/** Accounts beside the one in use whose exchange gives no answer: who looks at practice is told of them too. */
function OthersOffline() {
  const names = useSession(({ status, accounts, accountId }) =>
    (status.value?.accounts ?? [])
      .filter((account) => account.state === 'unreachable' && account.accountId !== accountId)
      .map((account) => accountById({ accounts }, account.accountId)?.label ?? account.accountId)
      .join(', '),
  )
  if (names === '') return null
  const words = text.shell.othersOffline(names)
  return (
    <span className="others-offline" title={words}>
      {words}
    </span>
  )
}

function Connection() {
  const nowhere = useSession((session) => isNoAccount(session.accountId))
  const isPractice = useSession((session) => environmentOf(session) === 'practice')
  const state = useSession((session) => connectionOf(session)?.state)
  const lastAnswerAt = useSession((session) => connectionOf(session)?.lastAnswerAt ?? null)
  const lastAnswerMs = useSession((session) => connectionOf(session)?.lastAnswerMs ?? null)
  const word = state === undefined ? text.shell.connectionLoading : text.shell.connection[state]
  if (nowhere) return null
  return (
    <p className="connection">
      <span className={`dot ${state ?? 'starting'}`} aria-hidden="true" />
      {isPractice ? <span>{text.shell.simulated}</span> : null}
      <span>{word}</span>
      <span className="muted">
        {lastAnswerAt === null ? (
          text.shell.noAnswerYet
        ) : (
          <>
            {text.shell.lastAnswer} <Age at={lastAnswerAt} asOfMs={lastAnswerMs} freshFor={DATA_FRESH_MS} />
          </>
        )}
      </span>
      <OthersOffline />
    </p>
  )
}

function liveWords(live: LiveState): string {
  return live.kind === 'some' ? text.shell.live.some(live.silent, live.all) : text.shell.live[live.kind]
}

/** Whether real prices come in; it leads to where that is changed. */
function LivePrices() {
  const sources = useSources((state) => state.sources.value)
  const live = liveStateOf(sources)
  if (live === null) return null
  const isWrong = live.kind === 'offline' || live.kind === 'some'
  return (
    <ScreenLink screen="settings" className={`text-button live-mark${isWrong ? ' warn' : ''}`}>
      <Icon name={isWrong ? 'warn' : live.kind === 'on' ? 'check' : 'pause'} />
      <span className="live-word">{liveWords(live)}</span>
    </ScreenLink>
  )
}

/** Whether the keys can be used; nothing where there is no vault. It leads to where that is changed. */
function VaultMark() {
  const state = useVault((vault) => vault.vault.value?.state)
  if (state === undefined || state === 'none') return null
  const isOpen = state === 'unlocked'
  return (
    <ScreenLink screen="accounts" className="text-button vault-mark">
      <Icon name={isOpen ? 'unlock' : 'lock'} />
      <span className="vault-word">{isOpen ? text.shell.vaultMark.open : text.shell.vaultMark.locked}</span>
    </ScreenLink>
  )
}

/** The header of every screen, so that the mode is never out of sight. */
export function AppHeader() {
  const halted = useSession((state) => isHalted(state, state.accountId))
  const isAll = useSession((state) => state.status.value?.halted.all ?? false)
  return (
    <header className="app-header">
      <Mode />
      <AccountChoice />
      {halted ? (
        <Badge tone="warn" icon="pause">
          {isAll ? text.shell.haltedAll : text.shell.haltedHere}
        </Badge>
      ) : null}
      <div className="header-end">
        <Connection />
        <LivePrices />
        <VaultMark />
      </div>
    </header>
  )
}

/** What about the profile needs the trader's attention. */
export function Notices() {
  const notices = useSession((state) => state.status.value?.notices)
  if (notices === undefined || notices.length === 0) return null
  return (
    <ul className="notices" aria-label={text.shell.notices}>
      {notices.map((notice) => (
        <li key={notice.code} className="notice warn">
          <Icon name="info" />
          <p>{sayReason(notice)}</p>
        </li>
      ))}
    </ul>
  )
}
