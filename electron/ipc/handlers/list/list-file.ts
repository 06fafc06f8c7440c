// The operations on files of the list: shape of the input, and who answers.

import { z } from 'zod'
import type { ListFileOperations } from '../../../../shared/contract/coin-list.ts'
import type { Input, Output } from '../../../../shared/contract/contract.ts'
import type { FileChoices } from '../../../services/common/file-choice.ts'
import type { ListFiles } from '../../../services/list/list-file.ts'
import * as common from '../../schemas/common.ts'
import { exact } from '../../schemas/common.ts'
import type { HandlersOf } from '../handler.ts'

/** The services behind these operations. */
export interface ListFileServices {
  listFiles: ListFiles
  exportList(input: Input<'listFile.export'>): Promise<Output<'listFile.export'>>
  files: FileChoices
}

const MAX_PATH = 4_096
const MAX_TEXT = 60_000

const source = z.strictObject({ path: exact(MAX_PATH).optional(), text: exact(MAX_TEXT).optional() })

/** Ties each of the operations to its service. */
export function listFileHandlers({ listFiles, exportList, files }: ListFileServices): HandlersOf<ListFileOperations> {
  return {
    'listFile.export': {
      input: common.toPath,
      run: (input, { window }) => files.using(window, 'save:list', input.path, () => exportList(input)),
    },
    'listFile.preview': {
      input: source,
      run: (input, { window }) =>
        input.path === undefined
          ? listFiles.preview(input)
          : files.reading(window, 'open:list', input.path, () => listFiles.preview(input)),
    },
    'listFile.commit': {
      input: z.strictObject({ previewId: z.uuid(), withoutBadRows: z.boolean().optional() }),
      run: (input) => listFiles.commit(input),
    },
    'listFile.cancel': { input: common.nothing, run: () => listFiles.cancel() },
  }
}
