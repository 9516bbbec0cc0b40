/**
 * Aborted when the runner cancels the job: it sends SIGINT, then SIGTERM after 7.5 s (on Windows, Ctrl-C and
 * Ctrl-Break), and kills the step 2.5 s later. SIGHUP comes when the terminal of a self-hosted runner closes. Every
 * signal is handled, so that the second does not end what the first began.
 *
 * This file imports nothing, and is loaded first: an earlier signal would end the step without outputs.
 */
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] as const) process.on(signal, () => controller.abort());

export const cancelled: AbortSignal = controller.signal;
