// Opens an address in the trader's browser, in the Chromium shell: asked in a window that the page has no hand in, then handed to
// the system, never to a shell, and never to the app's own browser.

import { spawn } from 'node:child_process'
import type { OpenOutside } from '../../ports/outside.ts'
import { outsideQuestion } from '../outside-question.ts'
import type { Question } from './ask-outside.ts'

/** Starts a program; answers whether it started. */
export type Launch = (program: string, args: readonly string[]) => Promise<boolean>

/** What each system opens an address with; its last argument is the address. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>>> = {
  darwin: ['open'],
  linux: ['xdg-open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

const launchProgram: Launch = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore', shell: false })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })

/** Builds it over the shell's way to ask. */
export function createOpenOutside(
  ask: (question: Question) => Promise<boolean>,
  platform: NodeJS.Platform = process.platform,
  launch: Launch = launchProgram,
): OpenOutside {
  return async (address) => {
    const [program, ...args] = OPENERS[platform] ?? []
    if (program === undefined || !address.url.startsWith('https://')) return false
    return (await ask(outsideQuestion(address))) && launch(program, [...args, address.url])
  }
}
