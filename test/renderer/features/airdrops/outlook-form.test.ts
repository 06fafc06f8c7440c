// The project's status as it is typed: whole, not there at all, or a fault on the field that is missing.

import { expect, test } from 'vitest'
import { outlookOf } from '../../../../renderer/features/airdrops/OutlookForm.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'

const { projectAsOfFault, projectSourceFault } = text.airdropTasks
const NONE = { asOf: null, source: null }

test('a whole status is sent as it is typed', () => {
  expect(outlookOf({ status: 'confirmed', asOf: '2026-11-30', source: ' blog ' })).toEqual({
    project: { status: 'confirmed', asOf: '2026-11-30', source: 'blog' },
    faults: NONE,
  })
})

test('all of it blank takes the status away', () => {
  expect(outlookOf({ status: 'unknown', asOf: '', source: ' ' })).toEqual({ project: null, faults: NONE })
})

test('a status without its date or its source is not dropped in silence', () => {
  const faults = (asOf: string, source: string, status: 'confirmed' | 'unknown' = 'confirmed') =>
    outlookOf({ status, asOf, source }).faults
  expect(faults('', '')).toEqual({ asOf: projectAsOfFault, source: projectSourceFault })
  expect(faults('2026-11-30', ' ')).toEqual({ asOf: null, source: projectSourceFault })
  expect(faults('', 'blog', 'unknown')).toEqual({ asOf: projectAsOfFault, source: null })
})
