// The span of a day in which nothing is shown, over midnight too.

import { expect, test } from 'vitest'
import { quietFor } from '../../../../electron/services/alerts/quiet-hours.ts'

const at = (hours: number, minutes: number) => hours * 60 + minutes

test.each([
  ['22:00', '07:00', at(21, 59), 0],
  ['22:00', '07:00', at(22, 0), 540],
  ['22:00', '07:00', at(23, 59), 421],
  ['22:00', '07:00', at(0, 0), 420],
  ['22:00', '07:00', at(6, 59), 1],
  ['22:00', '07:00', at(7, 0), 0],
  ['12:30', '13:00', at(12, 45), 15],
  ['12:30', '13:00', at(13, 0), 0],
  ['00:00', '00:00', at(5, 0), 0],
])('from %s until %s, at minute %i: %i minutes', (from, until, minute, left) => {
  expect(quietFor({ from, until }, minute)).toBe(left)
})

test('without quiet hours it is never quiet', () => {
  expect(quietFor(null, 0)).toBe(0)
})
