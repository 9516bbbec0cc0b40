import { isMap } from '../../text/json.ts';
import { NOTHING, say } from '../../text/safe.ts';
import type { Row } from '../row.ts';

/** A page after which the form waits for a person. */
export const FORM_NEXT_PAGE: Row = {
  name: 'form-next-page',
  when: { status: 200, where: ({ json }) => isMap(json) && typeof json['formWaitingUrl'] === 'string' },
  success: true,
  ran: 'yes',
  message: say`The form has another page, and the execution waits until a person fills it in.`,
  hint: NOTHING,
};

export const ACCEPTED: Row = { name: 'accepted', success: true, ran: 'yes', message: NOTHING, hint: NOTHING };

/** Replies of a webhook whose status counts as success. */
export const acceptedByWebhookRows: readonly Row[] = [FORM_NEXT_PAGE, ACCEPTED];
