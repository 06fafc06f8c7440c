// English of what is said at the door of the backend.

import type { callReasons } from '../../../shared/reasons/calls.ts'
import type { WordsOf } from './words.ts'

const WRONG = {
  'unknown-field': 'has a field this operation doesn’t use.',
  type: 'is missing or has the wrong type.',
  'too-big': 'is too long or too large.',
  'too-small': 'is too short or too small.',
  form: 'isn’t in the right format.',
} as const

export const callWords: WordsOf<keyof typeof callReasons> = {
  SENDER_REFUSED: 'This page isn’t allowed to call Prelist.',
  NO_SUCH_OPERATION: 'Prelist has no such operation.',
  TOO_MANY_CALLS: 'Too many calls at once. Wait a second and try again.',
  FIELD_REFUSED: ({ field, as }) => `${field}: ${WRONG[as]}`,
  INPUT_TOO_DEEP: 'The input is nested too deeply.',
  INPUT_TOO_LARGE: 'The input is too large.',
  INPUT_KEY_REFUSED: 'The input has a field name that isn’t allowed.',
  INPUT_NOT_PLAIN: 'The input isn’t plain data.',
  FAULT: 'Something went wrong inside Prelist. See the log for details.',
  CLOSING: 'Prelist is closing.',
  PROFILE_IN_ORDER: 'The profile is open and fine, so it wasn’t moved aside.',
  NOTHING_PUT_ASIDE: ({ why }, say) => `${say(why)} Nothing was moved.`,
}
