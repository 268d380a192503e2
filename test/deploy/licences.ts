import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './image.ts';

/** A package as package-lock.json has it. */
const entry = z.object({
  name: z.string().optional(),
  version: z.string(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});

export interface Package extends z.infer<typeof entry> {
  readonly name: string;
}

/** All packages that the lockfile names, or those alone that are installed where Quoth serves. */
export function packages(which: 'all' | 'production'): readonly Package[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { '': _, ...entries } = z.object({ packages: z.record(z.string(), entry) }).parse(lock).packages;
  return Object.entries(entries)
    .map(([path, one]) => ({ ...one, name: one.name ?? path.split('node_modules/').at(-1) ?? path }))
    .filter(({ dev }) => which === 'all' || dev !== true);
}

export const file = join(root, 'docs', 'licences.md');

/** What docs/licences.md says: each package once, below its licence; the licence that most have stands first. */
export function licencesPage(): string {
  const named = (license: string | undefined): string => license?.replace(/^\((.*)\)$/, '$1') ?? 'unknown';
  const groups = Map.groupBy(packages('production'), ({ license }) => named(license));
  const ordered = [...groups].toSorted(
    ([one, its], [other, others]) => others.length - its.length || one.localeCompare(other, 'en'),
  );
  const sections = ordered.map(([license, members]) => {
    const lines = members.map(({ name, version }) => `- ${name} ${version}`);
    return `## ${license}\n\n${[...new Set(lines)].toSorted().join('\n')}\n`;
  });
  return `# Licences of what Quoth is installed with

Written by \`node test/deploy/licences.ts\` from package-lock.json; \`npm test\` checks that it is up to date. Each package's own text lies in its folder in node_modules.

${sections.join('\n')}`;
}

if (import.meta.main) writeFileSync(file, licencesPage());
