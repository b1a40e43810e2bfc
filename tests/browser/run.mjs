// Runs the tests in real browsers, a file at a time: all, or those whose names begin as an argument does.
//
// What fails is tried a second time when all else is done. What passes then is counted, and named as unsteady: a defect of its own, in the
// test or in what it tests. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((file) => file.endsWith('.test.mjs'))
  .filter((file) => wanted.length === 0 || wanted.some((start) => file.startsWith(start)))
  .sort();

const counted = (output, what) => {
  const line = new RegExp(`^(?:#|ℹ) ${what} (\\d+)$`, 'm').exec(output);
  return line ? Number(line[1]) : 0;
};

/** One file: what it printed, how many passed, and how many did not (one at least where it ended badly). */
const tried = (file) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--test', file], { cwd: here, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('close', (status) => {
      const failed = counted(output, 'fail') + counted(output, 'cancelled');
      resolve({
        output,
        passed: counted(output, 'pass'),
        failed: status === 0 ? failed : Math.max(failed, 1),
      });
    });
  });

const failures = ({ output }) => [...output.matchAll(/^\s*(?:not ok \d+ - |✖ )(.*?)(?: \(\d.*)?$/gm)].map(([, name]) => name);

let passed = 0;
let failed = 0;
const doubtful = [];
for (const file of files) {
  const first = await tried(file);
  if (first.failed === 0) passed += first.passed;
  else doubtful.push({ file, first });
}
const unsteady = [];
for (const { file, first } of doubtful) {
  console.log(`\n== once more: ${file}`);
  const again = await tried(file);
  passed += again.passed;
  failed += again.failed;
  if (again.failed === 0) unsteady.push(...failures(first).map((name) => `${file}: ${name}`));
}
for (const line of unsteady) console.log(`unsteady: ${line}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
