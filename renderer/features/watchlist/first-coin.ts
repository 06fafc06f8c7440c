// Where the focus goes on when a card above the list goes away with its button: to where the work begins.

/** The first coin of the list, once the page is drawn without the card. */
export function toFirstCoin(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.screen-main .row-opener')?.focus())
}
