import type { Host } from '../../host/host.ts';
import { say } from '../../text/safe.ts';

/** Writes the job's summary. What became of the workflows does not depend on whether that can be shown here, too. */
export async function writeSummary(markdown: string, host: Host): Promise<void> {
  try {
    await host.writeSummary(markdown);
  } catch (error) {
    const reason = host.show(error instanceof Error ? error.message : String(error));
    host.log.warning(say`The job summary could not be written: ${reason}`);
  }
}
