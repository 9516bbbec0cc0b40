import { type SafeText, say } from '../text/safe.ts';
import { type Credentials, hasHeader } from './auth.ts';

/**
 * The authentication that a Webhook node requires and the inputs lack, and what to do; undefined if something that was
 * given may fit.
 *
 * @param authentication the node's parameter, as in n8n 2.41's Webhook node
 */
export function findMissingCredentials(
  authentication: string,
  given: Credentials,
  urlCredentials: string | undefined,
): { readonly wants: SafeText; readonly hint: SafeText } | undefined {
  const { headers, basicAuth, jwt } = given;
  const authorized = hasHeader(headers, 'authorization') || basicAuth !== undefined || urlCredentials !== undefined;
  switch (authentication) {
    case 'basicAuth':
      // n8n's own form pages authenticate with this header.
      if (authorized || hasHeader(headers, 'x-auth-token')) return undefined;
      return { wants: say`Basic Auth`, hint: say`Set basic-auth to user:password, as in its credential.` };
    case 'headerAuth':
      if (headers.length > 0 || authorized || jwt) return undefined;
      return { wants: say`Header Auth`, hint: say`Put the name and value of its credential in headers.` };
    case 'jwtAuth':
      if (jwt || hasHeader(headers, 'authorization')) return undefined;
      return { wants: say`JWT Auth`, hint: say`Set jwt-secret to the passphrase or private key of its credential.` };
    case 'n8nOAuth2':
      if (hasHeader(headers, 'authorization')) return undefined;
      return { wants: say`n8n User Auth`, hint: say`Put "Authorization: Bearer …" in headers.` };
    default:
      return undefined;
  }
}
