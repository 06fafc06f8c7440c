// One operation as the door sees it: the shape of its input, and who answers.

import type { z } from 'zod'
import type { Input, OperationName, Output } from '../../../shared/contract/contract.ts'
import type { Sender } from '../trusted-sender.ts'

export interface Handler<K extends OperationName> {
  input: z.ZodType<Input<K>>
  run: (input: Input<K>, sender: Sender) => Output<K> | Promise<Output<K>>
}

/** The handlers of one area's operations: all of them, or it does not compile. */
export type HandlersOf<Area> = { [K in keyof Area & OperationName]: Handler<K> }
