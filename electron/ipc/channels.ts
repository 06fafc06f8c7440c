// The names of the IPC channels: one for each operation and each event. The preload bundles this file.

/** Channel of an operation, page to main. */
export function operationChannel(operation: string): string {
  return `prelist:call:${operation}`
}

/** Channel of an event, main to page. */
export function eventChannel(event: string): string {
  return `prelist:event:${event}`
}
