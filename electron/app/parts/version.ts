// The app's version as shown to the trader; a test compares it with package.json.

export const VERSION = '0.1.0'
