// A link as text: its host in ASCII, whether it is the project's own, and where it may deceive the official one beside it. It
// leads nowhere, so that no press on pasted text opens anything; one that is kept of a coin has a button for it, and the shell asks
// first.

import { type ReactNode, useEffect } from 'react'
import type { LinkVerdict } from '../../../shared/links/links.ts'
import { text } from '../../messages/late/en.ts'
import { askAbout, openLink } from '../../state/links/links-actions.ts'
import { linkKey, useLinks } from '../../state/links/links-store.ts'
import { Badge } from '../Badge.tsx'
import styles from './CheckedLink.module.css'

const words = text.links

const hostOf = (link: string): string | null => URL.parse(link)?.hostname ?? null

interface Props {
  /** The coin that it stands at; `null` where there is none. */
  coinId: string | null
  link: string
  /** What it is called where it stands; the link itself is in the tooltip then. */
  label?: string
  /** It is kept of this coin, so it can be opened outside. */
  canOpen?: boolean
  children?: ReactNode
}

/** One link. */
export function CheckedLink({ coinId, link, label, canOpen = false, children }: Props) {
  const verdict = useLinks(({ verdicts }) => verdicts[linkKey(coinId, link)])
  useEffect(() => askAbout(coinId, link), [coinId, link])
  const host = verdict?.host ?? hostOf(link)
  return (
    <span className={styles['link']} title={link}>
      <span className={styles['label']}>{label ?? link}</span> {host === null ? null : <code>{host}</code>} {children}
      {verdict === undefined ? null : <Standing verdict={verdict} coinId={coinId} />}
      {canOpen && coinId !== null && verdict !== undefined && isOpenable(verdict) ? (
        <button
          type="button"
          className="button quiet"
          aria-label={words.openOf(verdict.domain ?? '')}
          onClick={() => void openLink(coinId, link)}
        >
          {words.open}
        </button>
      ) : null}
    </span>
  )
}

/** What the backend would refuse has no button. */
const isOpenable = ({ link, standing, domain }: LinkVerdict): boolean =>
  standing !== 'suspect' && domain !== null && link.startsWith('https://')

function Standing({ verdict, coinId }: { verdict: LinkVerdict; coinId: string | null }) {
  const { standing, official } = verdict
  if (standing === 'official' && official !== null) {
    const isOther = official.coinId !== coinId
    return (
      <Badge tone="good" icon="check">
        {isOther ? words.officialOf(official.coinName) : words.official}
      </Badge>
    )
  }
  return standing === 'suspect' ? <Comparison verdict={verdict} /> : null
}

/** Both names side by side, and what is wrong with the first. */
function Comparison({ verdict: { warnings, host, shown, official } }: { verdict: LinkVerdict }) {
  return (
    <>
      <Badge tone="bad" icon="warn">
        {words.suspect}
      </Badge>
      <span className={styles['comparison']}>
        <span className={styles['pair']}>
          <span className={styles['side']}>
            <span className={styles['name']}>{words.thisLink}</span>
            <code className={styles['false']}>{host}</code>
            {shown === null ? null : <span className="muted">{words.reads(shown)}</span>}
          </span>
          {official === null ? null : (
            <span className={styles['side']}>
              <span className={styles['name']}>{words.officialOf(official.coinName)}</span>
              <code>{official.domain}</code>
              <span className="muted">{words.by(official.source, official.asOf.slice(0, 10))}</span>
            </span>
          )}
        </span>
        {warnings.map((warning) => (
          <span key={warning} className={styles['why']}>
            {words.warnings[warning]}
          </span>
        ))}
      </span>
    </>
  )
}
