// Notifications of the system, with Electron played: what they say, that a press opens the app, and that none can do harm.

import { expect, test, vi } from 'vitest'
import { systemNotifications } from '../../../../electron/shell/electron/notifications.ts'
import { Notification } from '../../../fakes/electron.ts'

test('one is shown under the app’s name, silent where no sound was asked for, and its press opens the app', () => {
  const open = vi.fn()
  const show = systemNotifications(open)
  show({ id: 'prelist-1', text: 'TEN is listed.', silent: true })
  const [shown] = Notification.made.slice(-1)
  expect(shown?.options).toEqual({ title: 'Prelist', body: 'TEN is listed.', silent: true })
  expect(shown?.show).toHaveBeenCalledOnce()
  expect(open).not.toHaveBeenCalled()
  shown?.emit('click')
  expect(open).toHaveBeenCalledOnce()
})

test('one of the same id takes the place of the one before', () => {
  const show = systemNotifications(() => {})
  show({ id: 'prelist-2', text: 'First.', silent: true })
  const [first] = Notification.made.slice(-1)
  show({ id: 'prelist-2', text: 'Again.', silent: false })
  expect(first?.close).toHaveBeenCalledOnce()
})

test('a desktop without such a service, or one that fails, stops nothing', () => {
  const show = systemNotifications(() => {})
  const before = Notification.made.length
  const supported = vi.spyOn(Notification, 'isSupported').mockReturnValueOnce(false)
  show({ id: 'a', text: 'Nobody sees it.', silent: true })
  expect(Notification.made).toHaveLength(before)
  supported.mockImplementationOnce(() => {
    throw new Error('no bus')
  })
  expect(() => show({ id: 'b', text: 'Nobody sees it.', silent: true })).not.toThrow()
})
