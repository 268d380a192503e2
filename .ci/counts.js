// Prints `N passed, N failed` from vitest's JSON report; fails when anything failed or nothing ran.
// A test file that could not be loaded has no tests to count and is one failure.
import { readFileSync } from 'node:fs';

let report;
try {
  report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
} catch {
  report = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
}
const passed = report.numPassedTests;
const unloaded = report.testResults.filter(
  file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed'),
).length;
const failed = report.numFailedTests + unloaded;

console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;
