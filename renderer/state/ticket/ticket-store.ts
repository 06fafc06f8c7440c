// The one open ticket: its draft with the key, what was typed, and what the order would do.

import { create } from 'zustand'
import type { Draft, Preview, Side } from '../../../shared/order.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'
import { offeredForm, type TicketForm } from './ticket-form.ts'

export interface TicketSubject {
  accountId: string
  coinId: string
  side: Side
  /** The market, where the trader chose one of several. */
  market: string | null
}

export interface TicketState {
  subject: TicketSubject | null
  draft: Loadable<Draft>
  form: TicketForm
  preview: Loadable<Preview>
  submitting: boolean
  /** What a switch did to the numbers, in words; until the next change. */
  note: string | null
  /** The order that the preview is of, and the one whose far price the trader means; each in its terms. */
  previewed: string | null
  farAccepted: string | null
  /** The key that an override was recorded for. */
  overriddenKey: string | null
  /** The draft's key can carry nothing new; the next change asks for a new draft. */
  spent: boolean
  /** What was typed into a ticket that was left for another account; for the same coin there, and nowhere else. */
  parked: (TicketSubject & { form: TicketForm }) | null
  open: (subject: TicketSubject, form: TicketForm, note?: string | null) => void
  close: () => void
  /** Closes it and keeps what was typed. */
  leave: () => void
  putDraft: (step: Partial<Loadable<Draft>>) => void
  change: (patch: Partial<TicketForm>, note?: string | null) => void
  putPreview: (step: Partial<Loadable<Preview>>) => void
  setSubmitting: (submitting: boolean) => void
  notePreviewed: (terms: string) => void
  acceptFar: (terms: string | null) => void
  noteOverride: (intentId: string) => void
  spend: () => void
}

/** What a ticket starts from. */
export const EMPTY_FORM: TicketForm = {
  type: 'market',
  unit: 'quote',
  size: '',
  price: '',
  stopPrice: '',
  timeInForce: 'gtc',
}

export const useTicket = create<TicketState>()((set) => ({
  subject: null,
  draft: NOT_LOADED,
  form: EMPTY_FORM,
  preview: NOT_LOADED,
  submitting: false,
  note: null,
  previewed: null,
  farAccepted: null,
  overriddenKey: null,
  spent: false,
  parked: null,
  open: (subject, form, note = null) =>
    set({
      subject,
      form,
      draft: NOT_LOADED,
      preview: NOT_LOADED,
      submitting: false,
      note,
      previewed: null,
      farAccepted: null,
      overriddenKey: null,
      spent: false,
      parked: null,
    }),
  close: () => set({ subject: null }),
  leave: () =>
    set(({ subject, form, draft }) => ({
      subject: null,
      parked: subject === null ? null : { ...subject, market: draft.value?.market ?? subject.market, form },
    })),
  putDraft: (step) =>
    set((state) => ({
      draft: { ...state.draft, ...step },
      ...(step.value ? { spent: false, form: offeredForm(state.form, step.value) } : {}),
    })),
  change: (patch, note = null) => set((state) => ({ form: { ...state.form, ...patch }, note })),
  putPreview: (step) => set((state) => ({ preview: { ...state.preview, ...step } })),
  setSubmitting: (submitting) => set({ submitting }),
  notePreviewed: (previewed) => set({ previewed }),
  acceptFar: (farAccepted) => set({ farAccepted }),
  noteOverride: (overriddenKey) => set({ overriddenKey }),
  spend: () => set({ spent: true }),
}))
