// How the system shows the trader something while he looks elsewhere. A shell that has no such way gives none: then the page says it.

/** Shows it under the app's name; one of the same id takes the earlier one's place. Never throws. */
export type ShowNotification = (shown: { id: string; text: string; silent: boolean }) => void
