// Turns a failure into a status message: what happened, what the app said, what helps.

import { errorWords, sayReason } from '../answer-words.ts'
import { asAppError } from '../api.ts'
import { text } from '../messages/en.ts'
import { sentences } from '../messages/reasons/sentences.ts'
import { useStatus } from './status-store.ts'

/** Shows a failure on the status line. */
export function reportFailure(thrown: unknown): void {
  const error = asAppError(thrown)
  const { title, help } = errorWords(error)
  useStatus.getState().say({ tone: 'bad', title: `${title}.`, detail: sentences(sayReason(error.reason), help) })
}

/** Shows that something worked. */
export function reportDone(title: string): void {
  useStatus.getState().say({ tone: 'good', title, detail: null })
}

/** Shows that code which was asked for by a press could not be had; another press tries again. */
export function reportNotLoaded(): void {
  const { partNotLoaded, partCrashedHelp } = text.common
  useStatus.getState().say({ tone: 'bad', title: partNotLoaded, detail: partCrashedHelp })
}
