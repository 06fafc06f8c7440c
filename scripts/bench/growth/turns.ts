// How long the thread that serves the trader does one thing.

/**
 * The longest turns of the event loop while `work` goes on, in milliseconds of this thread's own processor time: what else runs on
 * the machine is not counted.
 */
export async function turnsDuring(work: () => Promise<unknown>): Promise<number[]> {
  const longest: number[] = []
  const used = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let before = used()
  let pending = setImmediate(function turn() {
    const now = used()
    longest.push(now - before)
    if (longest.length > 1_000) longest.sort((a, b) => b - a).splice(100)
    before = used()
    pending = setImmediate(turn)
  })
  try {
    await work()
    // The last turn ends with the work.
    await new Promise((resume) => setImmediate(resume))
  } finally {
    clearImmediate(pending)
  }
  return longest.sort((a, b) => b - a).slice(0, 5)
}
