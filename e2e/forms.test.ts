import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { until } from '../support/n8n/api.ts';
import { chain, form, hashFile, respond, set, type WorkflowNode } from '../support/n8n/nodes.ts';
import {
  api,
  call,
  deployPages,
  endings,
  failureOf,
  isSince,
  itemsOf,
  newestForm,
  newPath,
  run,
  succeeded,
  url,
  warningOf,
} from './suite.ts';

const result = (): WorkflowNode => set('Result', '{{ { "got": $json } }}');

const versions = [1, 2, 2.1, 2.3, 2.5, 2.6].filter((version) => version <= newestForm());
/** The node shows a field to its workflow by name; before version 2.4 by label. */
const shown = (name: string, label: string): string => (newestForm() >= 2.4 ? name : label);

const FIELDS = [
  { fieldName: 'who', fieldLabel: 'Your name', requiredField: true },
  { fieldName: 'age', fieldLabel: 'Age', fieldType: 'number' },
  {
    fieldName: 'colours',
    fieldLabel: 'Colours',
    fieldType: 'checkbox',
    fieldOptions: { values: [{ option: 'red' }, { option: 'blue' }] },
  },
  { fieldName: 'source', fieldType: 'hiddenField', fieldValue: 'the web' },
];

/** Publishes a form of one required field, or these. */
async function publishForm(options: Parameters<typeof form>[2] = {}, fields: Record<string, unknown>[] = FIELDS) {
  const path = newPath();
  const trigger = form(path, fields, { typeVersion: newestForm(), ...options });
  const page = options.typeVersion === 1 ? `/webhook/${path}/n8n-form` : `/form/${path}`;
  return deployPages(chain(`Form ${path}`, trigger, result()), page);
}

