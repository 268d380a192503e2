import { serveJobs } from '../workers/serve.ts';
import { updateFeed } from './update.ts';

serveJobs(updateFeed);
