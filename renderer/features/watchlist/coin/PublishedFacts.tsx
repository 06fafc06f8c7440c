// What was published about a coin: every field of the snapshot that is not empty, and nothing found later.

import type { CoinSnapshot, Publication } from '../../../../shared/coin.ts'
import { text } from '../../../messages/late/en.ts'
import { Fact, Facts } from '../../../ui/Facts.tsx'
import { ScoreBar } from '../../../ui/pictures/ScoreBar.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'

function lines(values: readonly string[] | undefined) {
  if (values === undefined || values.length === 0) return null
  return values.length === 1 ? (
    values[0]
  ) : (
    <ul>
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  )
}

function inline(values: readonly string[] | undefined) {
  return values === undefined || values.length === 0 ? null : values.join(', ')
}

function spellings(asPublished: CoinSnapshot['asPublished']) {
  const pairs = Object.entries(asPublished)
  if (pairs.length === 0) return null
  return (
    <ul>
      {pairs.map(([spelling, published]) => (
        <li key={spelling}>
          {spelling}: “{published}”
        </li>
      ))}
    </ul>
  )
}

function claim({ airdrop }: CoinSnapshot, publication: Publication | null) {
  const word = text.coins.airdropPublished[airdrop]
  return publication === null
    ? word
    : text.coins.detail.airdropClaim(word, publication.published, publication.publisher)
}

interface Props {
  snapshot: CoinSnapshot
  publication: Publication | null
}

/** The snapshot as a list of facts. */
export function PublishedFacts({ snapshot, publication }: Props) {
  const { detail } = text.coins
  const stated = snapshot.narrativesStated ? detail.stated : detail.derived
  const title =
    publication === null ? detail.publication : detail.publishedTitle(publication.published, publication.publisher)
  return (
    <section className="published" aria-label={title}>
      <h3>{title}</h3>
      <Facts>
        <Fact name={detail.name}>{snapshot.name}</Fact>
        <Fact name={detail.rank}>{snapshot.rank}</Fact>
        <Fact name={detail.what}>{snapshot.what}</Fact>
        <Fact name={detail.narratives}>
          {snapshot.narratives.length === 0 ? null : `${snapshot.narratives.join(', ')} (${stated})`}
        </Fact>
        <Fact name={detail.score}>
          {snapshot.score === null ? <Unknown why={detail.scoreNone} /> : <ScoreBar score={snapshot.score} />}
        </Fact>
        <Fact name={detail.airdrop}>{claim(snapshot, publication)}</Fact>
        <Fact name={detail.why}>{lines(snapshot.why)}</Fact>
        <Fact name={detail.comparable}>
          {snapshot.comparableNote === undefined
            ? snapshot.comparable
            : `${snapshot.comparable}: ${snapshot.comparableNote}`}
        </Fact>
        <Fact name={detail.competitors}>{inline(snapshot.competitors)}</Fact>
        <Fact name={detail.team}>{inline(snapshot.team)}</Fact>
        <Fact name={detail.backers}>{lines(snapshot.backers.map(({ name, role }) => `${name}, ${role}`))}</Fact>
        <Fact name={detail.launchHint}>{snapshot.launchHint}</Fact>
        <Fact name={detail.tickerAsPublished}>{snapshot.ticker}</Fact>
        <Fact name={detail.tickerCollisions}>{lines(snapshot.tickerCollisions)}</Fact>
        <Fact name={detail.aliases}>{inline(snapshot.aliases)}</Fact>
        <Fact name={detail.formerly}>{snapshot.formerly}</Fact>
        <Fact name={detail.asPublished}>{spellings(snapshot.asPublished)}</Fact>
      </Facts>
    </section>
  )
}
