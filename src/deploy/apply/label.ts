import type { Env } from '../../host/host.ts';
import type { VersionLabel } from '../n8n.ts';

/** Limits of n8n's editor and of its database, in characters. */
const LONGEST = { name: 128, description: 2048 } as const;

/** The repository's page, by which a deployment recognizes its own versions: `https://github.com/owner/repo`. */
export function repositoryUrl(env: Env): string {
  return `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY'] ?? ''}`;
}

/** The label of published versions: a name, and a description with links to the commit and the run. */
export function labelFor(versionName: string, env: Env): VersionLabel {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_SHA: sha = '', GITHUB_RUN_ID: run = '' } = env;
  const url = repositoryUrl(env);
  const name = versionName || `${repository}@${sha.slice(0, 7)}`;
  const description = `Deployed from ${url}/commit/${sha} by ${url}/actions/runs/${run}`;
  return { name: cut(name, LONGEST.name), description: cut(description, LONGEST.description) };
}

/** Whole characters, counted as databases count them. */
function cut(text: string, most: number): string {
  return [...text].slice(0, most).join('');
}
