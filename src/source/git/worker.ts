import { serveJobs } from '../workers/serve.ts';
import { updateGit } from './update.ts';

serveJobs(updateGit);
