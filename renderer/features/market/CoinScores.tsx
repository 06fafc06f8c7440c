// The published score of 2024, and beside it what Token Metrics grades today: each with its own date, never mixed.

import type { CoinDetail } from '../../../shared/coin.ts'
import type { Grades } from '../../../shared/sources/quotes.ts'
import { formatDate, formatDecimal } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { sourceName } from '../../source-names.ts'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { ScoreBar } from '../../ui/pictures/ScoreBar.tsx'
import { partName } from './part-name.ts'

const words = text.market
const PLACES = { min: 0, max: 1 }

const ofHundred = (grade: string | null) => (grade === null ? null : words.ofHundred(formatDecimal(grade, PLACES)))

function Graded({ grades }: { grades: Grades }) {
  const { tmGrade, fundamental, technology, trader, signal, tradingSignal, momentum, fundamentalClass, parts, url } =
    grades
  return (
    <section aria-label={words.graded(sourceName(grades.source), words.grade)}>
      <h4>{words.graded(sourceName(grades.source), grades.at === null ? words.dayUnknown : formatDate(grades.at))}</h4>
      <Facts>
        <Fact name={words.grade}>{ofHundred(tmGrade)}</Fact>
        <Fact name={words.fundamental}>{ofHundred(fundamental)}</Fact>
        <Fact name={words.technology}>{ofHundred(technology)}</Fact>
        <Fact name={words.trader}>{ofHundred(trader)}</Fact>
        <Fact name={words.signal}>
          {[
            signal === null ? null : words.quoted(signal),
            tradingSignal === null ? null : words.signals[`${tradingSignal}`],
          ]
            .filter((part) => part !== null)
            .join(', ')}
        </Fact>
        <Fact name={words.momentum}>{momentum}</Fact>
        <Fact name={words.fundamentalClass}>{fundamentalClass}</Fact>
        <Fact name={words.parts}>
          {parts.length === 0
            ? null
            : parts.map(({ name, value }) => `${partName(name)} ${formatDecimal(value, PLACES)}`).join(', ')}
        </Fact>
        <Fact name={words.links}>{url === null ? null : <span className="address">{url}</span>}</Fact>
      </Facts>
    </section>
  )
}

/** Both, one below the other; nothing of a coin that has neither. */
export function CoinScores({ coin, grades }: { coin: CoinDetail | null; grades: Grades | null }) {
  if (grades === null) return null
  const { publication = null, score = null } = coin ?? {}
  const title =
    publication === null ? words.publishedNone : words.published(publication.published, publication.publisher)
  return (
    <section className="block" aria-label={words.scores}>
      <h3>{words.scores}</h3>
      <p className="hint">{words.scoresNote}</p>
      <section aria-label={title}>
        <h4>{title}</h4>
        {score === null ? publication === null ? null : <p>{words.publishedNone}</p> : <ScoreBar score={score} />}
      </section>
      <Graded grades={grades} />
    </section>
  )
}
