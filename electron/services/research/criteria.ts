// The criteria: the publication's four stand, the trader's own come and go, and a coin is marked with either.

import type { Input } from '../../../shared/contract/contract.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { type Criterion, PUBLISHED_CRITERIA } from '../../../shared/research/criteria.ts'
import { AppError } from '../../../shared/result.ts'
import type { CriterionStore } from '../../ports/research.ts'
import type { Clock, NewId } from '../../ports/system.ts'

export interface Criteria {
  list(): Criterion[]
  /** @throws AppError `NOT_FOUND`, `BAD_INPUT` where there are too many or one has that name */
  save(input: Input<'criteria.save'>): Criterion
  /** With its marks. @throws AppError `NOT_FOUND` */
  remove(criterionId: string): void
  /** @throws AppError `NOT_FOUND` */
  mark(input: Input<'criteria.mark'>): void
}

/** Each is a line at every coin. */
const MOST = 20

/** Builds it. `assertCoin` throws for a coin that is not there. */
export function createCriteria(
  store: CriterionStore,
  assertCoin: (coinId: string) => void,
  clock: Pick<Clock, 'now'>,
  newId: NewId,
): Criteria {
  const list = (): Criterion[] => [
    ...PUBLISHED_CRITERIA.map((criterionId) => ({ criterionId, name: null })),
    ...store.criteria(),
  ]
  const assertOwn = (criterionId: string) => {
    const isThere = store.criteria().some((each) => each.criterionId === criterionId)
    if (!isThere) throw new AppError('NOT_FOUND', reason('UNKNOWN_CRITERION'))
  }
  return {
    list,
    save: ({ criterionId, name }) => {
      const own = store.criteria()
      if (criterionId !== undefined) assertOwn(criterionId)
      else if (own.length >= MOST) throw new AppError('BAD_INPUT', reason('TOO_MANY_CRITERIA', { most: MOST }))
      const isTaken = own.some((each) => each.name === name && each.criterionId !== criterionId)
      if (isTaken) throw new AppError('BAD_INPUT', reason('CRITERION_THERE'))
      const id = criterionId ?? newId()
      store.saveCriterion(id, name)
      return { criterionId: id, name }
    },
    remove: (criterionId) => {
      assertOwn(criterionId)
      store.removeCriterion(criterionId)
    },
    mark: ({ coinId, criterionId, verdict }) => {
      assertCoin(coinId)
      if (!list().some((each) => each.criterionId === criterionId)) assertOwn(criterionId)
      store.saveCriterionMark(coinId, criterionId, verdict, new Date(clock.now()).toISOString())
    },
  }
}
