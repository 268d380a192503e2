import process from 'node:process';
import type { Metrics } from '../http/metrics.ts';

/** Metrics whose parts are loaded once there is time. What they are told before is not lost. */
export interface LateMetrics extends Metrics {
  /** Loads them, where they are not. */
  readonly load: () => void;
}

/** @param version Quoth's own. */
export function lateMetrics(version: string): LateMetrics {
  const loading = Promise.withResolvers<Metrics>();
  let isAsked = false;
  let loaded: Metrics | undefined;

  const make = async (): Promise<Metrics> => {
    const { makeMetrics } = await import('../http/metrics.ts');
    return makeMetrics({ version, node: process.versions.node });
  };
  const load = (): void => {
    if (isAsked) return;
    isAsked = true;
    loading.resolve(make());
  };
  const tell = (say: (metrics: Metrics) => void): void => {
    if (loaded) say(loaded);
    else loading.promise.then(say);
  };
  tell(metrics => {
    loaded = metrics;
  });

  return {
    load,
    answered: interaction => tell(metrics => metrics.answered(interaction)),
    logged: (kind, level) => tell(metrics => metrics.logged(kind, level)),
    waited: ms => tell(metrics => metrics.waited(ms)),
    ofPosts: served => tell(metrics => metrics.ofPosts(served)),
    ofSource: source => tell(metrics => metrics.ofSource(source)),
    ofGateway: shards => tell(metrics => metrics.ofGateway(shards)),
    ofStore: census => tell(metrics => metrics.ofStore(census)),
    page: async () => {
      load();
      return (await loading.promise).page();
    },
  };
}
