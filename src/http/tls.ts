/** What the step's connections to n8n prove themselves and n8n with, in PEM. */
export interface Tls {
  /** Authorities to trust beside those that Node knows. */
  readonly ca: string | undefined;
  /** The client's certificate, with those that lead to its authority, and its key: both or neither. */
  readonly cert: string | undefined;
  readonly key: string | undefined;
}
