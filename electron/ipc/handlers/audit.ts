// The operations on the audit log: shape of the input, and who answers.

import type { AuditOperations } from '../../../shared/contract/audit.ts'
import type { AuditService } from '../../ports/operations.ts'
import type { FileChoices } from '../../services/common/file-choice.ts'
import * as s from '../schemas/audit.ts'
import * as common from '../schemas/common.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface AuditServices {
  audit: AuditService
  files: FileChoices
}

/** Ties each of the operations to its service. */
export function auditHandlers({ audit, files }: AuditServices): HandlersOf<AuditOperations> {
  return {
    'audit.list': { input: s.auditQuery, run: (input) => audit.list(input) },
    'audit.page': { input: s.auditQuery, run: (input) => audit.page(input) },
    'audit.verify': { input: common.nothing, run: () => audit.verify() },
    'audit.export': {
      input: common.toPath,
      run: (input, { window }) => files.using(window, 'save:audit', input.path, () => audit.export(input)),
    },
  }
}
