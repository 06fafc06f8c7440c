// What a test and the driver in the shell's process say to each other.

/** The environment variable with the driver's orders, as JSON. */
export const ORDERS = 'SHELL_DRIVER_ORDERS'

export interface DriverOrders {
  headless?: boolean
  /** Arguments for the browser beside those of the shell. */
  extraArgs?: string[]
  /** Arguments of the shell that the browser is not to get: to show what they are for. */
  withoutArgs?: string[]
}

export type Asked = { id: number } & (
  | { act: 'evaluate'; script: string }
  | { act: 'click'; selector: string }
  | { act: 'type'; selector: string; text: string }
  /** A failure inside the driver that nobody waits for. */
  | { act: 'fail' }
  | { act: 'close-page' | 'close-browser' }
)

export type Told =
  | { kind: 'launched'; options: Record<string, unknown> }
  | { kind: 'brought-to-front' }
  | { kind: 'answer'; id: number; value: unknown; failed?: string }
