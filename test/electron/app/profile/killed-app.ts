// The app in a process of its own, which writes into the profile named on the command line and is killed. With `newer`
// a later version of the schema is what it wrote last.

import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { createBackend } from '../../../../electron/app/backend.ts'

const [dataDir = '', newer] = process.argv.slice(2)

// First in order, so that the file holds a whole profile and the log only what came later.
await (await createBackend({ dataDir })).close()
if (newer === 'newer') {
  openDatabase(dataDir).run('PRAGMA user_version = 999')
} else {
  const backend = await createBackend({ dataDir })
  for (let at = 0; at < 5; at++) await backend.call('notes.save', { coinId: 'peaq', text: `note ${at}` })
}
process.kill(process.pid, 'SIGKILL')