describe('a form', () => {
  test('whose workflow replies as if there were nothing is submitted once', async () => {
    const path = newPath();
    const trigger = form(path, [{ fieldLabel: 'who' }], {
      typeVersion: 2.1,
      parameters: { responseMode: 'responseNode' },
    });
    const reply = respond('Respond', { with: 'text', body: 'No such order', code: 404 });
    const workflow = await deployPages(chain(`Form ${path}`, trigger, reply), `/form/${path}`);
    const step = await run(workflow, { payload: '{"who": "Ada"}', retries: '2' });
    expect(failureOf(step)).toContain('The workflow ran, and replied with HTTP 404');
    expect(await endings(workflow)).toEqual(['success']);
  });

  test.each(versions)('of version %d is filled in by labels', async (typeVersion) => {
    const fields = [
      { fieldLabel: 'Your name', requiredField: true },
      { fieldLabel: 'Age', fieldType: 'number' },
    ];
    const workflow = await publishForm({ typeVersion }, fields);
    succeeded(await run(workflow, { payload: '{"Your name": "Ada", "Age": 36}' }));
    expect(await itemsOf(workflow, 'On form submission')).toMatchObject([
      { 'Your name': 'Ada', Age: 36, formMode: 'production' },
    ]);
  });

  test('can be filled in by names, too, with what a browser would add', async () => {
    const workflow = await publishForm();
    const step = await run(workflow, { payload: '{"who": "Ada", "colours": ["red", "blue"]}' });
    expect(succeeded(step).outputs).toMatchObject({ route: 'webhook', status: '200' });
    expect(step.visibleLog).not.toContain('/form/');
    expect(await itemsOf(workflow, 'On form submission')).toMatchObject([
      {
        [shown('who', 'Your name')]: 'Ada',
        [shown('age', 'Age')]: null,
        [shown('colours', 'Colours')]: ['red', 'blue'],
        source: 'the web',
      },
    ]);
  });

  test('is not sent if the payload does not fit it', async () => {
    const workflow = await publishForm();
    const [missing, unknown, none, list] = await Promise.all([
      run(workflow, { payload: '{"Age": 1}' }),
      run(workflow, { payload: '{"who": "Ada", "Aeg": 1}' }),
      run(workflow),
      run(workflow, { payload: '[1]' }),
    ]);
    expect(failureOf(missing)).toMatch(/the form requires "Your name"\. The workflow did not run/);
    expect(failureOf(unknown)).toMatch(/no field "Aeg"; its fields are "Your name", "Age", "Colours", "source"/);
    expect(failureOf(none)).toMatch(/the form requires "Your name"/);
    expect(failureOf(list)).toMatch(/a form needs a map/);
    expect(missing.outputs).toMatchObject({ attempts: '0', route: 'webhook' });
    expect(await endings(workflow)).toEqual([]);
  });

  test('with Basic Auth takes basic-auth, and says so', async () => {
    const data = { user: 'ci', password: 'secret-of-form' };
    const id = await api.createCredential('Form', 'httpBasicAuth', data);
    const credentials = { httpBasicAuth: { id, name: 'Form' } };
    const workflow = await publishForm({ parameters: { authentication: 'basicAuth' }, credentials });
    const payload = 'who: Ada';
    const [without, wrong] = await Promise.all([
      run(workflow, { payload }),
      run(workflow, { payload, 'basic-auth': 'ci:wrong-secret' }),
    ]);
    expect(failureOf(without)).toMatch(
      /The Form trigger ".*" requires Basic Auth, and no credentials were given for it\. The workflow did not/,
    );
    expect(failureOf(wrong)).toMatch(/The form requires Basic Auth, and refused this user or password/);
    succeeded(await run(workflow, { payload, 'basic-auth': 'ci:secret-of-form' }));
    expect(await endings(workflow)).toEqual(['success']);
  });

  test('for signed-in people cannot be called', async () => {
    const path = newPath();
    const trigger = form(path, FIELDS, { parameters: { authentication: 'n8nUserAuth' } });
    const workflow = { id: await api.createWorkflow(chain('For people', trigger, result())) };
    await api.publish(workflow.id);
    const step = await run(workflow, { payload: 'who: Ada' });
    expect(failureOf(step)).toMatch(/\(Form\) requires a person who is signed in to n8n\. .*Basic Auth/);
  });

  test('that n8n does not serve is reported as such', async () => {
    const workflow = await publishForm();
    const [elsewhere, none] = await Promise.all([
      run(workflow, { payload: 'who: Ada', 'webhook-base': `${url}/nowhere/webhook` }),
      call({ url: `${url}/form/${newPath()}` }, { payload: 'who: Ada' }),
    ]);
    expect(failureOf(elsewhere)).toMatch(/n8n replied, but serves nothing at this address/);
    expect(failureOf(none)).toMatch(/n8n has no form at this address \(404\)\. The workflow did not run/);
    expect(await endings(workflow)).toEqual([]);
  });

  test('with a second page warns that the execution waits there', async () => {
    const path = newPath();
    const page: WorkflowNode = {
      ...result(),
      name: 'Second page',
      type: 'n8n-nodes-base.form',
      typeVersion: 2.3,
      parameters: { formFields: { values: [{ fieldLabel: 'More' }] }, options: {} },
      webhookId: randomUUID(),
    };
    const workflow = await deployPages(chain('Two pages', form(path, FIELDS), page), `/form/${path}`);
    const step = await run(workflow, { payload: 'who: Ada' });
    expect(warningOf(step)).toMatch(/The form has another page, and the execution waits/);
    // Older n8n does not list what waits.
    if (!isSince('2.39.0')) return;
    await until('the execution to wait', 10_000, async () => {
      const waiting = await api.executions(workflow.id, 'waiting');
      return waiting.length === 1 ? true : undefined;
    });
  });
});

/** A form that accepts one file, and another with several fields for files. */
const UPLOADS = [
  { fieldName: 'who', fieldLabel: 'Your name' },
  { fieldName: 'cv', fieldLabel: 'Your CV', fieldType: 'file', requiredField: true, multipleFiles: false },
  // The editor leaves out what is the node's default: several files.
  { fieldLabel: 'Photos', fieldType: 'file', acceptFileTypes: '.png, .jpg' },
];

