/** The methods that n8n's Webhook node offers, and so those that the action sends. */
export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export type Method = (typeof METHODS)[number];

/** The method, if it is exactly one of {@link METHODS}: anything else from outside must not be sent. */
export function methodOf(text: string): Method | undefined {
  return METHODS.find((method) => method === text);
}
