import type { Host } from '../host/host.ts';
import { type SafeText, say } from '../text/safe.ts';
import { headingOf, type RowName } from '../verdict/row-name.ts';

/**
 * The address of the page that explains a row, of this version; undefined if the runner does not say which action this
 * is, as for an action in the workflow's own repository.
 */
export function helpOn(row: RowName, { env, show }: Host): SafeText | undefined {
  const repository = env['GITHUB_ACTION_REPOSITORY'];
  const ref = env['GITHUB_ACTION_REF'];
  if (!repository || !ref) return undefined;
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
  const version = encodeURI(`${server}/${repository}/blob/${ref}`).replace(/[?#]/g, encodeURIComponent);
  return say`${show(version, 500)}/docs/troubleshooting.md#${headingOf(row)}`;
}
