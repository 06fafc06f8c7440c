// What is looked at before it is kept where to find a key that Prelist does not store: that it is a place, and no key that was
// pasted there by mistake, which would lie in the profile unsealed.

import type { KeyReference } from '../../../shared/accounts.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { ConfirmCommand } from '../../ports/accounts.ts'

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/
/** On every system; a path without its beginning would be looked for wherever the app was started. */
const ABSOLUTE = /^(\/|[A-Za-z]:[\\/]|\\\\)/
/** Runs in which a key stands; a path, a name and an option are divided more often. */
const RUN = /[A-Za-z0-9+=-]{20,}/g
const PADDED = /^[A-Za-z0-9+/_-]{16,}={1,2}$/
/** Of the places between two characters, how many have another kind on either side: in words few, in what is drawn many. */
const RESTLESS = 0.4

/** @throws AppError `BAD_INPUT`, whose words repeat nothing of what was typed */
export function assertPlace({ kind, apiKey, apiSecret, passphrase }: KeyReference): void {
  for (const place of [apiKey, apiSecret, ...(passphrase === undefined ? [] : [passphrase])]) {
    const isKey = kind === 'command' ? !/\s/.test(place) && looksLikeKey(place) : looksLikeKey(place)
    if (isKey || place.includes('-----BEGIN')) {
      throw new AppError('BAD_INPUT', reason('REFERENCE_IS_KEY', { kind }))
    }
    if (kind === 'environment' && !VARIABLE.test(place)) {
      throw new AppError('BAD_INPUT', reason('REFERENCE_NO_VARIABLE_NAME'))
    }
    if (kind === 'file' && !ABSOLUTE.test(place)) {
      throw new AppError('BAD_INPUT', reason('REFERENCE_NO_PATH'))
    }
  }
}

/**
 * Asks the trader, outside the page, about each command that would be run. `confirm`: `null` where the shell cannot ask.
 * @throws AppError `NOT_ALLOWED`
 */
export async function assertAgreed(reference: KeyReference, confirm: ConfirmCommand | null): Promise<void> {
  const { kind, apiKey, apiSecret, passphrase } = reference
  if (kind !== 'command') return
  if (confirm === null) throw new AppError('NOT_ALLOWED', reason('COMMAND_NOT_ASKABLE'))
  // A place that is named twice is asked about once.
  for (const command of new Set([apiKey, apiSecret, ...(passphrase === undefined ? [] : [passphrase])])) {
    if (!(await confirm(command))) throw new AppError('NOT_ALLOWED', reason('COMMAND_NOT_CONFIRMED'))
  }
}

/** True for what is drawn at random, as keys are, and for the padding of base64. */
function looksLikeKey(text: string): boolean {
  return PADDED.test(text) || (text.match(RUN) ?? []).some((run) => turns(run) / (run.length - 1) >= RESTLESS)
}

function turns(run: string): number {
  const kinds = [...run].map(kindOf)
  return kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length
}

function kindOf(character: string): 'small' | 'capital' | 'digit' | 'other' {
  if (/[a-z]/.test(character)) return 'small'
  if (/[A-Z]/.test(character)) return 'capital'
  return /\d/.test(character) ? 'digit' : 'other'
}
