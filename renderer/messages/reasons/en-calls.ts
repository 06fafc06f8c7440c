// English of what is said at the door of the backend.

import type { callReasons } from '../../../shared/reasons/calls.ts'
import type { WordsOf } from './words.ts'

const WRONG = {
  'unknown-field': 'holds a field that this operation does not have.',
  type: 'is missing or of the wrong type.',
  'too-big': 'is too long or too large.',
  'too-small': 'is too short or too small.',
  form: 'is not in the form that this operation takes.',
} as const

export const callWords: WordsOf<keyof typeof callReasons> = {
  SENDER_REFUSED: 'This page may not call Prelist.',
  NO_SUCH_OPERATION: 'Prelist has no such operation.',
  TOO_MANY_CALLS: 'Too many calls at once. Wait a second and try again.',
  FIELD_REFUSED: ({ field, as }) => `${field}: ${WRONG[as]}`,
  INPUT_TOO_DEEP: 'The input is nested too deeply.',
  INPUT_TOO_LARGE: 'The input is too large.',
  INPUT_KEY_REFUSED: 'The input holds a key that is not allowed.',
  INPUT_NOT_PLAIN: 'The input holds something that is not plain data.',
  FAULT: 'Something went wrong inside Prelist. The log says what.',
  CLOSING: 'Prelist is closing.',
  PROFILE_IN_ORDER: 'The profile is open and in order. It is not put aside.',
  NOTHING_PUT_ASIDE: ({ why }, say) => `${say(why)} Nothing was put aside.`,
}
