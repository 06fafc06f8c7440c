// What the system opens outside the app. The shell shows the trader the address first, in a place that no page can draw on.

/** An address of the web as it would be opened. */
export interface OutsideAddress {
  /** Https, without a name or password in it. */
  url: string
  /** The part of its host that somebody registered, in ASCII. */
  domain: string
}

/** Asks, and opens it in the trader's own browser where he agrees. Answers whether it was opened. Never rejects. */
export type OpenOutside = (address: OutsideAddress) => Promise<boolean>

/** Shows it under the app's name; one of the same id takes the earlier one's place. Never throws. */
export type ShowNotification = (shown: { id: string; text: string; silent: boolean }) => void
