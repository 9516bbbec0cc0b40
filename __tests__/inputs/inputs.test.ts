import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { API, CONTEXT, type Given, KEY, MCP, read, sound, WEBHOOK, wrong } from '../../support/inputs.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

/** Any file, by its path. */
const FILE = import.meta.filename;
const JSON_FILE = join(import.meta.dirname, '../../package.json');

describe('sound inputs', () => {
  test('of mode webhook need only a URL', async () => {
    expect(await sound(WEBHOOK)).toMatchObject({
      target: {
        mode: 'webhook',
        url: expect.objectContaining({ href: 'https://n8n.example.com/webhook/deploy?a=b' }),
        credentials: undefined,
      },
      method: 'POST',
      payload: { source: 'context', data: { ref: 'refs/heads/main' } },
      contentType: 'application/json',
      headers: [],
      basicAuth: undefined,
      signingSecret: undefined,
      timeoutMs: 300_000,
      retries: 3,
      retryAmbiguous: false,
      acceptStatus: [[200, 299]],
      failOnError: true,
      summary: true,
    });
  });

  test('of mode api need address, id and key', async () => {
    expect(await sound(API)).toMatchObject({
      target: {
        mode: 'api',
        base: 'https://n8n.example.com/sub',
        workflowId: 'aBc123',
        route: 'auto',
        triggerNode: undefined,
      },
    });
  });

  test('of mode api may name a trigger', async () => {
    expect(await sound({ ...API, 'trigger-node': ' From CI ' })).toMatchObject({ target: { triggerNode: 'From CI' } });
  });

  test('with an MCP access token take route mcp', async () => {
    expect(await sound(MCP)).toMatchObject({ target: { route: 'mcp' } });
    expect(await sound({ ...MCP, route: 'mcp' })).toMatchObject({ target: { route: 'mcp' } });
  });

  test('may give the id in an editor link', async () => {
    const url = 'https://n8n.example.com/workflow/aBc123/executions?projectId=1';
    expect(await sound({ ...API, url, 'workflow-id': '' })).toMatchObject({
      target: { base: 'https://n8n.example.com', workflowId: 'aBc123' },
    });
  });

  test('say whether a gateway is called and whether n8n is accessed over MCP', async () => {
    const gateway = { ...API, url: 'https://n8n.example.com/webhook/0b5c9c1e-1a2b-4c3d-8e4f-5a6b7c8d9e0f' };
    const no = { isGateway: false, byMcp: false };
    expect((await sound(gateway)).target).toMatchObject({ isGateway: true, byMcp: false });
    expect((await sound(MCP)).target).toMatchObject({ isGateway: false, byMcp: true });
    expect((await sound(API)).target).toMatchObject(no);
    expect((await sound(WEBHOOK)).target).toMatchObject(no);
  });

  test('say which execution a resume URL continues', async () => {
    const url = 'https://n8n.example.com/webhook-waiting/42?signature=abc';
    expect((await sound({ url })).target).toMatchObject({ resumes: '42' });
    expect((await sound(WEBHOOK)).target).toMatchObject({ resumes: undefined });
  });

  test('are trimmed', async () => {
    const padded = Object.fromEntries(Object.entries({ ...API, retries: '5' }).map(([k, v]) => [k, ` \n${v}\t`]));
    expect(await sound(padded)).toMatchObject({ retries: 5, target: { workflowId: 'aBc123' } });
  });

  test('keep the credentials apart from the URL, decoded', async () => {
    expect(await sound({ url: 'https://us%40er:p%3Ass@n8n.example.com/webhook/x#part' })).toMatchObject({
      target: {
        url: expect.objectContaining({ href: 'https://n8n.example.com/webhook/x' }),
        credentials: 'us@er:p:ss',
      },
    });
  });

  test('differ from the defaults if they are given', async () => {
    const given = {
      ...WEBHOOK,
      method: 'PUT',
      payload: '{"a": 1}',
      'content-type': 'application/x-www-form-urlencoded',
      headers: 'X-A: 1',
      'basic-auth': 'user:pass:word',
      'signing-secret': 'a secret',
      timeout: '10s',
      retries: '0',
      'retry-ambiguous': 'true',
      'accept-status': '200,404',
      'fail-on-error': 'false',
      summary: 'FALSE',
    };
    expect(await sound(given)).toMatchObject({
      method: 'PUT',
      payload: { source: 'data', data: { a: 1 } },
      contentType: 'application/x-www-form-urlencoded',
      headers: [['X-A', '1']],
      basicAuth: 'user:pass:word',
      signingSecret: 'a secret',
      timeoutMs: 10_000,
      retries: 0,
      retryAmbiguous: true,
      acceptStatus: [
        [200, 200],
        [404, 404],
      ],
      failOnError: false,
      summary: false,
    });
  });
});

