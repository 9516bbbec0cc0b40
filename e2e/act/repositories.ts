// What act works on: repositories as users have them, and the action as the runner downloads it.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chain, set, webhook } from '../../support/n8n/nodes.ts';
import { ROOT } from '../../support/paths.ts';

/** The folders in the suite's own. */
export const placesIn = (folder: string) => ({
  /** This project, checked out: for `uses: ./`. */
  project: join(folder, 'project'),
  /** A repository of somebody who has copied the examples. */
  demo: join(folder, 'demo'),
  /** What the runner downloads for `uses: your-org/trigger-n8n-workflow@v1`. */
  action: join(folder, 'action'),
  /** Stand-ins for actions that need GitHub's own storage, by their names. */
  standIns: join(folder, 'stand-ins'),
  /** First in PATH: stand-ins for `gh`, which needs GitHub, and `make`, whose tests fail. */
  bin: join(folder, 'bin'),
  home: join(folder, 'home'),
  cache: join(folder, 'cache'),
});

const git = (args: string[], cwd = ROOT): Buffer =>
  execFileSync('git', ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com', ...args], {
    cwd,
    maxBuffer: 64 * 1024 * 1024,
  });

/** Fills the suite's folder. Files of the project are as they are now, committed or not. */
export function makeRepositories(folder: string): void {
  const places = placesIn(folder);
  for (const place of Object.values(places)) mkdirSync(place);

  const files = git(['ls-files', '-z', '--cached', '--others', '--exclude-standard']).toString().split('\0');
  for (const file of files) {
    // One that has been removed is listed still, and so is node_modules, where that is a link.
    if (statSync(join(ROOT, file), { throwIfNoEntry: false })?.isFile()) {
      cpSync(join(ROOT, file), join(places.project, file));
    }
  }
  // Nothing is installed twice. To .gitignore, a link is not a folder, so a checkout includes it.
  symlinkSync(join(ROOT, 'node_modules'), join(places.project, 'node_modules'));
  copyWorkflows('e2e/act/workflows', places.project);
  commit(places.project);

  copyWorkflows('examples', places.demo);
  cpSync(join(ROOT, 'n8n/disposable.mjs'), join(places.demo, '.github/disposable.mjs'));
  for (const [name, text] of Object.entries(DEMO_FILES)) {
    mkdirSync(join(places.demo, name, '..'), { recursive: true });
    writeFileSync(join(places.demo, name), text);
  }
  writeFileSync(join(places.demo, 'package.json'), JSON.stringify({ scripts: { test: 'node test.mjs' } }));
  writeFileSync(join(places.demo, 'test.mjs'), FAILING_TESTS);
  commit(places.demo);

  const now = git(['stash', 'create']).toString().trim() || 'HEAD';
  execFileSync('tar', ['-x', '-C', places.action], { input: git(['archive', '--worktree-attributes', now]) });

  for (const [name, text] of Object.entries(STAND_INS)) {
    mkdirSync(join(places.standIns, name), { recursive: true });
    writeFileSync(join(places.standIns, name, 'action.yml'), text);
  }
  script(join(places.bin, 'gh'), `printf '%s\\n' "gh for $GH_REPO:" "$@"`);
  script(join(places.bin, 'make'), `echo "make $1"\n[ "$1" != test ]`);
}

function copyWorkflows(from: string, repository: string): void {
  for (const name of readdirSync(join(ROOT, from))) {
    cpSync(join(ROOT, from, name), join(repository, '.github/workflows', name));
  }
}

function commit(repository: string): void {
  git(['init', '--quiet', '--initial-branch=main'], repository);
  git(['remote', 'add', 'origin', 'https://github.com/octo/demo.git'], repository);
  git(['add', '--all'], repository);
  git(['commit', '--quiet', '--message=A commit', '--no-gpg-sign', '--no-verify'], repository);
}

function script(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}

/** The tests of somebody's project: they write their reports and fail, or crash before that. */
const FAILING_TESTS = `
import { mkdirSync, writeFileSync } from 'node:fs';
if (process.env.CRASH) process.exit(134);
mkdirSync('reports/unit', { recursive: true });
writeFileSync('reports/unit/junit.xml', '<testsuites failures="1"/>');
writeFileSync('reports/unit/more.xml', '<testsuites/>');
writeFileSync('reports/test.log', '1 failed');
process.exit(1);
`;

/** What the examples for workflows as files find in the repository. */
const DEMO_FILES: Readonly<Record<string, string>> = {
  'workflows/order.json': JSON.stringify(orderWorkflow(), null, 2),
  'fixtures/order.json': '{"price": 10, "count": 3}',
};

/** Adds up an order, and says that it could. */
function orderWorkflow() {
  const sum = '{{ { "ok": true, "total": ($json.body.price ?? 0) * ($json.body.count ?? 0) } }}';
  return { ...chain('Order of the demo', webhook('demo-order'), set('Sum', sum)), active: true };
}

const STAND_INS: Readonly<Record<string, string>> = {
  'actions/upload-artifact': `
name: Stand-in
description: Sees that there is something to upload, and sets the output.
inputs:
  name: { description: As there. }
  path: { description: As there. }
  if-no-files-found: { description: As there. }
outputs:
  artifact-url:
    description: As there.
    value: https://github.com/octo/demo/actions/runs/1/artifacts/\${{ inputs.name }}
runs:
  using: composite
  steps:
    - run: test -e "$REPORTS" || test "$IF_NONE" = ignore
      shell: bash
      env:
        IF_NONE: \${{ inputs.if-no-files-found }}
        REPORTS: \${{ inputs.path }}
`,
  'actions/setup-node': `
name: Stand-in
description: The runner has its Node already.
inputs:
  node-version: { description: As there. }
runs:
  using: composite
  steps:
    - run: node --version
      shell: bash
`,
  'actions/cache': `
name: Stand-in
description: Has nothing, and keeps nothing.
inputs:
  key: { description: As there. }
  path: { description: As there. }
runs:
  using: composite
  steps:
    - run: test -n "$KEY"
      shell: bash
      env:
        KEY: \${{ inputs.key }}
`,
};
