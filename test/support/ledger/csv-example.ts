// A file of an exchange, row by row, and what becomes of it.

export interface Example {
  name: string
  rows: string[]
  format: string
  zoneFrom?: string
  movements: string[]
  skipped?: string[]
  bad?: string[]
}

/** Some programs put it at the beginning of a file, some into every cell. */
export const BOM = '\uFEFF'
