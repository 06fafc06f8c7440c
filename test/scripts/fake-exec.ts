// A stand-in for the machine's programs: it answers from a table and remembers what was asked.

import type { Exec } from '../../scripts/setup/exec.mjs'

export interface FakeExec extends Exec {
  ran: string[]
  said: string[]
}

/** `codes` and `outputs` are looked up by the start of the command line; what is not listed succeeds and prints nothing. */
export function fakeExec(codes: Record<string, number> = {}, outputs: Record<string, string> = {}): FakeExec {
  const ran: string[] = []
  const said: string[] = []
  const find = <T>(table: Record<string, T>, line: string) =>
    Object.entries(table).find(([start]) => line.startsWith(start))?.[1]
  return {
    ran,
    said,
    run: async (command, args) => {
      const line = [command, ...args].join(' ')
      ran.push(line)
      return find(codes, line) ?? 0
    },
    capture: (command, args) => {
      const line = [command, ...args].join(' ')
      return { code: find(codes, line) ?? 0, stdout: find(outputs, line) ?? '' }
    },
    say: (line) => said.push(line),
  }
}