describe('files of a form', () => {
  const cv = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256));
  const files = { 'out/cv.pdf': cv, 'out/b.png': 'b', 'out/a "ü" 🙈.png': 'a', 'empty.txt': '' };

  /** What a file of one field arrives as, by a Form trigger of this version. */
  async function sendOne(typeVersion: number, field: Record<string, unknown>, line: string, property: string) {
    const path = newPath();
    const trigger = form(path, [{ fieldLabel: 'Your name' }, { ...field, fieldType: 'file' }], { typeVersion });
    const page = typeVersion === 1 ? `/webhook/${path}/n8n-form` : `/form/${path}`;
    const workflow = await deployPages(chain(`Upload ${path}`, trigger, hashFile('Hash', property)), page);
    const step = await run(workflow, { files: line, payload: '{"Your name": "Ada"}' }, { files });
    succeeded(step);
    return itemsOf(workflow, 'Hash');
  }

  test.each(versions)('arrive byte for byte at a form of version %d', async (typeVersion) => {
    const field = { fieldLabel: 'Your CV', multipleFiles: false };
    expect(await sendOne(typeVersion, field, 'Your CV=out/cv.pdf', 'Your_CV')).toMatchObject([
      {
        'Your name': 'Ada',
        'Your CV': { filename: 'cv.pdf', mimetype: 'application/pdf', size: cv.length },
        sha256: createHash('sha256').update(cv).digest('hex'),
      },
    ]);
  });

  test('go by the names of their fields, too, and without one to the only field that takes them', async () => {
    const field = { fieldName: 'cv', fieldLabel: 'Your CV', multipleFiles: false };
    const named = shown('cv', 'Your_CV');
    for (const line of ['cv=out/cv.pdf', 'field-1=out/cv.pdf', 'out/cv.pdf']) {
      expect(await sendOne(newestForm(), field, line, named)).toMatchObject([{ sha256: expect.any(String) }]);
    }
  });

  test('are several if the field takes several, with names of all kinds', async () => {
    const workflow = await publishForm({}, UPLOADS);
    const inputs = { files: 'Photos=out/*.png\nYour CV=out/cv.pdf' };
    succeeded(await run(workflow, inputs, { files }));
    const [item] = Object(await itemsOf(workflow, 'On form submission'));
    expect(item.Photos.map(({ filename }: { filename: string }) => filename).sort()).toEqual(['a "ü" 🙈.png', 'b.png']);
    expect(item).toMatchObject({ [shown('who', 'Your name')]: null });
  });

  test('that do not fit are reported, and nothing is sent', async () => {
    const workflow = await publishForm({}, UPLOADS);
    const inputs = [
      { files: 'Your CV=out/cv.pdf\nFoto=out/b.png' },
      { files: 'Your CV=out/cv.pdf\nYour name=out/b.png' },
      { files: 'Your CV=out/*' },
      { files: 'Photos=out/b.png', payload: '{"Aeg": 1}' },
      { payload: '{"who": "Ada"}' },
      { payload: '{"Your CV": "out/cv.pdf"}' },
    ];
    const messages = await Promise.all(inputs.map(async (given) => failureOf(await run(workflow, given, { files }))));
    expect(messages[0]).toMatch(
      /form has no field "Foto"; its fields for files are "Your CV", "Photos"\. The workflow did not run/,
    );
    expect(messages[1]).toMatch(/"Your name" takes no file; its fields for files are "Your CV", "Photos"/);
    expect(messages[2]).toMatch(/"Your CV" takes one file, but several were given/);
    expect(messages[3]).toMatch(/no field "Aeg".*the form requires a file for "Your CV"/);
    expect(messages[4]).toMatch(/the form requires a file for "Your CV"/);
    expect(messages[5]).toMatch(/"Your CV" takes a file, which a payload cannot hold\. Name the file in files/);
    expect(await endings(workflow)).toEqual([]);
  });

  test('cannot go to a form without a field for them', async () => {
    const workflow = await publishForm();
    const step = await run(workflow, { files: 'out/b.png', payload: 'who: Ada' }, { files });
    expect(failureOf(step)).toMatch(/the form has no field for files\. The workflow did not run/);
    expect(await endings(workflow)).toEqual([]);
  });

  test('that are empty arrive, or the log says how n8n treats them', async () => {
    const workflow = await publishForm({}, [{ fieldLabel: 'Your name' }, { fieldLabel: 'Photo', fieldType: 'file' }]);
    const inputs = { files: 'Photo=empty.txt', payload: '{"Your name": "Ada"}' };
    const step = await run(workflow, inputs, { files });
    expect(succeeded(step).visibleLog).toContain('A file is empty. n8n before 2.37');
    const photo = isSince('2.37.0') ? [{ filename: 'empty.txt', size: 0 }] : null;
    expect(await itemsOf(workflow, 'On form submission')).toMatchObject([{ 'Your name': 'Ada', Photo: photo }]);
  });
});
