// What was done with keys and orders: the uses of keys in sentences, or the whole log; whether it is sound; a copy of it.

import { useEffect } from 'react'
import { text } from '../../messages/late/en.ts'
import { ask, exportLog, loadActivity, loadEarlier, verifyLog } from '../../state/activity/activity-actions.ts'
import { useActivity } from '../../state/activity/activity-store.ts'
import { optionsOf } from '../../ui/fields/Segmented.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { TabStrip, Tabs, TabView } from '../../ui/Tabs.tsx'
import { FullLog, LogFilter } from './FullLog.tsx'
import { PlainView } from './PlainView.tsx'
import { useAccountName } from './use-account-name.ts'
import { Verification } from './Verification.tsx'

function Tools() {
  const isVerifying = useActivity((state) => state.report.loading)
  return (
    <div className="tools">
      <button type="button" className="button" aria-disabled={isVerifying} onClick={() => void verifyLog()}>
        {isVerifying ? text.activity.verifying : text.activity.verify}
      </button>
      <button type="button" className="button" onClick={() => void exportLog()}>
        {text.activity.export}
      </button>
    </div>
  )
}

function OnlySubject({ id }: { id: string }) {
  const name = useAccountName()(id)
  return (
    <div className="action-row">
      <p>{text.activity.only(name)}</p>
      <button type="button" className="button" onClick={() => ask({ subject: null })}>
        {text.activity.showAll}
      </button>
    </div>
  )
}

/** The screen. */
export function ActivityScreen() {
  const entries = useActivity((state) => state.entries)
  const view = useActivity((state) => state.view)
  const subject = useActivity((state) => state.subject)
  const hasMore = useActivity((state) => state.hasMore)
  useEffect(() => void loadActivity(), [])
  return (
    <section className="screen" aria-labelledby="activity-title">
      <Tabs className="screen-main" value={view} onChange={(next) => ask({ view: next })}>
        <div className="screen-head">
          <h1 id="activity-title">{text.activity.title}</h1>
          <TabStrip label={text.activity.view} tabs={optionsOf(text.activity.views)} />
          <Tools />
        </div>
        <TabView className="stack" value={view}>
          <p className="hint">{text.activity.intro[view]}</p>
          <Verification />
          {view === 'log' ? <LogFilter /> : null}
          {subject === null ? null : <OnlySubject id={subject} />}
          <LoadedView from={entries} onRetry={() => void loadActivity()}>
            {(list) => (view === 'log' ? <FullLog entries={list} /> : <PlainView entries={list} />)}
          </LoadedView>
          {hasMore && entries.value !== null ? (
            <div className="action-row">
              <button type="button" className="button" onClick={() => void loadEarlier()}>
                {text.activity.more}
              </button>
            </div>
          ) : null}
        </TabView>
      </Tabs>
    </section>
  )
}
