// What is said at the door of the backend: of a call, of a closing app, of a profile that is open.

export const callReasons = {
  SENDER_REFUSED: {},
  NO_SUCH_OPERATION: {},
  TOO_MANY_CALLS: {},
  FIELD_REFUSED: { field: 'text', as: ['unknown-field', 'type', 'too-big', 'too-small', 'form'] },
  INPUT_TOO_DEEP: {},
  INPUT_TOO_LARGE: {},
  INPUT_KEY_REFUSED: {},
  INPUT_NOT_PLAIN: {},
  FAULT: {},
  CLOSING: {},
  PROFILE_IN_ORDER: {},
  NOTHING_PUT_ASIDE: { why: 'reason' },
} as const
