// Looks for texts in the page's own memory: a snapshot of its heap, after all that is no longer used was collected.

import type { Page } from 'playwright/test'

/** Those of the texts that are in the heap. */
export async function heapOf(page: Page, texts: readonly string[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  const { strings } = JSON.parse(chunks.join('')) as { strings: string[] }
  return texts.filter((text) => strings.some((one) => one.includes(text)))
}
