// The operations on the app itself: its state, settings, profile and files: shape of the input, and who answers.

import type { AppStatus, KeychainCheck } from '../../../shared/app.ts'
import type { AppOperations } from '../../../shared/contract/app.ts'
import type { ProfileCheck, ProfileStatus } from '../../../shared/profile.ts'
import type { FileChoices } from '../../services/common/file-choice.ts'
import type { Preferences } from '../../services/common/preferences.ts'
import * as s from '../schemas/app.ts'
import * as common from '../schemas/common.ts'
import type { HandlersOf } from './handler.ts'

/** The profile as a whole: why it is not open, and what can be done. */
export interface ProfileActions {
  status(): ProfileStatus
  retry(): Promise<ProfileStatus>
  startNew(): Promise<ProfileStatus>
}

/** The services behind these operations. */
export interface AppServices {
  profile: ProfileActions
  status(): AppStatus
  checkKeychain(): Promise<KeychainCheck>
  checkProfile(): Promise<ProfileCheck>
  settings: Preferences
  files: FileChoices
}

/** Ties each of the operations to its service. */
export function appHandlers(services: AppServices): HandlersOf<AppOperations> {
  const { settings, files } = services
  return {
    'profile.status': { input: common.nothing, run: () => services.profile.status() },
    'profile.retry': { input: common.nothing, run: () => services.profile.retry() },
    'profile.startNew': { input: common.nothing, run: () => services.profile.startNew() },
    'app.status': { input: common.nothing, run: () => services.status() },
    'app.checkKeychain': { input: common.nothing, run: () => services.checkKeychain() },
    'app.checkProfile': { input: common.nothing, run: () => services.checkProfile() },
    'settings.get': { input: common.nothing, run: () => settings.get() },
    'settings.save': { input: s.settings, run: (change) => settings.save(change) },
    'files.chooseSave': { input: s.savePurpose, run: ({ purpose }, { window }) => files.chooseSave(window, purpose) },
    'files.chooseOpen': { input: s.openPurpose, run: ({ purpose }, { window }) => files.chooseOpen(window, purpose) },
  }
}
