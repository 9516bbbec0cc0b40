import { say } from '../text/safe.ts';
import type { Host } from './host.ts';

/** Writes the summary. If that fails, the step's result stays the same. */
export async function writeSummary(summary: string, host: Host): Promise<void> {
  try {
    await host.writeSummary(summary);
  } catch (error) {
    const reason = host.show(error instanceof Error ? error.message : String(error));
    host.log.warning(say`The job summary could not be written: ${reason}`);
  }
}
