// jest's globalTeardown of the project `act`.
import { rmSync } from 'node:fs';
import stopN8n from '../suite-stop.ts';

/** What act-start.ts has made; both run in jest's own process. */
export const folders: string[] = [];

export default async function stop(): Promise<void> {
  await stopN8n();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
