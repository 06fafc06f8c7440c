// Which powers of the browser the page gets: none. Without this header some need no permission at all (sensors, writing
// to the clipboard), and for others a page could open the browser's own chooser of devices or screens.

const FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'local-network-access',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'speaker-selection',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

/** The value of the header `Permissions-Policy`. A browser skips the names that it does not know. */
export const PERMISSIONS_POLICY = FEATURES.map((feature) => `${feature}=()`).join(', ')
