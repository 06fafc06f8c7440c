// Begins a new profile in the folder named on the command line, and is killed after the named step.

import { openProfile } from '../../../../electron/app/profile.ts'

const [dataDir = '', dieAfter = ''] = process.argv.slice(2)

const door = await openProfile({ dataDir }, (step) => {
  // SIGKILL to oneself is delivered before the next instruction: nothing is flushed, nothing is said.
  if (step === dieAfter) process.kill(process.pid, 'SIGKILL')
})
await door.call('profile.startNew', {})
throw new Error('the app outlived its end')
