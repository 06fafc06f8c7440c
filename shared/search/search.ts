// What a search over everything finds.

export type HitKind = 'coin' | 'note' | 'order' | 'task'

export interface SearchHit {
  kind: HitKind
  /** Of the order, task or coin; of a note, its kind and subject. */
  id: string
  coinId: string
  title: string
  detail: string
  at: string | null
}
