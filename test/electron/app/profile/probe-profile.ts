// Opens the door of the profile named on the command line, says its state, and ends.

import { openProfile } from '../../../../electron/app/profile.ts'
import type { ProfileStatus } from '../../../../shared/profile.ts'

const door = await openProfile({ dataDir: process.argv[2] ?? '' })
const answer = await door.call('profile.status', {})
process.stdout.write(answer.ok ? (answer.value as ProfileStatus).state : answer.error.code)
await door.close()
