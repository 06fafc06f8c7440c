// A leaked key: one press stops the sending; then the steps in their order, each with its state. Only canceling and
// revoking need a connection; they can wait while the rest is done.

import type { Account, Leak, LeakStep } from '../../../shared/accounts.ts'
import { text } from '../../messages/late/en.ts'
import { showUses } from '../../state/activity/activity-actions.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { IconName } from '../../ui/pictures/Icon.tsx'
import { endLeak, leakStep, reportLeak } from './accounts-actions.ts'
import { useAccounts } from './accounts-store.ts'

type StepState = Leak['steps'][number]['state']

const LOOKS: Record<StepState, { tone: Tone; icon: IconName }> = {
  done: { tone: 'good', icon: 'check' },
  waiting: { tone: 'warn', icon: 'clock' },
  skipped: { tone: 'plain', icon: 'chevron' },
}

function StepActions({ accountId, step }: { accountId: string; step: LeakStep }) {
  const busy = useAccounts((state) => state.busy)
  const { name, act } = text.accounts.steps[step]
  const press = (skip: boolean) => () => {
    if (!busy) void leakStep({ accountId, step, ...(skip ? { skip } : {}) })
  }
  return (
    <div className="action-row">
      {step === 'review-uses' ? (
        <button type="button" className="button" onClick={() => showUses(accountId)}>
          {text.accounts.showUses}
        </button>
      ) : null}
      <button type="button" className="button" aria-disabled={busy} onClick={press(false)}>
        {act}
      </button>
      <button
        type="button"
        className="button quiet"
        aria-disabled={busy}
        aria-label={text.accounts.skipStep(name)}
        onClick={press(true)}
      >
        {text.accounts.skip}
      </button>
    </div>
  )
}

interface StepProps {
  accountId: string
  step: Leak['steps'][number]
  revokeAt: string | null
}

function Step({ accountId, step: { step, state, at }, revokeAt }: StepProps) {
  const { name, help, online } = text.accounts.steps[step]
  const isWaiting = state === 'waiting'
  return (
    <li>
      <div className="block">
        <p>
          <strong>{name}</strong> <Badge {...LOOKS[state]}>{text.accounts.stepStates[state]}</Badge>{' '}
          {at === null ? null : <Age at={at} />}
        </p>
        <p className="hint">
          {help} {isWaiting && online ? text.accounts.needsConnection : ''}
        </p>
        {step === 'revoke-at-venue' ? (
          <p className="hint">
            {revokeAt === null ? text.accounts.noPage : text.accounts.page}{' '}
            {revokeAt === null ? null : <span className="mono">{revokeAt}</span>}
          </p>
        ) : null}
        {isWaiting ? <StepActions accountId={accountId} step={step} /> : null}
      </div>
    </li>
  )
}

/** The part of the panel: how to report a leak, or the steps of one. */
export function LeakSteps({ account: { accountId }, leak }: { account: Account; leak: Leak | null }) {
  const busy = useAccounts((state) => state.busy)
  if (leak === null) {
    return (
      <section className="block" aria-label={text.accounts.leak}>
        <h3>{text.accounts.leak}</h3>
        <p className="hint">{text.accounts.leakHelp}</p>
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void reportLeak(accountId)
          }}
        >
          {text.accounts.leakStart}
        </button>
      </section>
    )
  }
  const isDone = leak.steps.every(({ state }) => state !== 'waiting')
  return (
    <section className="block" aria-label={text.accounts.leakTitle}>
      <h3>{text.accounts.leakTitle}</h3>
      <ol className="steps">
        {leak.steps.map((step) => (
          <Step key={step.step} step={step} accountId={accountId} revokeAt={leak.revokeAt} />
        ))}
      </ol>
      <button
        type="button"
        className="button primary"
        aria-disabled={busy || !isDone}
        onClick={() => {
          if (isDone && !busy) void endLeak(accountId)
        }}
      >
        {text.accounts.leakEnd}
      </button>
      {isDone ? null : <p className="hint">{text.accounts.leakOpen}</p>}
    </section>
  )
}
