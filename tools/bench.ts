// npm run bench [-- SECTION …]: what a step costs, and how soon it sees an execution's end. docs/performance.md has the figures.
//   step       time and memory of whole steps against bare scripts and curl; a minute
//   start-up   where the time goes until the request is sent
//   deployment time and requests of 50 workflows of 50 nodes on a real n8n; three minutes
//   following  how late a step ends that waits, and how often it asks, on a real n8n; two minutes
const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  step: async () => (await import('./bench/step.ts')).benchStep(),
  'start-up': async () => (await import('./bench/start-up.ts')).benchStartUp(),
  deployment: async () => (await import('./bench/deployment.ts')).benchDeployment(),
  following: async () => (await import('./bench/following.ts')).benchFollowing(),
};

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(SECTIONS)) {
  const section = SECTIONS[name];
  if (!section) throw new Error(`There is no section ${name}. Use ${Object.keys(SECTIONS).join(', ')}.`);
  await section();
}
