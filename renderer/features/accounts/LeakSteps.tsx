// A leaked key: one press stops the sending; then the steps in their order, each with its state.

import type { Account, Leak } from '../../../shared/accounts.ts'
import { text } from '../../messages/en.ts'
import { Badge } from '../../ui/Badge.tsx'
import { endLeak, leakStep, reportLeak } from './accounts-actions.ts'

function Step({
  accountId,
  step,
  state,
  revokeAt,
}: Leak['steps'][number] & { accountId: string; revokeAt: string | null }) {
  const { name, help } = text.accounts.steps[step]
  return (
    <li className="spaced-list">
      <p>
        <strong>{name}</strong>{' '}
        <Badge tone={state === 'done' ? 'good' : state === 'waiting' ? 'warn' : 'plain'}>
          {text.accounts.stepStates[state]}
        </Badge>
      </p>
      <p className="hint">
        {help} {step === 'revoke-at-venue' && revokeAt !== null ? `${text.accounts.page} ${revokeAt}` : ''}
      </p>
      {state === 'waiting' ? (
        <div className="action-row">
          <button type="button" className="button" onClick={() => void leakStep({ accountId, step })}>
            {`${name}: ${text.accounts.step}`}
          </button>
          <button type="button" className="button quiet" onClick={() => void leakStep({ accountId, step, skip: true })}>
            {`${text.accounts.skip}: ${name}`}
          </button>
        </div>
      ) : null}
    </li>
  )
}

/** The part of the panel. */
export function LeakSteps({ account: { accountId, leak } }: { account: Account }) {
  if (leak === null) {
    return (
      <section className="spaced-list" aria-label={text.accounts.leak}>
        <h3>{text.accounts.leak}</h3>
        <p className="hint">{text.accounts.leakHelp}</p>
        <button type="button" className="button" onClick={() => void reportLeak(accountId)}>
          {text.accounts.leakStart}
        </button>
      </section>
    )
  }
  const isDone = leak.steps.every(({ state }) => state !== 'waiting')
  return (
    <section className="spaced-list" aria-label={text.accounts.leakTitle}>
      <h3>{text.accounts.leakTitle}</h3>
      <ol className="spaced-list">
        {leak.steps.map((step) => (
          <Step key={step.step} {...step} accountId={accountId} revokeAt={leak.revokeAt} />
        ))}
      </ol>
      <button
        type="button"
        className="button"
        aria-disabled={!isDone}
        onClick={() => {
          if (isDone) void endLeak(accountId)
        }}
      >
        {text.accounts.leakEnd}
      </button>
    </section>
  )
}
