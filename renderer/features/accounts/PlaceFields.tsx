// Where an account is: exchange, test or live, and the label that tells its key from the others.

import { useId } from 'react'
import { promisesOf } from '../../../shared/venues/fact-sheets.ts'
import { VENUES } from '../../../shared/venues/list.ts'
import { text } from '../../messages/en.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { venueName } from './account-words.ts'

export interface Place {
  venue: string
  environment: 'test' | 'live'
  label: string
}

export const FIRST_PLACE: Place = { venue: VENUES[0]?.id ?? '', environment: 'test', label: '' }

const hasTest = (venue: string) => promisesOf(venue).testing !== 'none'

/** The same at another exchange: live where that has nothing else, and never another mode than before otherwise. */
const at = (place: Place, venue: string): Place => ({
  ...place,
  venue,
  environment: hasTest(venue) ? place.environment : 'live',
})

interface Props {
  place: Place
  onChange: (place: Place) => void
  fault: string | null
}

/** The fields. */
export function PlaceFields({ place, onChange, fault }: Props) {
  const id = useId()
  return (
    <>
      <div className="two-fields">
        <div className="field">
          <label className="label" htmlFor={id}>
            {text.accounts.venue}
          </label>
          <select
            id={id}
            className="input"
            value={place.venue}
            onChange={(event) => onChange(at(place, event.target.value))}
          >
            {VENUES.map(({ id: venue, name }) => (
              <option key={venue} value={venue}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Field
          label={text.accounts.label}
          value={place.label}
          maxLength={60}
          fault={fault}
          onChange={(label) => onChange({ ...place, label })}
        />
      </div>
      <Segmented
        legend={text.accounts.environment}
        options={optionsOf(text.accounts.environments).filter(({ value }) => value === 'live' || hasTest(place.venue))}
        value={place.environment}
        onChange={(environment) => onChange({ ...place, environment })}
      />
      <p className="hint">
        {hasTest(place.venue) ? null : `${text.credentials.noTest(venueName(place.venue))} `}
        {text.accounts.environmentHelp[place.environment]}
      </p>
    </>
  )
}
