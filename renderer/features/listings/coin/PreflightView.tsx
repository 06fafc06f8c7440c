// Whether an order could go out at the opening: each thing that is checked, what was seen, and what to do about it.

import type { Preflight, PreflightAction, PreflightItem, PreflightTarget } from '../../../../shared/markets/listing.ts'
import { sayReason } from '../../../answer-words.ts'
import { text } from '../../../messages/late/en.ts'
import { loadPreflight } from '../../../state/listings/listings-actions.ts'
import { useListings } from '../../../state/listings/listings-store.ts'
import type { Screen } from '../../../state/route.ts'
import { labelOf, venueName } from '../../../state/session/names.ts'
import { useSession } from '../../../state/session/session-store.ts'
import { Age } from '../../../ui/Age.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { Icon, type IconName } from '../../../ui/pictures/Icon.tsx'
import { ScreenLink } from '../../../ui/ScreenLink.tsx'

const words = text.listings
const ICONS: Readonly<Record<PreflightItem['state'], IconName>> = { ok: 'check', attention: 'warn', unknown: 'info' }

/** Where it is done; what has none is done elsewhere. */
const PLACES: Readonly<Partial<Record<PreflightAction, Screen>>> = {
  'add-account': 'accounts',
  'unlock-vault': 'accounts',
  'check-key': 'accounts',
  'replace-key': 'accounts',
  'confirm-key': 'accounts',
  'reduce-holding': 'portfolio',
  'resume-sending': 'orders',
  'switch-on-source': 'settings',
}

function Action({ action }: { action: PreflightAction }) {
  const screen = PLACES[action]
  if (screen === undefined) return <span className="muted">{words.actions[action]}</span>
  return (
    <ScreenLink screen={screen} className="button quiet">
      {words.actions[action]}
    </ScreenLink>
  )
}

function Item({ item: { check, state, reason, action } }: { item: PreflightItem }) {
  return (
    <li className={`preflight-item ${state}`}>
      <Icon name={ICONS[state]} />
      <span>
        <strong>{words.checks[check]}</strong> <span className="visually-hidden">{words.states[state]}. </span>
        {sayReason(reason)} {action === null || state === 'ok' ? null : <Action action={action} />}
      </span>
    </li>
  )
}

function Target({ target: { venue, market, accountId, items } }: { target: PreflightTarget }) {
  const account = useSession((state) => (accountId === null ? words.noAccount : labelOf(state, accountId)))
  const title = `${words.target(market, venueName(venue))}: ${account}`
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <ul className="preflight">
        {items.map((item) => (
          <Item key={item.check} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Checked({ preflight: { checkedAt, targets } }: { preflight: Preflight }) {
  if (targets.length === 0) return <p>{words.preflightNone}</p>
  return (
    <>
      <p className="hint">
        {words.preflightAt} <Age at={checkedAt} />
      </p>
      {targets.map((target) => (
        <Target key={`${target.venue} ${target.market} ${target.accountId ?? ''}`} target={target} />
      ))}
    </>
  )
}

/** The check with its button; nothing is asked of an exchange before it is pressed. */
export function PreflightView({ coinId }: { coinId: string }) {
  const preflight = useListings((state) => state.preflight)
  return (
    <div className="block">
      <h4>{words.preflight}</h4>
      <p className="hint">{words.preflightHelp}</p>
      <button
        type="button"
        className="button"
        aria-disabled={preflight.loading}
        onClick={() => {
          if (!preflight.loading) void loadPreflight(coinId)
        }}
      >
        {preflight.loading ? words.preflightRunning : words.preflightRun}
      </button>
      <div aria-live="polite" className="block">
        {preflight.value === null && preflight.error === null ? null : (
          <LoadedView from={preflight} onRetry={() => void loadPreflight(coinId)}>
            {(value) => <Checked preflight={value} />}
          </LoadedView>
        )}
      </div>
    </div>
  )
}
