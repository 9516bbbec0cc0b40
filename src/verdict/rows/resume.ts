import { resumedExecution } from '../../n8n/address.ts';
import { isMap } from '../../text/json.ts';
import { say } from '../../text/safe.ts';
import { headOf } from '../reply.ts';
import { A_LITTLE, nothingRan, type ReplyView } from '../row.ts';

/** n8n's replies for a resume URL that resumes nothing (2.41; without the signature before 2.16). */
export const resumeRows = nothingRan([
  {
    name: 'resume-signature',
    when: {
      status: 401,
      // Forms and approvals are for people, and get a page.
      where: (view) =>
        (isMap(view.json) && view.json['error'] === 'Invalid token') || hasTitle(view, 'Invalid Form Link'),
    },
    message: say`n8n does not accept the signature in this resume URL (401).`,
    hint: say`Pass on the whole URL, including its query, and check that nothing cut or decoded it.`,
  },
  {
    name: 'resume-gone',
    when: {
      status: 404,
      where: (view) =>
        /^The execution ".*" does not exist\.$/.test(view.jsonMessage) || hasTitle(view, 'Problem loading form'),
    },
    message: say`n8n no longer has the execution of this resume URL (404).`,
    hint: say`It was deleted, or it belongs to another instance. Start the workflow again.`,
  },
  {
    name: 'resume-method',
    when: {
      status: 404,
      // To HEAD, n8n replies with nothing but the status.
      where: ({ jsonMessage, text, call }) =>
        /^The workflow for execution ".*" does not contain a waiting webhook with a matching path\/method\.$/.test(
          jsonMessage,
        ) ||
        (text === '' && call.method === 'HEAD'),
    },
    message: ({ call }) => say`The execution is not waiting for ${call.show(call.method)} at this resume URL (404).`,
    hint: say`Compare the input method with HTTP Method in the Wait node, and the URL's end with its Webhook Suffix.`,
  },
  {
    name: 'resume-form',
    // n8n redirects a caller of one URL of a waiting form to the other.
    when: { status: 307, where: isToSameExecution },
    message: ({ status }) => say`The execution is waiting for a form, and not at this resume URL (${status}).`,
    hint: say`Give the form's URL ($execution.resumeFormUrl) in url.`,
  },
  {
    name: 'resume-ended',
    when: {
      status: 200,
      where: (view) =>
        hasTitle(view, 'No action required') || (view.call.method === 'POST' && hasTitle(view, 'Form Submitted')),
    },
    message: say`The execution of this resume URL is no longer waiting for an answer.`,
    hint: say`Somebody else answered, or the time for it was up.`,
  },
  {
    name: 'resume-ended',
    // Some versions of n8n leave out a quotation mark.
    when: { status: 409, says: /^The execution "[^"]*"? has finished (?:already|with error)\.$/ },
    message: ({ jsonMessage }) =>
      jsonMessage.endsWith('with error.')
        ? say`The execution of this resume URL has already failed (409).`
        : say`The execution of this resume URL has already ended (409).`,
    hint: say`Somebody else resumed it, or its Wait node's time was up.`,
  },
  {
    name: 'resume-running',
    when: { status: 409, says: /^The execution ".*" is running already\.$/ },
    retry: A_LITTLE,
    message: say`The execution of this resume URL is running, and is not waiting for a call now (409).`,
    hint: say`Call the URL after the execution has reached its Wait node, or raise retries.`,
  },
  {
    name: 'resume-silent',
    // An approval must not be given by a program that only previews links.
    when: { status: 200, html: true, text: /^$/, where: ({ call }) => call.userAgent !== undefined },
    message: say`n8n sent an empty reply, as an approval does to clients that it takes for bots.`,
    hint: say`Leave User-Agent out of headers.`,
  },
]);

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
