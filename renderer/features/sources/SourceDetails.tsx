// Everything about one source: whom it asks, what was asked of it, what it said, its key and its budget.

import type { ReactNode } from 'react'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import type { Source, SourcePlan } from '../../../shared/sources/sources.ts'
import { sayReason } from '../../answer-words.ts'
import { text } from '../../messages/late/en.ts'
import { refreshSource, saveSource } from '../../state/sources/sources-actions.ts'
import { useSources } from '../../state/sources/sources-store.ts'
import { Age } from '../../ui/Age.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { SourceKeyForm } from './SourceKeyForm.tsx'
import { SourceLimits } from './SourceLimits.tsx'
import { leftOf } from './source-state.ts'

const words = text.sources

const isVersion = (plan: SourcePlan): boolean => plan === 'auto' || plan === 'v3' || plan === 'v2'
const when = (at: string | null): ReactNode => (at === null ? words.never : <Age at={at} />)

function usedWords({ budget }: Source): string {
  const { perMinute, perDay, perMonth, usedThisMinute, usedToday, usedThisMonth } = budget
  const parts = [
    perMinute === null ? null : words.usedOf.minute(usedThisMinute, perMinute),
    perDay === null ? null : words.usedOf.day(usedToday, perDay),
    perMonth === null ? null : words.usedOf.month(usedThisMonth, perMonth),
  ]
  return parts.filter((part) => part !== null).join(', ')
}

function leftWords(source: Source): string {
  return leftOf(source)
    .map(({ period, left }) => words.leftOf[period](left))
    .join(', ')
}

function keyWords({ key, needsKey }: Source): string | null {
  if (!needsKey) return null
  if (key === null) return words.noKey
  const where = words.keyIn[key.source]
  const kept = key.place === null ? words.keyKept(key.keyEnd ?? '', where) : words.keyPlace(where, key.place)
  return key.isConfirmed ? kept : `${kept}. ${words.keyUnconfirmed}`
}

/** Which version of its interface is asked, where it has several for one key. */
function VersionChoice({ source: { source, enabled, plan } }: { source: Source }) {
  const { plans } = sourceFacts(source)
  if (!plans.includes('auto')) return null
  return (
    <Segmented
      legend={words.version}
      options={optionsOf(words.plans).filter(({ value }) => plans.includes(value))}
      value={plan ?? 'auto'}
      onChange={(next) => void saveSource({ source, enabled, plan: next })}
    />
  )
}

function RefreshButton({ source: { source, enabled, needsKey, hasKey } }: { source: Source }) {
  const isAsking = useSources((state) => state.asking.includes(source))
  const isIdle = !enabled || (needsKey && !hasKey)
  return (
    <button
      type="button"
      className="button"
      aria-disabled={isAsking || isIdle}
      onClick={() => {
        if (!isIdle) void refreshSource(source)
      }}
    >
      {isAsking ? words.refreshing : words.refresh}
    </button>
  )
}

/** The facts, and below them what can be changed. */
export function SourceDetails({ source }: { source: Source }) {
  const { hosts, budget, lastAskedAt, lastAnswerAt, lastError, attribution, plan, needsKey } = source
  return (
    <div className="block source-details">
      <Facts>
        <Fact name={words.asks}>
          <span className="address">{hosts.join(', ')}</span>
        </Fact>
        <Fact name={words.plan}>{plan === null || isVersion(plan) ? null : words.plans[plan]}</Fact>
        <Fact name={words.budget}>{budget.arithmetic === null ? null : sayReason(budget.arithmetic)}</Fact>
        <Fact name={words.used}>{usedWords(source)}</Fact>
        <Fact name={words.left}>{leftWords(source)}</Fact>
        <Fact name={words.lastAsked}>{when(lastAskedAt)}</Fact>
        <Fact name={words.lastAnswer}>{when(lastAnswerAt)}</Fact>
        <Fact name={words.lastError}>{lastError === null ? words.noError : sayReason(lastError)}</Fact>
        <Fact name={words.key}>{keyWords(source)}</Fact>
        <Fact name={words.attribution}>
          {attribution === null ? null : (
            <>
              {sayReason(attribution.text)}, <span className="address">{attribution.url}</span>
            </>
          )}
        </Fact>
      </Facts>
      <RefreshButton source={source} />
      <VersionChoice source={source} />
      {needsKey ? <SourceKeyForm source={source} /> : null}
      {needsKey ? <SourceLimits source={source} /> : null}
    </div>
  )
}