describe('the workflow', () => {
  test('is identified by workflow-id in mode webhook, too', async () => {
    expect((await sound({ ...WEBHOOK, 'workflow-id': 'aBc123' })).workflowId).toBe('aBc123');
    expect((await sound(WEBHOOK)).workflowId).toBeUndefined();
  });

  test('is identified by an editor link', async () => {
    const url = 'https://n8n.example.com/workflow/aBc123';
    expect((await sound({ ...API, url, 'workflow-id': '' })).workflowId).toBe('aBc123');
  });
});

describe('a payload that is not JSON', () => {
  test.each(['auto', 'webhook'])('is fine with route %s, which may end at a webhook', async (route) => {
    const given = { ...API, route, 'content-type': 'text/plain', payload: 'x' };
    expect((await sound(given)).contentType).toBe('text/plain');
  });
});

test('a password in url can be combined with an API key', async () => {
  const url = 'https://alice:pass@n8n.example.com';
  expect((await sound({ ...API, url })).target.credentials).toBe('alice:pass');
});

test('a media type may have parameters', async () => {
  const type = 'text/csv ; charset=utf-8; header=present';
  expect((await sound({ ...WEBHOOK, 'content-type': type, payload: 'a' })).contentType).toBe(type);
});

describe("headers for n8n's API", () => {
  test('are those of the instance, and of nothing else', async () => {
    const { instance, headers } = await sound({ ...API, 'api-headers': 'CF-Access-Client-Id: a' });
    expect(instance).toMatchObject({ headers: [['CF-Access-Client-Id', 'a']] });
    expect(headers).toEqual([]);
  });

  test.each<[text: string, line: RegExp]>([
    ['x-n8n-api-key: a', /^api-headers: x-n8n-api-key carries secret-key/],
    ['Host: a', /^api-headers: Host is set from n8n's address/],
    ['User-Agent: my-robot', /^api-headers: User-Agent contains "bot"/],
    ['Authorization: Bearer a', /^api-headers: Authorization .* password in url/],
    ['nonsense', /^api-headers: line 1 is not of the form/],
  ])('%s is wrong', async (text, line) => {
    const url = text.startsWith('Authorization') ? 'https://a:b@n8n.example.com' : API['url'];
    expect(await wrong({ ...API, url: url ?? '', 'api-headers': text })).toEqual([expect.stringMatching(line)]);
  });

  test('need a key', async () => {
    expect(await wrong({ ...WEBHOOK, 'api-headers': 'X-A: 1' })).toEqual([
      expect.stringMatching(/^secret-key: is required with api-headers: an n8n API key/),
    ]);
    await sound({ ...WEBHOOK, 'secret-key': KEY, 'api-headers': 'User-Agent: mine' });
  });
});

describe('include-context', () => {
  const payloadOf = async (given: Given) => (await sound({ ...WEBHOOK, 'include-context': 'true', ...given })).payload;

  test('adds a member to a payload, and is the only one if no payload is given', async () => {
    expect(await payloadOf({ payload: 'a: 1' })).toMatchObject({ source: 'data', data: { a: 1, github: CONTEXT } });
    expect(await payloadOf({ payload: '{}' })).toMatchObject({ source: 'data', data: { github: CONTEXT } });
    expect(await payloadOf({})).toMatchObject({ source: 'data', data: { github: CONTEXT } });
    expect(await payloadOf({ 'payload-file': JSON_FILE })).toMatchObject({ data: { private: true, github: CONTEXT } });
  });

  test('can be combined with files, and with a form', async () => {
    expect(await payloadOf({ files: FILE })).toMatchObject({
      source: 'files',
      data: { github: CONTEXT },
      isContext: false,
    });
    await payloadOf({ 'content-type': 'application/x-www-form-urlencoded', payload: 'a: 1' });
  });

  test.each<[given: Given, line: RegExp]>([
    [{ payload: 'github: 1' }, /^include-context: the payload already has a member github/],
    [{ payload: '[1]' }, /^include-context: .* must be a map/],
    [{ method: 'GET', payload: 'a: 1' }, /^include-context: GET has no body/],
    [{ method: 'HEAD' }, /^include-context: HEAD has no body/],
    [{ ...API, method: 'GET' }, /^include-context: GET has no body/],
    [{ 'content-type': 'text/plain', payload: 'a' }, /^include-context: content-type text\/plain sends/],
    [{ 'content-type': 'text/plain' }, /^include-context: content-type text\/plain sends/],
    [{ 'content-type': 'application/xml', 'payload-file': FILE }, /^include-context: content-type/],
    [{ payload: 'just text' }, /^payload: is a single value/],
    [{ 'content-type': 'nonsense', payload: 'a' }, /^content-type: /],
  ])('is wrong with %j', async (given, line) => {
    expect(await wrong({ ...WEBHOOK, 'include-context': 'true', ...given })).toEqual([expect.stringMatching(line)]);
  });
});

describe('if-no-files-found', () => {
  test('allows the form to be sent without them, with or without a warning', async () => {
    const given = { ...WEBHOOK, files: 'no/such.zip', 'if-no-files-found': 'warn' };
    const { inputs, warnings } = await read(given);
    expect(valueIn(inputs)).toMatchObject({ contentType: 'multipart/form-data', payload: { source: 'context' } });
    expect(warnings).toEqual([
      {
        title: 'A file for the n8n workflow is missing',
        line: 'files: no/such.zip does not exist. Relative paths start at the workspace.',
      },
    ]);
    expect((await read({ ...given, 'if-no-files-found': 'ignore' })).warnings).toEqual([]);
    expect(await wrong({ ...given, 'if-no-files-found': 'x' })).toEqual([
      expect.stringMatching(/^files: no\/such\.zip does not exist/),
      expect.stringMatching(/^if-no-files-found: /),
    ]);
  });
});

describe('a wrong input is reported by its name', () => {
  test.each<[name: string, given: Given, message: RegExp]>([
    ['mode', { ...WEBHOOK, mode: 'webhok' }, /"webhok" is unknown\. Use one of: webhook, api\./],
    ['url', {}, /is required/],
    ['url', { ...API, url: '' }, /is required/],
    ['url', { url: 'ftp://n8n.example.com/webhook/x' }, /is not an absolute http or https URL/],
    ['url', { url: 'https://n8n.example.com/webhook/a b' }, /contains a space, line break/],
    ['api-url', { url: 'https://hooks.example.com/deploy', 'secret-key': KEY, wait: 'true' }, /is required with wait/],
    ['workflow-id', { ...API, 'workflow-id': '' }, /is required with mode/],
    ['workflow-id', { ...API, 'workflow-id': '../users' }, /is not a workflow's id/],
    ['workflow-id', { ...WEBHOOK, 'workflow-id': '../users' }, /is not a workflow's id/],
    ['workflow-id', { ...API, url: 'https://n8n.example.com/workflow/other' }, /names other/],
    ['route', { ...API, route: 'rest' }, /"rest" is unknown\. Use one of: auto, start, webhook, mcp/],
    ['webhook-base', { ...API, 'webhook-base': 'ftp://n8n.example.com' }, /is not an absolute http/],
    ['webhook-base', { ...API, 'webhook-base': 'https://u:p@n8n.example.com' }, /contains credentials/],
    ['api-url', { ...WEBHOOK, 'api-url': 'https://u:p@n8n.example.com' }, /contains credentials. Put them in url/],
    ['api-url', { ...WEBHOOK, 'api-url': 'https://token@n8n.example.com' }, /contains credentials. Put them in url/],
    ['payload', { ...WEBHOOK, payload: '{}', 'payload-file': 'p.json' }, /together with payload-file/],
    ['payload', { ...WEBHOOK, payload: '{\n"a": 1,\n"b": oops}' }, /not valid JSON at line 3, column 6/],
    ['payload', { ...WEBHOOK, payload: 'a: [' }, /not valid YAML/],
    ['payload', { ...WEBHOOK, payload: '[1]', method: 'GET' }, /must be a map/],
    ['payload-file', { ...WEBHOOK, 'payload-file': 'no/such/file.json' }, /does not exist/],
    ['method', { ...WEBHOOK, method: 'post' }, /"post" is unknown/],
    ['content-type', { ...WEBHOOK, 'content-type': 'json' }, /is not a media type/],
    ['content-type', { ...WEBHOOK, 'content-type': 'two words/plain' }, /is not a media type/],
    ['content-type', { ...WEBHOOK, 'content-type': 'text/plain; name=ü' }, /is not a media type/],
    ['content-type', { ...WEBHOOK, 'content-type': 'text/plain;\nX-Evil: 1' }, /is not a media type/],
    [
      'url',
      { ...MCP, url: 'https://a:b@n8n.example.com' },
      /contains a password, which cannot be sent together with an MCP/,
    ],
    ['api-headers', { ...MCP, 'api-headers': 'Authorization: Basic YTpi' }, /together with an MCP access token\. Keep/],
    ['retries', { ...WEBHOOK, retries: '1 \t 2' }, /"1 2" is not a whole number/],
    ['headers', { ...WEBHOOK, headers: `{${'x'.repeat(40)}: [1]}` }, /the value of "x{40}" is not text/],
    ['headers', { ...WEBHOOK, headers: `{${'x'.repeat(41)}: [1]}` }, /the value of "…" is not text/],
    ['content-type', { ...MCP, 'content-type': 'text/plain', payload: 'x' }, /route mcp sends/],
    ['content-type', { ...API, route: 'start', 'content-type': 'text/plain', payload: 'x' }, /route start sends/],
    ['headers', { ...WEBHOOK, headers: '{"X-A": "1\\nX-B: 2"}' }, /has a line break/],
    ['headers', { ...WEBHOOK, headers: 'Authorization: Bearer x', 'basic-auth': 'a:b' }, /together with basic-auth/],
    ['headers', { url: 'https://a:b@n8n.example.com', headers: 'authorization: x' }, /together with basic-auth/],
    ['basic-auth', { ...WEBHOOK, 'basic-auth': 'user' }, /not of the form user:password/],
    ['basic-auth', { ...WEBHOOK, 'basic-auth': 'user:pass\nword' }, /on one line/],
    ['basic-auth', { ...WEBHOOK, 'basic-auth': 'us\ner:password' }, /on one line/],
    ['basic-auth', { url: 'https://a:b@n8n.example.com', 'basic-auth': 'c:d' }, /url contains a password, too/],
    ['jwt-secret', { ...WEBHOOK, 'jwt-secret': 'a', 'jwt-algorithm': 'RS256' }, /RS256 takes a private key/],
    ['jwt-secret', { ...WEBHOOK, 'jwt-secret': 'a', 'basic-auth': 'a:b' }, /together with basic-auth/],
    ['jwt-secret', { url: 'https://a:b@n8n.example.com', 'jwt-secret': 'a' }, /together with a password in url/],
    ['jwt-secret', { ...WEBHOOK, 'jwt-secret': 'a', headers: 'authorization: x' }, /together with Authorization in/],
    ['jwt-algorithm', { ...WEBHOOK, 'jwt-algorithm': 'hs256' }, /"hs256" is unknown/],
    ['jwt-claims', { ...WEBHOOK, 'jwt-secret': 'a', 'jwt-claims': '{a: 1}' }, /not valid JSON at line 1, column 2/],
    [
      'signing-secret',
      { ...WEBHOOK, 'signing-secret': 'a', headers: 'x-hub-signature-256: x' },
      /given in headers too/,
    ],
    ['files', { ...WEBHOOK, files: 'no/such.zip' }, /no\/such\.zip does not exist/],
    ['files', { ...WEBHOOK, files: FILE, method: 'GET' }, /GET has no body/],
    ['files', { ...WEBHOOK, files: FILE, 'payload-file': JSON_FILE }, /together with payload-file/],
    ['files', { ...API, files: FILE, route: 'start' }, /route start sends the payload as JSON/],
    ['payload', { ...WEBHOOK, files: FILE, payload: '[1]' }, /a list cannot be sent as multipart/],
    ['content-type', { ...WEBHOOK, files: FILE, 'content-type': 'text/plain' }, /files are sent as multipart/],
    ['timeout', { ...WEBHOOK, timeout: '12abc' }, /"12abc" is not a duration/],
    ['retries', { ...WEBHOOK, retries: '-1' }, /"-1" is not a whole number/],
    ['retry-ambiguous', { ...WEBHOOK, 'retry-ambiguous': 'yes' }, /neither true nor false/],
    ['accept-status', { ...WEBHOOK, 'accept-status': '200-' }, /"200-" is not a status code/],
    ['fail-on-error', { ...WEBHOOK, 'fail-on-error': 'no' }, /neither true nor false/],
    ['allow-http', { ...WEBHOOK, 'allow-http': '1' }, /neither true nor false/],
    ['summary', { ...WEBHOOK, summary: 'on' }, /neither true nor false/],
    ['include-context', { ...WEBHOOK, 'include-context': 'yes' }, /neither true nor false/],
    [
      'if-no-files-found',
      { ...WEBHOOK, 'if-no-files-found': 'fail' },
      /"fail" is unknown\. Use one of: error, warn, ignore/,
    ],
  ])('%s: %j', async (name, given, message) => {
    expect(await wrong(given)).toEqual([expect.stringMatching(`^${name}: .*${message.source}`)]);
  });

  test('and all wrong inputs are reported together', async () => {
    const lines = await wrong({
      mode: 'api',
      url: 'https://n8n example.com',
      method: 'FETCH',
      payload: '{\n"a": 1,\n"b": }',
      'content-type': 'nonsense',
      headers: 'no header',
      'basic-auth': 'nobody',
      'jwt-algorithm': 'none',
      'jwt-claims': '[]',
      files: 'no/such',
      timeout: '12abc',
      retries: '-1',
      'retry-ambiguous': 'perhaps',
      'accept-status': '200-',
      'fail-on-error': 'never',
      'allow-http': 'si',
      summary: 'brief',
    });
    expect(lines.map((line) => line.replace(/:.*$/s, '')).sort()).toEqual(
      [
        'accept-status allow-http basic-auth content-type fail-on-error files headers jwt-algorithm jwt-claims method',
        'payload retries retry-ambiguous secret-key summary timeout url workflow-id',
      ]
        .join(' ')
        .split(' '),
    );
  });
});

describe('the secrets in the inputs', () => {
  test('are the keys, the password, its base64, and the value of a secret header, with and without its scheme', async () => {
    const { secrets } = await read({
      ...API,
      headers: 'Authorization: Bearer header-token\nX-Plain: plain-value',
      'basic-auth': 'alice:basic-password',
      'jwt-secret': 'jwt passphrase',
      'signing-secret': 'signing key',
    });
    expect(secrets).toEqual(
      expect.arrayContaining([
        'n8n_api_0123456789',
        'Bearer header-token',
        'header-token',
        'alice:basic-password',
        'basic-password',
        'jwt passphrase',
        'signing key',
        Buffer.from('alice:basic-password').toString('base64'),
      ]),
    );
  });

  test('include what follows the names of headers that cannot be read', async () => {
    const { inputs, secrets } = await read({ ...WEBHOOK, headers: 'X-Token: a-token\nX Key: a-key' });
    expect(inputs.ok).toBe(false);
    expect(secrets).toEqual(expect.arrayContaining(['a-token', 'a-key']));
  });

  test("include a header's value without its scheme, and not each of its words", async () => {
    const { secrets } = await read({ ...WEBHOOK, headers: 'Authorization: Bearer  a-token and-more' });
    expect(secrets).toContain('a-token and-more');
    expect(secrets).not.toContain('and-more');
  });

  test('are none if nothing secret is given', async () => {
    expect((await read(WEBHOOK)).secrets).toEqual([]);
  });

  test('include a password in url, as written and decoded', async () => {
    const { secrets } = await read({ url: 'https://alice:p%40ssword@n8n.example.com/webhook/x' });
    expect(secrets).toEqual(
      expect.arrayContaining(['p%40ssword', 'p@ssword', Buffer.from('alice:p@ssword').toString('base64')]),
    );
  });

  test.each(['https://a%2Ftoken@n8n.example.com/webhook/x', 'https://a%2Ftoken:@n8n.example.com/webhook/x'])(
    'include the user of %s, who has no password: it may be a token',
    async (url) => {
      const base64 = Buffer.from('a/token:').toString('base64');
      expect((await read({ url })).secrets).toEqual(expect.arrayContaining(['a%2Ftoken', 'a/token', base64]));
    },
  );

  test('include the password of basic-auth, or the user if there is no password', async () => {
    expect((await read({ ...WEBHOOK, 'basic-auth': 'alice:password' })).secrets).not.toContain('alice');
    expect((await read({ ...WEBHOOK, 'basic-auth': 'a-token:' })).secrets).toContain('a-token');
  });

  test('include what api-headers hold, and the key of a certificate', async () => {
    const { secrets } = await read({
      ...API,
      'api-headers': 'CF-Access-Client-Secret: cf-secret',
      'client-key': 'a-key',
    });
    expect(secrets).toEqual(expect.arrayContaining(['cf-secret', 'a-key']));
  });

  test.each(['api-url', 'webhook-base'])('include a password in %s, which is refused', async (name) => {
    const { inputs, secrets } = await read({ ...API, [name]: 'https://alice:password@n8n.example.com' });
    expect(linesOf(inputs)).toEqual([expect.stringMatching(`^${name}: contains credentials`)]);
    expect(secrets).toEqual(expect.arrayContaining(['alice:password', 'password']));
  });

  test('are known even if other inputs are wrong', async () => {
    const { inputs, secrets } = await read({
      ...API,
      retries: 'x',
      headers: 'X-Token: header-value',
      'basic-auth': 'a:bcde',
    });
    expect(inputs.ok).toBe(false);
    expect(secrets).toEqual(expect.arrayContaining(['n8n_api_0123456789', 'header-value', 'a:bcde', 'bcde']));
  });
});
