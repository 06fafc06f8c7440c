// Answers a page request from the map of built files, and with the document that was drawn last. Both shells answer alike.

import type { PageDocument } from './page-document.ts'
import type { PageFiles } from './page-files.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

export interface PageAnswer {
  status: 200 | 404 | 405
  headers: Record<string, string>
  body: Buffer
}

/** `origin` is compared exactly, for example `app://prelist`. Query and fragment do not choose a file. */
function answerPage(files: PageFiles, origin: string, method: string, url: string): PageAnswer {
  if (method !== 'GET') return refusal(405)
  const target = URL.parse(url)
  if (target === null || target.username !== '' || target.password !== '') return refusal(404)
  if (`${target.protocol}//${target.host}` !== origin) return refusal(404)
  const file = files.get(target.pathname)
  if (file === null) return refusal(404)
  return { status: 200, headers: { ...SECURITY_HEADERS, 'content-type': file.contentType }, body: file.body }
}

export interface PageSite {
  pages: PageFiles
  origin: string
  document: Pick<PageDocument, 'next'>
}

/** The same with the document as it is now, where that is asked for. */
export async function answerRequest(
  { pages, origin, document }: PageSite,
  method: string,
  url: string,
): Promise<PageAnswer> {
  const answer = answerPage(pages, origin, method, url)
  if (answer.status !== 200 || !answer.headers['content-type']?.startsWith('text/html')) return answer
  const { body, policy } = await document.next(answer.body)
  return { status: 200, headers: { ...answer.headers, 'content-security-policy': policy }, body }
}

function refusal(status: 404 | 405): PageAnswer {
  const headers = { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' }
  return { status, headers, body: Buffer.alloc(0) }
}
