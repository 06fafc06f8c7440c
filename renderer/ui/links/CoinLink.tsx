// A coin's name that opens the coin, in tables and lists.

import { text } from '../../messages/late/en.ts'

/** `onOpen` opens it: what that is, is not known here. */
export function CoinLink({ name, onOpen }: { name: string; onOpen: () => void }) {
  return (
    <button
      type="button"
      className="text-button coin-link"
      aria-label={text.listings.openCoin(name)}
      onClick={() => onOpen()}
    >
      {name}
    </button>
  )
}
