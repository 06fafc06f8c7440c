// One market that a coin has or may have: its stage, when it opens or ends, how it is known to be of this coin.

import type { CoinDetail } from '../../../../shared/coin.ts'
import type { Listing, ListingMatch } from '../../../../shared/markets/listing.ts'
import { text } from '../../../messages/late/en.ts'
import { labelOf, venueName } from '../../../state/session/names.ts'
import { useSession } from '../../../state/session/session-store.ts'
import { Age } from '../../../ui/Age.tsx'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { Fact, Facts } from '../../../ui/Facts.tsx'
import { Countdown } from '../../../ui/moments/Countdown.tsx'
import { OpeningTime } from '../../../ui/moments/OpeningTime.tsx'
import type { IconName } from '../../../ui/pictures/Icon.tsx'
import { ListingDoubt } from './ListingDoubt.tsx'

const words = text.listings

const MATCH_LOOKS: Readonly<Record<ListingMatch, { tone: Tone; icon: IconName }>> = {
  contract: { tone: 'good', icon: 'check' },
  confirmed: { tone: 'good', icon: 'check' },
  ticker: { tone: 'warn', icon: 'warn' },
  refused: { tone: 'plain', icon: 'close' },
}

/** How it is known that a market is of a coin. */
export function MatchBadge({ match }: { match: ListingMatch }) {
  return <Badge {...MATCH_LOOKS[match]}>{words.matches[match]}</Badge>
}

interface Props {
  listing: Listing
  coin: CoinDetail
}

/** The line. */
export function ListingLine({ listing, coin }: Props) {
  const { venue, market, stage, opensAt, closesAt, since, seenAt, source, match, accountIds } = listing
  const accounts = useSession((state) => accountIds.map((accountId) => labelOf(state, accountId)).join(', '))
  return (
    <li className="listing-line">
      <p>
        <strong>{words.target(market, venueName(venue))}</strong> <MatchBadge match={match} />
      </p>
      <Facts>
        <Fact name={words.stage}>{text.stages.name[stage]}</Fact>
        <Fact name={words.opens}>
          {opensAt === null ? null : (
            <>
              <OpeningTime at={opensAt} /> <Countdown at={opensAt} over="" />
            </>
          )}
        </Fact>
        <Fact name={words.closes}>{closesAt === null ? null : <OpeningTime at={closesAt} />}</Fact>
        <Fact name={words.since}>{since === null ? null : <OpeningTime at={since} />}</Fact>
        <Fact name={words.accounts}>{accounts}</Fact>
        <Fact name={words.seen}>
          {source === 'plan' ? words.fromPlan : seenAt === null ? words.notSeen : <Age at={seenAt} />}
        </Fact>
      </Facts>
      {source === 'plan' ? null : <ListingDoubt listing={listing} coin={coin} />}
    </li>
  )
}
