// Which markets an account may trade at all, where the exchange names permissions on both sides.

export interface Permissions {
  /** What the account may do, out of the answer that has its balances; `null` where it does not say. */
  of(account: unknown): readonly string[] | null
  /** Whether a market's entry asks for what the account does not have. */
  isShut(info: unknown, own: readonly string[]): boolean
}
