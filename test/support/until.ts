// Waiting for a condition instead of for a time.

/** Resolves when `holds` answers true; asks after each turn of the event loop, the first time after one. The test's own limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  do await new Promise((resolve) => setImmediate(resolve))
  while (!holds())
}
