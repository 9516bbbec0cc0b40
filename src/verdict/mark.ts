import type { Reply } from '../http/exchange.ts';

/** Whether n8n has put its sandbox policy on a reply. */
export function isMarked(headers: Reply['headers']): boolean {
  return /\bsandbox\b/.test(String(headers['content-security-policy'] ?? ''));
}

/**
 * Whether a Form trigger's URL, or one that resumes an execution, was called: by its path, or if that is renamed, by
 * n8n's own pages.
 */
export function isForm({ pathname, search }: URL, text: string): boolean {
  // For any URL with this in it, n8n replies 404 with a form's page: the first forms had such webhooks.
  const mayBeOldForm = `${pathname}${search}`.includes('n8n-form');
  if (/\/webhook(?:-test)?\//.test(pathname) && !mayBeOldForm) return false;
  if (FORM_PAGES.some((words) => text.includes(words))) return true;
  return /\/form(?:-test|-waiting)?\//.test(pathname) && !pathname.includes('/webhook-waiting/');
}

/** Markup by which n8n's pages for forms and approvals are recognized. */
const FORM_PAGES = [
  "id='n8n-form'",
  '<title>Problem loading form</title>',
  '<title>Invalid Form Link</title>',
  '<title>No action required</title>',
];
