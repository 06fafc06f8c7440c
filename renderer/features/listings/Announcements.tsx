// What exchanges announce, where it names a ticker: titles of others as text, each with where it stands and since when.

import { useEffect, useRef } from 'react'
import type { Announcement } from '../../../shared/sources/announcements.ts'
import { text } from '../../messages/late/en.ts'
import { momentInWords } from '../../messages/reasons/en-figures.ts'
import { useClock } from '../../state/clock-store.ts'
import { openLink } from '../../state/links/links-actions.ts'
import { loadAnnouncements } from '../../state/listings/listings-actions.ts'
import { useListings } from '../../state/listings/listings-store.ts'
import { venueName } from '../../state/session/names.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { ListedCoin } from './ListedCoin.tsx'

const words = text.listings.announced
/** Exchanges are asked every quarter of an hour. */
const EVERY_MS = 5 * 60_000
/** What stands at a coin; the screen shows all. */
const MOST_AT_COIN = 10

function Line({ announcement, isOfCoin }: { announcement: Announcement; isOfCoin: boolean }) {
  const { source, title, url, at, seenAt, coinIds } = announcement
  const [first] = coinIds
  const host = url === null ? null : (URL.parse(url)?.hostname ?? null)
  return (
    <li className="announcement-line">
      <p>
        <bdi>{title}</bdi>
      </p>
      <p className="muted">
        {venueName(source)},{' '}
        <time dateTime={at ?? seenAt}>{at === null ? words.seen(momentInWords(seenAt)) : momentInWords(at)}</time>
        {isOfCoin ? null : coinIds.map((coinId) => <ListedCoin key={coinId} coinId={coinId} />)}
        {host === null || url === null || first === undefined ? null : (
          <button
            type="button"
            className="button quiet"
            aria-label={words.openOf(title, host)}
            onClick={() => void openLink(first, url)}
          >
            {words.open(host)}
          </button>
        )}
      </p>
    </li>
  )
}

/** The section; `coinId: null` shows those of every coin. */
export function Announcements({ coinId }: { coinId: string | null }) {
  const announcements = useListings((state) => state.announcements)
  const turn = useClock(({ now }) => Math.floor(now / EVERY_MS))
  const shownIn = useRef<number | null>(null)
  useEffect(() => {
    if (shownIn.current === turn) return
    shownIn.current = turn
    void loadAnnouncements()
  }, [turn])
  const Head = coinId === null ? 'h2' : 'h3'
  return (
    <section className="block" aria-label={words.title}>
      <Head>{words.title}</Head>
      <LoadedView from={announcements} onRetry={() => void loadAnnouncements()}>
        {(all) => {
          const mine =
            coinId === null ? all : all.filter(({ coinIds }) => coinIds.includes(coinId)).slice(0, MOST_AT_COIN)
          if (mine.length === 0) return <p className="muted">{coinId === null ? words.none : words.noneOfCoin}</p>
          return (
            <>
              <p className="muted">{words.unchecked}</p>
              <ul className="announcement-lines">
                {mine.map((announcement) => (
                  <Line
                    key={`${announcement.source} ${announcement.url ?? announcement.title}`}
                    announcement={announcement}
                    isOfCoin={coinId !== null}
                  />
                ))}
              </ul>
            </>
          )
        }}
      </LoadedView>
    </section>
  )
}
