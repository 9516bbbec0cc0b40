import { resumedExecution } from '../../n8n/address.ts';
import { isMap, textOf } from '../../text/json.ts';
import { say } from '../../text/safe.ts';
import { headOf } from '../answerer.ts';
import { A_LITTLE, type ReplyView, type Row } from '../row.ts';

const notRun = { success: false, ran: 'no' } as const;

/** n8n's replies for a resume URL that resumes nothing (2.41; without the signature before 2.16). */
export const resumeRows: readonly Row[] = [
  {
    name: 'resume-signature',
    // Forms and approvals are for people, and get a page.
    matches: (view) =>
      view.status === 401 &&
      isResume(view) &&
      ((isMap(view.json) && textOf(view.json['error']) === 'Invalid token') || hasTitle(view, 'Invalid Form Link')),
    verdict: () => ({
      ...notRun,
      message: say`n8n does not accept the signature in this resume URL (401).`,
      hint: say`Pass on the whole URL, including its query, and check that nothing cut or decoded it.`,
    }),
  },
  {
    name: 'resume-gone',
    matches: (view) =>
      view.status === 404 && isResume(view) && /^The execution ".*" does not exist\.$/.test(view.jsonMessage),
    verdict: () => ({
      ...notRun,
      message: say`n8n no longer has the execution of this resume URL (404).`,
      hint: say`It was deleted, or it belongs to another instance. Start the workflow again.`,
    }),
  },
  {
    name: 'resume-method',
    matches: (view) =>
      view.status === 404 &&
      isResume(view) &&
      /^The workflow for execution ".*" does not contain a waiting webhook with a matching path\/method\.$/.test(
        view.jsonMessage,
      ),
    verdict: ({ call }) => ({
      ...notRun,
      message: say`The execution is not waiting for ${call.show(call.method)} at this resume URL (404).`,
      hint: say`Compare the input method with HTTP Method in the Wait node, and the URL's end with its Webhook Suffix.`,
    }),
  },
  {
    name: 'resume-form',
    // n8n sends whoever calls the other URL of a waiting form there.
    matches: (view) => view.status === 307 && isResume(view) && isToSameExecution(view),
    verdict: ({ status }) => ({
      ...notRun,
      message: say`The execution is waiting for a form, and not at this resume URL (${status}).`,
      hint: say`Give the form's URL ($execution.resumeFormUrl) in url.`,
    }),
  },
  {
    name: 'resume-ended',
    matches: (view) =>
      view.status === 200 &&
      isResume(view) &&
      (hasTitle(view, 'No action required') || (view.call.method === 'POST' && hasTitle(view, 'Form Submitted'))),
    verdict: () => ({
      ...notRun,
      message: say`The execution of this resume URL is no longer waiting for an answer.`,
      hint: say`Somebody else answered, or the time for it was up.`,
    }),
  },
  {
    name: 'resume-ended',
    // Some versions of n8n leave out a quotation mark.
    matches: (view) =>
      view.status === 409 &&
      isResume(view) &&
      /^The execution "[^"]*"? has finished (?:already|with error)\.$/.test(view.jsonMessage),
    verdict: ({ jsonMessage }) => ({
      ...notRun,
      message: /with error\.$/.test(jsonMessage)
        ? say`The execution of this resume URL has failed already (409).`
        : say`The execution of this resume URL has ended already (409).`,
      hint: say`Somebody else resumed it, or its Wait node's time was up.`,
    }),
  },
  {
    name: 'resume-running',
    matches: (view) =>
      view.status === 409 && isResume(view) && /^The execution ".*" is running already\.$/.test(view.jsonMessage),
    verdict: () => ({
      ...notRun,
      retry: A_LITTLE,
      message: say`The execution of this resume URL is running, and is not waiting for a call now (409).`,
      hint: say`Call the URL after the execution has reached its Wait node, or raise retries.`,
    }),
  },
];

/** Whether a body is the page of n8n's with this title. */
function hasTitle({ isHtml, text }: ReplyView, title: string): boolean {
  return isHtml && headOf(text).includes(`<title>${title}</title>`);
}

/** Whether a redirect leads to another URL of the same execution. */
function isToSameExecution({ headers, call: { url } }: ReplyView): boolean {
  const place = URL.parse(headers.location ?? '', url.href);
  if (place?.origin !== url.origin || place.pathname === url.pathname) return false;
  return resumedExecution(place) === resumedExecution(url);
}

function isResume({ call }: ReplyView): boolean {
  return resumedExecution(call.url) !== undefined;
}
