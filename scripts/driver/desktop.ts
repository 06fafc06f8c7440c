// Calls `window.desktop` as the page itself would.

import type { Page } from 'playwright'
import type { Input, OperationName, Output } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/result.ts'

type Method = (input: unknown) => Promise<Result<unknown>>
declare const window: { desktop: Record<string, Record<string, Method>> }

/** The answer of one operation, failures included, through the bridge of the page. */
export async function callDesktop<K extends OperationName>(
  page: Page,
  name: K,
  input: Input<K>,
): Promise<Result<Output<K>>> {
  const [group, method] = name.split('.')
  const answer = await page.evaluate(
    ([first = '', second = '', given]) => window.desktop[first as string]?.[second as string]?.(given),
    [group, method, input] as const,
  )
  if (answer === undefined) throw new Error(`the page has no operation ${name}`)
  return answer as Result<Output<K>>
}

/** The answer of an operation that must work. */
export async function askDesktop<K extends OperationName>(page: Page, name: K, input: Input<K>): Promise<Output<K>> {
  const result = await callDesktop(page, name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`)
  return result.value
}
