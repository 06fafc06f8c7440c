// Runs before the page in `npm run dev`: puts the fake backend of the state in the address behind `window.desktop`.

import { desktopOf } from './states.ts'

const { api, calls, emit, state } = desktopOf(location.search)
Object.defineProperty(window, 'desktop', { value: api, enumerable: true })
// For the console: what was asked, what the fake remembers, and a way to send an event.
Object.defineProperty(window, 'fake', { value: { calls, emit, state } })
document.title = 'Prelist on a fake backend'
