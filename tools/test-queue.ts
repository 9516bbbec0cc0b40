// npm run test:queue: the committed bundle against n8n in queue mode, with Redis and PostgreSQL. Arguments go to jest.
// As root on Debian or Ubuntu it installs what is missing of these two; elsewhere it says so and tests nothing.
import { spawnSync } from 'node:child_process';
import { missingPrograms } from '../e2e/queue/services.ts';
import { ensureN8n } from '../support/n8n/install.ts';
import { jest } from './process.ts';

if (missingPrograms().length > 0 && process.getuid?.() === 0) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'redis-server', 'postgresql'], {
    env,
    stdio: 'inherit',
  });
}
const missing = missingPrograms();
if (missing.length > 0) {
  console.log(`Skipped: ${missing.join(', ')} not found. Install redis-server and postgresql.`);
  process.exit(0);
}
await ensureN8n(console.log);
process.exit((await jest('queue', ['--runInBand', ...process.argv.slice(2)])) ? 0 : 1);
