// The only file that touches window.desktop: it unwraps each answer, and a failure is thrown as an AppError.

import type { DesktopApi, EventName, Events, Input, OperationName, Output } from '../shared/contract/contract.ts'
import { AppError, type Result, toAppError } from '../shared/result.ts'
import { hasAnswerWords, loadAnswerWords } from './answer-words.ts'

declare global {
  interface Window {
    readonly desktop?: DesktopApi
  }
}

type Method = (input: unknown) => Promise<Result<unknown>>

function desktop(): DesktopApi {
  const api = window.desktop
  if (api === undefined)
    throw new AppError('CLOSED', 'The page is not connected to the app. Close it and start Prelist.')
  return api
}

/** Calls one operation by its name in the contract. Throws `AppError`, also when the bridge itself breaks. */
export async function call<K extends OperationName>(name: K, input: Input<K>): Promise<Output<K>> {
  // At the same time: an answer that came without its words could not be shown.
  const words = loadAnswerWords()
  try {
    return await ask(name, input)
  } finally {
    await words
  }
}

async function ask<K extends OperationName>(name: K, input: Input<K>): Promise<Output<K>> {
  const [group, method] = name.split('.') as [string, string]
  // Looking a method up by name loses its type; the two casts below give back what the contract says of this name.
  const methods = desktop() as unknown as Record<string, Record<string, Method> | undefined>
  const operation = methods[group]?.[method]
  if (operation === undefined) throw new AppError('UNKNOWN_OPERATION', `This app has no operation ${name}.`)
  const result = await operation(input)
  if (!result.ok) {
    throw toAppError(result.error)
  }
  return result.value as Output<K>
}

/** Listens to one event of the backend; the answer stops listening. */
export function listen<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  return desktop().on(event, (payload) => {
    if (hasAnswerWords()) listener(payload)
    else void loadAnswerWords().then(() => listener(payload))
  })
}

/** Whatever was thrown, as an `AppError`: a broken bridge says so in the same shape as a refusal. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return new AppError('INTERNAL', detail)
}
