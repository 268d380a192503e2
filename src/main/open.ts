import type { Config } from '../config.ts';
import { withReadingLine } from './reading.ts';

/** Opens the way in that the configuration names, and loads no other. Throws Errors that say what to do. */
export async function open(config: Config): Promise<void> {
  const { way } = config;
  switch (way.open) {
    case 'gateway':
      return (await import('./gateway.ts')).runGateway(config, way);
    case 'http':
      return (await import('./http.ts')).runHttp(config, way);
    case 'register':
      return (await import('./register.ts')).runRegister(config, way);
    case 'preview':
      return await withReadingLine(config, async reading =>
        (await import('./preview.ts')).runPreview(config, way, reading),
      );
    case 'picture':
      return (await import('./picture.ts')).runPicture(config, way);
    case 'check':
      return (await import('./check.ts')).runCheck(config, way);
    case 'worker':
      return await withReadingLine(config, async reading =>
        (await import('./worker.ts')).runWorker(config, way, reading),
      );
    case 'why':
      return await withReadingLine(config, async reading =>
        (await import('./announced.ts')).runWhy(config, way, reading),
      );
    case 'links':
      return await withReadingLine(config, async reading =>
        (await import('./announced.ts')).runLinks(config, way, reading),
      );
    case 'missed':
      return await withReadingLine(config, async reading =>
        (await import('./missed.ts')).runMissed(config, way, reading),
      );
    case 'say':
      return await withReadingLine(config, async reading =>
        (await import('./terminal.ts')).runSay(config, way, reading),
      );
  }
}
