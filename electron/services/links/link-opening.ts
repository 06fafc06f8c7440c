// Opens a link of a coin outside the app: one that is kept here, and after the trader has seen its address. A page that was taken
// over could have an address of its own kept, to carry away what it has read; it cannot answer for the trader, who sees all of it.

import type { Input } from '../../../shared/contract/contract.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { OpenOutside } from '../../ports/outside.ts'
import type { Links } from './links.ts'

export interface LinkOpening {
  /**
   * False where the trader decided against it, or another question is still open.
   * @throws AppError `NOT_FOUND` for a link that is none of this coin's; `NOT_ALLOWED` for one that deceives or is not encrypted, and
   * where nobody can be asked
   */
  open(input: Input<'links.open'>): Promise<{ opened: boolean }>
}

export interface LinkOpeningParts {
  links: Pick<Links, 'check'>
  /** Every address that is kept of this coin. @throws AppError `NOT_FOUND` */
  linksOf: (coinId: string) => readonly string[]
  /** `null` where the app runs without a window. */
  openOutside: OpenOutside | null
}

/** Builds it. */
export function createLinkOpening({ links, linksOf, openOutside }: LinkOpeningParts): LinkOpening {
  let isAsking = false
  return {
    open: async ({ coinId, link }) => {
      if (!linksOf(coinId).includes(link)) throw new AppError('NOT_FOUND', reason('LINK_NOT_KNOWN'))
      if (openOutside === null) throw new AppError('NOT_ALLOWED', reason('NO_BROWSER_WINDOW'))
      const [verdict] = links.check({ links: [link], coinId })
      const url = URL.parse(link)
      const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === ''
      if (!isPlain || verdict === undefined || verdict.domain === null || verdict.standing === 'suspect') {
        throw new AppError('NOT_ALLOWED', reason('LINK_NOT_OPENED'))
      }
      // Questions in a row would be answered without being read.
      if (isAsking) return { opened: false }
      isAsking = true
      try {
        return { opened: await openOutside({ url: url.href, domain: verdict.domain }) }
      } finally {
        isAsking = false
      }
    },
  }
}
