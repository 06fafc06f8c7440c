// The operations on airdrops, tasks and their calendar: shape of the input, and who answers.

import { z } from 'zod'
import type { AirdropOperations } from '../../../shared/contract/airdrops.ts'
import type { Claim } from '../../services/airdrops/airdrop-claims.ts'
import type { AirdropService } from '../../services/airdrops/airdrop-service.ts'
import type { AirdropTasks } from '../../services/airdrops/airdrop-tasks.ts'
import type { Calendar } from '../../services/airdrops/calendar.ts'
import type { FileChoices } from '../../services/common/file-choice.ts'
import * as s from '../schemas/airdrops.ts'
import * as common from '../schemas/common.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface AirdropServices {
  airdrops: AirdropService
  airdropTasks: AirdropTasks
  claim: Claim
  calendar: Calendar
  files: FileChoices
}

/** Ties each of the operations to its service. */
export function airdropHandlers(services: AirdropServices): HandlersOf<AirdropOperations> {
  const { airdrops, airdropTasks, calendar, files } = services
  return {
    'airdrops.list': { input: common.nothing, run: () => airdrops.list() },
    'airdrops.save': {
      input: common.byCoin.extend({
        progress: s.progress.optional(),
        note: common.note.optional(),
        deadline: s.deadline.nullable().optional(),
        project: s.project.nullable().optional(),
        expected: common.positive.nullable().optional(),
      }),
      run: (change) => airdrops.save(change),
    },
    'airdrops.remove': {
      input: common.byCoin,
      run: ({ coinId }) => {
        airdrops.remove(coinId)
        return null
      },
    },
    'airdrops.claim': { input: s.claim, run: (claim) => services.claim(claim) },
    'airdropTasks.list': { input: s.taskFilter, run: (filter) => airdropTasks.page(filter).items },
    'airdropTasks.page': { input: s.taskFilter, run: (filter) => airdropTasks.page(filter) },
    'airdropTasks.save': { input: s.task, run: (task) => airdropTasks.save(task) },
    'airdropTasks.done': { input: s.done, run: (record) => airdropTasks.done(record) },
    'airdropTasks.snooze': { input: s.snooze, run: (input) => airdropTasks.snooze(input) },
    'airdropTasks.remove': {
      input: z.strictObject({ taskId: s.taskId }),
      run: ({ taskId }) => airdropTasks.remove(taskId),
    },
    'calendar.status': { input: common.nothing, run: () => calendar.status() },
    'calendar.setFeed': { input: z.strictObject({ on: z.boolean() }), run: (input) => calendar.setFeed(input) },
    'calendar.export': {
      input: common.toPath,
      run: ({ path }, { window }) => files.using(window, 'save:calendar', path, () => calendar.export(path)),
    },
  }
}
