/** Certificates and key for the step's connections to n8n, in PEM. */
export interface Tls {
  /** Certificate authorities to trust in addition to Node's own. */
  readonly ca: string | undefined;
  /** The client's certificate, with those that lead to its authority, and its key: both or neither. */
  readonly cert: string | undefined;
  readonly key: string | undefined;
}
