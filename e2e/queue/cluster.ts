// n8n in queue mode: the main process with editor and API, one for webhooks, two workers, Redis and PostgreSQL.
import { type N8nServer, type SpawnedN8n, spawnN8n, startN8n } from '../../support/n8n/server.ts';
import { startPostgres, startRedis } from './services.ts';

export interface Cluster {
  main: N8nServer;
  /** Where production webhooks live: the main process serves none. */
  webhook: SpawnedN8n;
  workers: SpawnedN8n[];
  stop(): Promise<void>;
}

export async function startCluster(progress: (line: string) => void): Promise<Cluster> {
  const running: { stop(): Promise<void> }[] = [];
  const keep = <Part extends { stop(): Promise<void> }>(part: Part): Part => {
    running.unshift(part);
    return part;
  };
  const stop = async (): Promise<void> => {
    for (const part of running.splice(0)) await part.stop();
  };
  try {
    progress('Starting Redis and PostgreSQL …');
    const redis = keep(await startRedis());
    const postgres = keep(await startPostgres());
    const env = {
      EXECUTIONS_MODE: 'queue',
      QUEUE_BULL_REDIS_HOST: '127.0.0.1',
      QUEUE_BULL_REDIS_PORT: String(redis.port),
      DB_TYPE: 'postgresdb',
      DB_POSTGRESDB_HOST: '127.0.0.1',
      DB_POSTGRESDB_PORT: String(postgres.port),
      DB_POSTGRESDB_DATABASE: 'postgres',
      DB_POSTGRESDB_USER: 'n8n',
    };
    progress('Starting n8n: main, webhook and two workers …');
    // The main process makes the tables that the others need.
    const mainEnv = { ...env, N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true' };
    const main = keep(await startN8n({ extraEnv: mainEnv }));
    const webhook = keep(await spawnN8n({ process: 'webhook', extraEnv: env }));
    const workers = [
      keep(await spawnN8n({ process: 'worker', extraEnv: env })),
      keep(await spawnN8n({ process: 'worker', extraEnv: env })),
    ];
    await Promise.all([webhook, ...workers].map((each) => each.ready()));
    return { main, webhook, workers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
