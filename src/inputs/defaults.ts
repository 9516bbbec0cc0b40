/** Returns an input's text, trimmed, or its default. */
export type Text = (name: string) => string;

/** Defaults of inputs that are absent, or empty because an expression gave nothing; as in action.yml. */
export const DEFAULTS: Readonly<Record<string, string>> = {
  mode: 'webhook',
  method: 'POST',
  'include-context': 'false',
  'if-no-files-found': 'error',
  'content-type': 'application/json',
  'jwt-algorithm': 'HS256',
  route: 'auto',
  'webhook-base': 'webhook',
  wait: 'false',
  'wait-timeout': '10m',
  'stop-on-cancel': 'true',
  timeout: '5m',
  retries: '3',
  'retry-ambiguous': 'false',
  'accept-status': '200-299',
  'fail-on-error': 'true',
  'if-unconfigured': 'error',
  'allow-http': 'false',
  summary: 'true',
};

/** @param input returns an input's text as the runner gives it, empty if absent */
export function withDefaults(input: Text, defaults = DEFAULTS): Text {
  return (name) => input(name).trim() || (defaults[name] ?? '');
}
