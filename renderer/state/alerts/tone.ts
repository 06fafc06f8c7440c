// A short tone for an alert that wants one, made here: nothing is loaded for it.

const LONG_S = 0.35
const HIGH_HZ = 880
const LOUD = 0.15

/** Plays it; silent where the system has no sound. Never throws. */
export function playTone(): void {
  try {
    const audio = new AudioContext()
    const gain = audio.createGain()
    const tone = audio.createOscillator()
    tone.frequency.value = HIGH_HZ
    gain.gain.setValueAtTime(LOUD, audio.currentTime)
    gain.gain.exponentialRampToValueAtTime(LOUD / 100, audio.currentTime + LONG_S)
    tone.connect(gain).connect(audio.destination)
    tone.onended = () => void audio.close()
    tone.start()
    tone.stop(audio.currentTime + LONG_S)
  } catch {
    // An alert without its sound is still said.
  }
}
