// What a walk over the audit log has found, and what may be written into it.

export const auditReasons = {
  LOG_VERIFIED: {},
  ENTRY_MISSING: { entry: 'count' },
  ENTRY_PUT_IN: { entry: 'count' },
  ENTRY_ALTERED: { entry: 'count' },
  CHECKPOINT_NOT_SIGNED: { entry: 'count' },
  LOG_WRITTEN_ANEW: { from: 'count', to: 'count' },
  LOG_END_MISSING: { entries: 'count', known: 'count' },
  LOG_NOT_ANCHORED: {},
  ENTRY_UNFIT: {},
} as const
