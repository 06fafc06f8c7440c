// The filter by criteria: each is met, not met, unknown, or not asked about. All that is asked about has to fit.

import { CRITERION_VERDICTS } from '../../../../shared/research/criteria.ts'
import { text } from '../../../messages/late/en.ts'
import { useCriteria } from '../../../state/research/criteria-store.ts'
import { Select } from '../../../ui/fields/Select.tsx'
import { putFilter } from '../tools/filter-actions.ts'
import styles from '../tools/Tools.module.css'
import { criterionIn, criterionName, verdictValue } from './criterion-words.ts'

const ANY = { value: '', label: text.list.filters.any }

/** `column` is the id of the column that is filtered. */
export function CriteriaFilter({ column, chosen }: { column: string; chosen: readonly string[] }) {
  const criteria = useCriteria((state) => state.criteria)
  const put = (criterionId: string, value: string) => {
    const others = chosen.filter((each) => criterionIn(each) !== criterionId)
    const values = value === '' ? others : [...others, value]
    putFilter(column, values.length === 0 ? null : { kind: 'any', values })
  }
  return (
    <fieldset className={styles['choices']}>
      <legend className="label">{text.criteria.title}</legend>
      <div className={styles['criteria']}>
        {(criteria ?? []).map((criterion) => (
          <div key={criterion.criterionId} className={styles['criterion']}>
            <span className="label" aria-hidden="true">
              {criterionName(criterion)}
            </span>
            <Select
              label={criterionName(criterion)}
              value={chosen.find((each) => criterionIn(each) === criterion.criterionId) ?? ''}
              options={[
                ANY,
                ...CRITERION_VERDICTS.map((verdict) => ({
                  value: verdictValue(criterion.criterionId, verdict),
                  label: text.criteria.verdicts[verdict],
                })),
              ]}
              onChange={(value) => put(criterion.criterionId, value)}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
