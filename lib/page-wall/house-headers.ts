/** What every answer of the house says to a browser, whoever makes it. */
export const HOUSE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  // The camera takes pictures for the conversation, the microphone its voice notes; on our own pages only.
  'permissions-policy':
    'camera=(self), microphone=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), ' +
    'accelerometer=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), midi=(), payment=(), ' +
    'serial=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
