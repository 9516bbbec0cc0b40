import type { Reply } from '../http/exchange.ts';
import type { StatusRange } from '../http/status.ts';
import type { AddressInput } from '../n8n/address.ts';
import type { Json } from '../text/json.ts';
import type { SafeText, Show } from '../text/safe.ts';
import type { RowName } from './row-name.ts';
import type { Verdict } from './verdict.ts';

/** The ways to trigger a workflow. */
export type Route = 'webhook' | 'start' | 'mcp';

/** The call whose reply is judged. */
export interface Call {
  readonly mode: 'webhook' | 'api';
  readonly route: Route;
  /** The input to correct if the host is wrong. */
  readonly addressInput: AddressInput;
  readonly method: string;
  readonly url: URL;
  /** The id of the execution that it continues, if it was made to a resume URL. */
  readonly resumes: string | undefined;
  /** Bytes of the body. */
  readonly bodySize: number;
  readonly contentType: string;
  /** The User-Agent from the input headers, in place of the action's own. */
  readonly userAgent: string | undefined;
  /** The payload's `action`, which says what a chat is to do. */
  readonly chatAction: string | undefined;
  /** The names of the inputs whose credentials were sent. */
  readonly credentials: readonly string[];
  readonly timeoutMs: number;
  readonly acceptStatus: readonly StatusRange[];
  /** Makes text from the reply safe to show. */
  readonly show: Show;
}

/** A reply, taken apart for the rows. */
export interface ReplyView {
  readonly call: Call;
  readonly status: number;
  readonly headers: Reply['headers'];
  /** The body's start as text. */
  readonly text: string;
  /** The body, if it is JSON and short. */
  readonly json: Json | undefined;
  /** The `message` of a JSON body, else empty. */
  readonly jsonMessage: string;
  readonly isHtml: boolean;
}

/** What a reply must look like: everything that is given must hold. */
export interface When {
  readonly status?: number | readonly number[];
  /** Whether it is sent as HTML. */
  readonly html?: true;
  /** A pattern for the `message` of its JSON body. */
  readonly says?: RegExp;
  readonly text?: RegExp;
  readonly where?: (view: ReplyView) => boolean;
}

/** A row of the table of replies. The first row that matches a reply decides; one without `when` matches any. */
export interface Row extends Pick<Verdict, 'ran' | 'claim' | 'retry' | 'inconclusive' | 'overruledByExecution'> {
  readonly name: RowName;
  readonly when?: When;
  /** Absent for a failure. */
  readonly success?: true;
  readonly message: RowText;
  readonly hint: RowText;
}

type RowText = SafeText | ((view: ReplyView) => SafeText);

/** Rows for replies which show that nothing ran. */
export function nothingRan(rows: readonly Omit<Row, 'ran'>[]): readonly Row[] {
  return rows.map((row) => ({ ran: 'no', ...row }));
}

export function matches({ status, html, says, text, where }: When, view: ReplyView): boolean {
  return (
    (status === undefined || [status].flat().includes(view.status)) &&
    (html === undefined || view.isHtml) &&
    (says === undefined || says.test(view.jsonMessage)) &&
    (text === undefined || text.test(view.text)) &&
    (where === undefined || where(view))
  );
}

export function verdictOf({ name, when: _, message, hint, ...rest }: Row, view: ReplyView): Verdict {
  const textOf = (text: RowText): SafeText => (typeof text === 'function' ? text(view) : text);
  return { row: name, success: false, ...rest, message: textOf(message), hint: textOf(hint) };
}

/** How soon to send again. */
export const AT_ONCE = { minDelayMs: 0 };

/**
 * The pause after replies that soon change, in milliseconds: publishing a workflow takes n8n up to five seconds (2.40
 * and later), starting up some more. With the default of three retries, these pauses bridge both.
 */
export const A_LITTLE = { minDelayMs: 2000 };
