/** The methods that n8n's Webhook node offers, and so those that the action sends. */
export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export type Method = (typeof METHODS)[number];

/** The method, if it is one of these, written like this: everything else comes from outside and is not to be sent. */
export function methodOf(text: string): Method | undefined {
  return METHODS.find((method) => method === text);
}
