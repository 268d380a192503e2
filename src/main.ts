import process from 'node:process';
import { cacheFolderOf } from './config/cache-folder.ts';
import { readEnvironment } from './config/environment.ts';
import { sayFault } from './config/fault.ts';
import { secretsIn } from './config/secrets.ts';
import { keepCompiled } from './main/compiled.ts';
import { guardOutput } from './main/guard.ts';
import { refuse } from './main/refuse.ts';

const environment = readEnvironment('.', process.env);
if ('fault' in environment) refuse([sayFault(environment.fault)]);
guardOutput(secretsIn(environment.variables));
keepCompiled(cacheFolderOf(environment.variables));
// Everything else is loaded from here on, so that it is kept compiled.
const { run } = await import('./main/run.ts');
await run(environment.variables, process.argv.slice(2));
