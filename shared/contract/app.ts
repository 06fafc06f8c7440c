// The operations on the app itself: its state, settings, profile and files: name, input and output of each.

import type { AppStatus, KeychainCheck, Settings } from '../app.ts'
import type { ProfileCheck, ProfileStatus } from '../profile.ts'
import type { Nothing } from './nothing.ts'

/** What a file is chosen for. */
export type FilePurpose = 'backup' | 'audit' | 'recovery-kit' | 'calendar' | 'ledger' | 'list'

export type OpenPurpose = 'backup' | 'ledger' | 'list'

export interface AppOperations {
  'files.chooseSave': { input: { purpose: FilePurpose }; output: { path: string | null } }
  'files.chooseOpen': { input: { purpose: OpenPurpose }; output: { path: string | null } }
  'profile.status': { input: Nothing; output: ProfileStatus }
  'profile.retry': { input: Nothing; output: ProfileStatus }
  'profile.startNew': { input: Nothing; output: ProfileStatus }
  'app.status': { input: Nothing; output: AppStatus }
  'app.checkKeychain': { input: Nothing; output: KeychainCheck }
  'app.checkProfile': { input: Nothing; output: ProfileCheck }
  'settings.get': { input: Nothing; output: Settings }
  'settings.save': { input: { [K in keyof Settings]?: Settings[K] | undefined }; output: Settings }
}

/** A record, so that a name that is missing here does not compile. */
export const APP_OPERATIONS: Record<keyof AppOperations, true> = {
  'files.chooseSave': true,
  'files.chooseOpen': true,
  'profile.status': true,
  'profile.retry': true,
  'profile.startNew': true,
  'app.status': true,
  'app.checkKeychain': true,
  'app.checkProfile': true,
  'settings.get': true,
  'settings.save': true,
}
