// What a shell gives the backend to start with.

import type { AppStatus } from '../../shared/app.ts'
import type { ConfirmCommand } from '../ports/accounts.ts'
import type { OpenOutside, ShowNotification } from '../ports/outside.ts'
import type { Clock, FileChooser, SecretStore, SettingsStore, Trace } from '../ports/system.ts'
import type { Build, KeyProbe, Spawner } from '../ports/vault.ts'
import type { KdfParams } from '../vault/primitives.ts'

export interface BackendOptions {
  /** The profile: the backend writes to this folder and to no other. */
  dataDir: string
  secretStore?: SecretStore
  settings?: SettingsStore
  /** `practice` names an exchange that runs elsewhere; plain http only on 127.0.0.1. */
  venueHosts?: Record<string, string>
  /** Base URL of each source of market data, for tests; an exchange's is else its entry in `venueHosts`. */
  dataHosts?: Record<string, string>
  clock?: Clock
  shell?: AppStatus['shell']
  /** Of a development build the vault is another one, in the profile and in the keychain. */
  build?: Build
  /** How the vault's process is started; by default as a fork of its source beside this file. */
  spawnVault?: Spawner
  /** For tests, with a `secretStore`: what a passphrase costs, and who is asked about keys. */
  kdf?: KdfParams
  keyProbe?: KeyProbe
  /** For tests: `false` listens to no stream, as at an exchange that has none. */
  streams?: false
  /** The built worker of the practice exchange; by default its source beside this file. */
  practiceWorkerUrl?: URL
  /** The built worker that reads public market data; by default its source beside this file. */
  marketDataWorkerUrl?: URL
  /** The built thread that reads the profile's whole file; by default its source beside this file. */
  fileWorkerUrl?: URL
  /** The trader has agreed to a new profile where one was lost; without it that is `PROFILE_MISSING`. */
  beginAnew?: boolean
  /** How the trader is asked whether a command may be run; without it none can be added. */
  confirmCommand?: ConfirmCommand
  /** How the system shows a notification; without it the page says it. */
  notify?: ShowNotification
  /** How a link is opened in the trader's browser, after he was asked; without it none is. */
  openOutside?: OpenOutside
  /** How the trader is asked for a file; without it the page can name none. */
  files?: FileChooser
  /** Told of the durable points of each order's way; a test may end the process there. */
  trace?: Trace
}
