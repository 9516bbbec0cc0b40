// npm run test:faults: breaks triggers at random points between the committed bundle and a real n8n, and counts.
//   FAULTS_SEED=N repeats a run's faults, FAULTS_COUNT=N makes it longer or shorter (1000); FAULTS_COUNT=0
//   FAULTS_DEPLOYMENTS=N breaks deployments alone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { campaign } from '../e2e/faults/campaign.ts';
import { deploymentFaults } from '../e2e/faults/deployments.ts';
import { ensureN8n } from '../support/n8n/install.ts';
import { type SpawnedN8n, spawnN8n, startN8n } from '../support/n8n/server.ts';
import { numberFrom, REPORTS } from './process.ts';

await ensureN8n(console.log);
const seed = numberFrom('FAULTS_SEED', Math.floor(Math.random() * 2 ** 31));
const count = numberFrom('FAULTS_COUNT', 1000);
const underKill = numberFrom('FAULTS_UNDER_KILL', Math.ceil(count / 5));
const deployments = numberFrom('FAULTS_DEPLOYMENTS', Math.ceil(count / 5));
const atOnce = numberFrom('FAULTS_AT_ONCE', 10);
mkdirSync(REPORTS, { recursive: true });
const wrongLog = join(REPORTS, 'faults-wrong.log');
rmSync(wrongLog, { force: true });
console.log(`seed ${seed}`);
const triggered = { seed, count, underKill, atOnce, say: console.log, wrongLog };
const { passed, failed } = count === 0 ? { passed: 0, failed: 0 } : await campaign(triggered);
const folder = mkdtempSync(join(tmpdir(), 'n8n-faults-'));
const n8n = await startN8n({ folder });
let server: SpawnedN8n = n8n;
const killAndRestart = async (): Promise<void> => {
  await server.kill();
  server = await spawnN8n({ folder, port: n8n.port });
  await server.ready();
};
const deployed = await deploymentFaults({
  n8n: { ...n8n, killAndRestart },
  seed,
  count: deployments,
  underKill: numberFrom('FAULTS_DEPLOYMENTS_UNDER_KILL', Math.ceil(deployments / 5)),
  atOnce: Math.ceil(atOnce / 2),
  say: console.log,
  wrongLog,
}).finally(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
const wrong = failed + deployed.failed;
const figures = { numPassedTests: passed + deployed.passed, numFailedTests: wrong, numRuntimeErrorTestSuites: 0 };
writeFileSync(join(REPORTS, 'faults.json'), JSON.stringify(figures));
process.exit(wrong === 0 ? 0 : 1);
