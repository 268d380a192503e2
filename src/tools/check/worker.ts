import { workerData } from 'node:worker_threads';
import type { ParseWorkerData } from '../../source/workers/parse.ts';
import { serveJobs } from '../../source/workers/serve.ts';
import { checkFile } from './check-file.ts';

const { root, settings }: ParseWorkerData = workerData;

serveJobs((path: string) => checkFile(root, path, settings));
