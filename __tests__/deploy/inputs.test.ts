import { describe, expect, test } from '@jest/globals';
import { readDeployInputs } from '../../src/deploy/inputs.ts';
import { certificate, HAS_OPENSSL } from '../../support/certificate.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

const read = (given: Record<string, string>) =>
  readDeployInputs(
    (name) => ({ url: 'https://n8n.example.com/', 'secret-key': 'k3y', workflows: 'a.json', ...given })[name] ?? '',
  );
const inputsOf = async (given: Record<string, string>) => valueIn((await read(given)).inputs);
const wrongIn = async (given: Record<string, string>) => {
  const { inputs } = await read(given);
  return inputs.ok ? [] : linesOf(inputs);
};

describe('the inputs of a deployment', () => {
  test('have the defaults of deploy/action.yml', async () => {
    expect(await inputsOf({})).toMatchObject({
      instance: { base: 'https://n8n.example.com', secretKey: 'k3y', addressFrom: 'url' },
      publish: 'auto',
      dryRun: false,
      onDrift: 'fail',
      webhookBase: 'https://n8n.example.com/webhook',
      publishTimeoutMs: 60_000,
      summary: true,
    });
  });

  test.each([
    ['https://n8n.example.com/sub/', 'https://n8n.example.com/sub'],
    ['https://n8n.example.com/workflow/abc?x', 'https://n8n.example.com'],
    ['https://n8n.example.com/home/workflows', 'https://n8n.example.com'],
    ['https://n8n.example.com/api/v1', 'https://n8n.example.com'],
  ])('read the address %s', async (url, base) => {
    expect((await inputsOf({ url })).instance.base).toBe(base);
  });

  test('map credentials, one per line', async () => {
    const { credentials } = await inputsOf({ credentials: '# staging\n Key = Key (staging) \n\nOther=a1=b\nKey=2' });
    expect([...credentials]).toEqual([
      ['Key', ['Key (staging)', '2']],
      ['Other', ['a1=b']],
    ]);
  });

  test('are all reported at once if they are wrong', async () => {
    const lines = await wrongIn({
      url: 'https://n8n.example.com/webhook/x',
      'secret-key': 'a b',
      workflows: '',
      publish: 'some',
      'on-drift': 'maybe',
      'dry-run': 'yes',
      credentials: 'Key\nA=1\n=2',
      'publish-timeout': 'soon',
    });
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'url',
      'secret-key',
      'workflows',
      'publish',
      'dry-run',
      'on-drift',
      'credentials',
      'credentials',
      'publish-timeout',
    ]);
  });

  test('refuse a key over plain http to a public host, unless it is allowed', async () => {
    expect(await wrongIn({ url: 'http://n8n.example.com' })).toEqual([expect.stringContaining('allow-http')]);
    expect(await wrongIn({ url: 'http://n8n.example.com', 'allow-http': 'true' })).toEqual([]);
    expect(await wrongIn({ url: 'http://127.0.0.1:5678' })).toEqual([]);
  });

  test.each<[Record<string, string>, readonly string[]]>([
    [{ 'secret-key': '' }, ['secret-key']],
    [{ url: '', 'secret-key': '' }, ['url', 'secret-key']],
    [{ 'api-headers': 'X-Token:' }, ['api-headers']],
    [{ 'api-headers': 'Authorization: Bearer' }, ['api-headers']],
  ])('need not fail if %j is not set up', async (given, names) => {
    const { inputs, unconfigured } = await read({ ...given, 'if-unconfigured': 'ignore' });
    expect([linesOf(inputs).map((line) => line.split(':')[0]), unconfigured]).toEqual([names, 'ignore']);
    expect((await read(given)).unconfigured).toBeUndefined();
    // What is wrong besides stays wrong.
    expect((await read({ ...given, 'if-unconfigured': 'ignore', publish: 'some' })).unconfigured).toBeUndefined();
  });

  test('conflict as those of the trigger do, reported with everything else that is wrong', async () => {
    expect(
      await wrongIn({ url: 'http://u:p@n8n.example.com', 'api-headers': 'Authorization: Bearer x', publish: 'some' }),
    ).toEqual([
      expect.stringMatching(/^publish: /),
      expect.stringMatching(/^url: is plain http to a public host/),
      'api-headers: Authorization is given together with a password in url. Keep one of them.',
    ]);
  });

  (HAS_OPENSSL ? test : test.skip)('refuse a client certificate over plain http', async () => {
    const { cert, key } = certificate('client');
    const pair = { 'client-cert': cert, 'client-key': key };
    expect(await wrongIn({ url: 'http://127.0.0.1', ...pair })).toEqual([
      'client-cert: cannot be used over plain http. Use https in url.',
    ]);
    expect(await wrongIn({ 'webhook-base': 'http://127.0.0.1/hooks', ...pair })).toEqual([
      'client-cert: cannot be used over plain http. Use https in webhook-base.',
    ]);
    expect(await wrongIn(pair)).toEqual([]);
  });

  test('include what must not be shown', async () => {
    const { secrets } = await read({ url: 'https://u:p4ss@n8n.example.com', 'api-headers': 'X-Token: t0ken' });
    expect(secrets).toEqual(expect.arrayContaining(['k3y', 'p4ss', 't0ken']));
  });
});
