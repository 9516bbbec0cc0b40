// What the action is measured against: as little code as can send a webhook and write the same outputs.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MODULES = { request: 'http', 'randomUUID, randomBytes': 'crypto', 'appendFileSync, readFileSync': 'fs' };

const SCRIPT = `
const began = performance.now();
const { env } = process;
const payload = env['INPUT_PAYLOAD'] || readFileSync(env['INPUT_PAYLOAD-FILE']);
const traceId = randomBytes(16).toString('hex');
const headers = {
  'user-agent': 'bare/1.0 (script)',
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(payload),
  traceparent: '00-' + traceId + '-' + randomBytes(8).toString('hex') + '-01',
  'idempotency-key': randomUUID(),
};
const call = request(env['INPUT_URL'], { method: 'POST', headers }, (reply) => {
  const chunks = [];
  reply.on('data', (chunk) => chunks.push(chunk));
  reply.on('end', () => {
    const outputs = {
      success: reply.statusCode < 300,
      status: reply.statusCode,
      'response-body': Buffer.concat(chunks).toString('utf8'),
      'response-file': '',
      'response-headers': JSON.stringify(reply.headers),
      route: 'webhook',
      attempts: 1,
      duration: Math.round(performance.now() - began),
      'execution-id': '',
      'execution-status': '',
      'execution-url': '',
      'execution-data': '',
      'execution-data-file': '',
      'trace-id': traceId,
    };
    for (const [name, value] of Object.entries(outputs)) {
      const delimiter = 'ghadelimiter_' + randomUUID();
      appendFileSync(env['GITHUB_OUTPUT'], name + '<<' + delimiter + '\\n' + value + '\\n' + delimiter + '\\n');
    }
    appendFileSync(env['GITHUB_STEP_SUMMARY'], '<table><tr><th>HTTP status</th><td>' + reply.statusCode + '</td></tr></table>\\n');
    console.log('HTTP ' + reply.statusCode);
  });
});
call.end(payload);
`;

/** Writes the script in both kinds of module: an `import` of `node:http` costs more than a `require`. */
export function writeBareScripts(): { esm: string; commonJs: string } {
  const folder = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
  const write = (file: string, load: (names: string, module: string) => string): string => {
    const path = join(folder, file);
    const loads = Object.entries(MODULES).map(([names, module]) => load(names, `node:${module}`));
    writeFileSync(path, loads.join('\n') + SCRIPT);
    return path;
  };
  return {
    esm: write('bare.mjs', (names, module) => `import { ${names} } from '${module}';`),
    commonJs: write('bare.cjs', (names, module) => `const { ${names} } = require('${module}');`),
  };
}

const UPLOAD = `
const { appendFileSync, createReadStream, statSync } = require('node:fs');
const { env } = process;
const file = env['INPUT_PAYLOAD-FILE'];
const headers = { 'content-type': 'application/octet-stream', 'content-length': statSync(file).size };
const call = require('node:http').request(env['INPUT_URL'], { method: 'POST', headers }, (reply) => {
  reply.resume().on('end', () => appendFileSync(env['GITHUB_OUTPUT'], 'success=' + (reply.statusCode < 300) + '\\n'));
});
createReadStream(file).pipe(call);
`;

/** A script that sends a file, in the shortest way. */
export function writeBareUpload(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'n8n-bench-')), 'upload.cjs');
  writeFileSync(path, UPLOAD);
  return path;
}
