import { expect, it } from 'vitest';
import { lateMetrics } from '../../src/main/late-metrics.ts';

it('what is told before metrics are loaded is in them all the same', async () => {
  const metrics = lateMetrics('1.2.3');
  metrics.answered({ kind: 'command', command: '/help', outcome: 'answered', ms: 1 });
  metrics.ofGateway(() => ({ count: 1, lost: [] }));
  metrics.logged('posting', 'error');
  metrics.load();
  metrics.answered({ kind: 'command', command: '/help', outcome: 'answered', ms: 1 });
  const { text } = await metrics.page();
  expect(text).toContain('quoth_interactions_total{kind="command",command="/help",outcome="answered"} 2');
  expect(text).toContain('quoth_gateway_connected 1');
  expect(text).toContain('quoth_errors_total{kind="posting",level="error"} 1');
  expect(text).toContain('version="1.2.3"');
});

it('metrics are loaded by whoever looks at them', async () => {
  expect((await lateMetrics('1').page()).text).toContain('quoth_build_info');
});
