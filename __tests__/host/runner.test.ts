import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, jest, test } from '@jest/globals';
import { runnerHost } from '../../src/host/runner.ts';
import { say } from '../../src/text/safe.ts';

afterEach(() => {
  jest.restoreAllMocks();
  delete process.env['GITHUB_STEP_SUMMARY'];
  delete process.env['INPUT_PAYLOAD'];
});

/** What is written to the runner meanwhile. */
async function written(act: () => unknown): Promise<string> {
  const lines: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  await act();
  return lines.join('').replaceAll('\r\n', '\n');
}

test('a secret is masked line by line, and no text shows it from then on', async () => {
  const said = await written(() => runnerHost.mask('first-line\nsecond/line'));
  expect(said).toBe('::add-mask::first-line\n::add-mask::second/line\n::add-mask::second%252Fline\n');
  expect(runnerHost.show('a second/line')).toBe('a ***');
});

test('annotations have a title if one is given', async () => {
  expect(await written(() => runnerHost.log.error(say`It broke.`, say`Title`))).toBe(
    '::error title=Title::It broke.\n',
  );
  expect(await written(() => runnerHost.log.warning(say`It broke.`))).toBe('::warning::It broke.\n');
});

test('an input is returned as the runner gives it', () => {
  process.env['INPUT_PAYLOAD'] = '  a ';
  expect(runnerHost.input('payload')).toBe('  a ');
  expect(runnerHost.input('another')).toBe('');
});

test('a summary is appended if there is a file for it', async () => {
  expect(await written(() => runnerHost.writeSummary('nowhere'))).toBe('');
  const file = join(mkdtempSync(join(tmpdir(), 'summary-')), 'summary.md');
  process.env['GITHUB_STEP_SUMMARY'] = file;
  runnerHost.writeSummary('one ');
  runnerHost.writeSummary('two');
  expect(readFileSync(file, 'utf8')).toBe('one two');
});

test('a summary that cannot be written is a warning', async () => {
  process.env['GITHUB_STEP_SUMMARY'] = mkdtempSync(join(tmpdir(), 'summary-'));
  expect(await written(() => runnerHost.writeSummary('one'))).toMatch(
    /^::warning::The job summary could not be written: .*\bE[A-Z]+: /,
  );
});

test('a sleep ends early when it is aborted', async () => {
  const before = runnerHost.clock.monotonic();
  await runnerHost.clock.sleep(60_000, AbortSignal.abort());
  await runnerHost.clock.sleep(0);
  expect(runnerHost.clock.monotonic() - before).toBeLessThan(10_000);
  expect(Math.abs(runnerHost.clock.now() - Date.now())).toBeLessThan(10_000);
  expect(runnerHost.clock.timeout(60_000).aborted).toBe(false);
});
